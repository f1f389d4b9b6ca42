import { Button } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instance-list.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';

export interface InstanceCommandsProps {
  readonly address: string;
  /** The points of the secondary region are looked at: what is begun here is restored there. */
  readonly isSecondary: boolean;
  readonly readAt: Instant | null;
  readonly onCompare: () => void;
  readonly onRefresh: () => void;
}

/** What can be done with this machine. */
export function InstanceCommands(props: InstanceCommandsProps) {
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={props.readAt} />}>
      <RouterButton
        appearance="primary"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        search={{ instance: props.address, ...viewSearch(props.isSecondary) }}
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <Button appearance="subtle" icon={<ArrowSwap20Regular />} onClick={props.onCompare}>
        {words.comparePoints}
      </Button>
      <RefreshButton onRefresh={props.onRefresh} />
    </CommandBar>
  );
}
