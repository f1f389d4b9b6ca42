import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instance-list.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { instances as words } from '#src/strings/instances.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';

export interface InstanceCommandsProps {
  /** The chosen row; null when none is. */
  readonly chosen: Pick<ProtectedItem, 'id'> | null;
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
  readonly onExport: (() => void) | null;
  /** The list is that of a secondary region: what is chosen there is restored there. */
  readonly isSecondary?: boolean;
}

/** What can be done with the list and with the chosen row. */
export function InstanceCommands(props: InstanceCommandsProps) {
  const { chosen, readAt, onRefresh, onExport } = props;
  const instanceId = chosen === null ? '' : instanceAddress(chosen.id);
  const view = viewSearch(props.isSecondary ?? false);
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        search={chosen === null ? view : { instance: instanceId, ...view }}
        preload={false}
      >
        {common.restore}
      </RouterButton>
      {chosen === null ? (
        <>
          <Button appearance="subtle" icon={<Open20Regular />} disabledFocusable>
            {words.open}
          </Button>
          <Button appearance="subtle" icon={<History20Regular />} disabledFocusable>
            {words.points}
          </Button>
        </>
      ) : (
        <>
          <RouterButton
            appearance="subtle"
            icon={<Open20Regular />}
            to="/instances/$instanceId"
            params={{ instanceId }}
            search={view}
          >
            {words.open}
          </RouterButton>
          <RouterButton
            appearance="subtle"
            icon={<History20Regular />}
            to="/instances/$instanceId"
            params={{ instanceId }}
            search={view}
            hash="restore-points"
          >
            {words.points}
          </RouterButton>
        </>
      )}
      <RefreshButton onRefresh={onRefresh} />
      {onExport !== null && (
        <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={onExport}>
          {common.csv.command}
        </Button>
      )}
    </CommandBar>
  );
}
