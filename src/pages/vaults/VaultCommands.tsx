import { Button } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQueryClient } from '@tanstack/react-query';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';

export interface VaultCommandsProps {
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
}

/** What can be done with the list. */
export function VaultCommands({ readAt }: VaultCommandsProps) {
  const queries = useQueryClient();
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      <Button
        appearance="subtle"
        icon={<ArrowClockwise20Regular />}
        onClick={() => void queries.invalidateQueries({ refetchType: 'active' })}
      >
        {common.refresh}
      </Button>
    </CommandBar>
  );
}
