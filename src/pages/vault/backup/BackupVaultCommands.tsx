import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { useQueryClient } from '@tanstack/react-query';
import { backupVaultQuery } from '#src/api/queries/disk-instances.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';

/** What can be done with a Backup vault, and the lists of what is in it. */
export function BackupVaultCommands({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  return (
    <CommandBar
      label={vaults.commands}
      trailing={<ReadAgo at={readAt(backupVaultQuery(id).queryKey)} />}
    >
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
      <RouterButton
        appearance="subtle"
        icon={<Server20Regular />}
        to="/instances"
        search={{ datasource: 'disk', vault: id }}
      >
        {common.backupInstances}
      </RouterButton>
      <RouterButton
        appearance="subtle"
        icon={<ClipboardTask20Regular />}
        to="/jobs"
        search={{ datasource: 'disk', vault: id, range: '7d' }}
      >
        {common.backupJobs}
      </RouterButton>
    </CommandBar>
  );
}
