import { useQueryClient } from '@tanstack/react-query';
import type { Instant } from '#src/lib/time.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';

export interface VaultCommandsProps {
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
}

/** What can be done with the list. */
export function VaultCommands({ readAt }: VaultCommandsProps) {
  const queries = useQueryClient();
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
    </CommandBar>
  );
}
