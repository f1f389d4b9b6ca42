import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';

export interface DiskCommandsProps {
  readonly address: string;
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
}

/** What can be done with this disk. */
export function DiskCommands({ address, readAt, onRefresh }: DiskCommandsProps) {
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      <RouterButton
        appearance="primary"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        search={{ instance: address }}
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RefreshButton onRefresh={onRefresh} />
    </CommandBar>
  );
}
