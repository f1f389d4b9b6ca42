import { Button } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down';
import { useQueryClient } from '@tanstack/react-query';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { oldestReadAt } from '#src/api/queries/query.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import type { InstancePageProps } from '#src/datasources/pages.ts';
import { viewSearch } from '#src/model/instances.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { instance as words } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { InstanceCommands as Commands } from '#src/ui/instance/InstanceCommands.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';

export interface InstanceCommandsProps extends Pick<InstancePageProps, 'id' | 'address'> {
  /** The page shows the restore points of the secondary region: a restore that starts here goes there. */
  readonly isSecondary: boolean;
  readonly isSourceDeleted: boolean;
  /** Its backup is deleted softly: nothing of it can be restored. */
  readonly isSoftDeleted: boolean;
  readonly onCompare: () => void;
}

/** What can be done with this machine. */
export function InstanceCommands(props: InstanceCommandsProps) {
  const { id, address, isSecondary, isSourceDeleted, isSoftDeleted, onCompare } = props;
  const queries = useQueryClient();
  return (
    <Commands
      search={{ instance: address, ...viewSearch(isSecondary) }}
      held={isSoftDeleted ? softDelete.held : undefined}
      options={vmRestoreOptions}
      blocked={isSourceDeleted ? ({ needsSource }) => needsSource : undefined}
      readAt={oldestReadAt([instanceQuery(id).queryKey, pointsQuery(id, isSecondary).queryKey])}
      onRefresh={() => void queries.refetchQueries({ type: 'active' })}
    >
      {!isSecondary && !isSoftDeleted && (
        <RouterButton
          appearance="subtle"
          icon={<DocumentArrowDown20Regular />}
          to="/restore/new"
          search={{ instance: address, task: 'recoverFiles' }}
          preload={false}
        >
          {recoverFiles.command}
        </RouterButton>
      )}
      <Button appearance="subtle" icon={<ArrowSwap20Regular />} onClick={onCompare}>
        {words.comparePoints}
      </Button>
    </Commands>
  );
}
