import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { problemOf, readAt } from '#src/api/queries/query.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { BackupVaultFacts } from '#src/datasources/azure-disk/vault/BackupVaultFacts.tsx';
import { VaultDisks } from '#src/datasources/azure-disk/vault/VaultDisks.tsx';
import { VaultJobs } from '#src/datasources/azure-disk/vault/VaultJobs.tsx';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { VaultColumns, VaultPage } from '#src/ui/VaultPage.tsx';

/** A Backup vault whose address is one. */
export function KnownBackupVault({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  const vault = useQuery(backupVaultQuery(id));
  const isTogether = useTogether();
  const ofVault = { datasource: 'disk', vault: id } as const;
  return (
    <VaultPage
      name={vault.data?.name ?? nameOf(id)}
      kind={diskPages.vaults.types.backup}
      type="backup"
      readAt={readAt(backupVaultQuery(id).queryKey)}
      onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
      command={
        <RouterButton
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          to="/restore/new"
          preload={false}
        >
          {common.restore}
        </RouterButton>
      }
      instances={ofVault}
      jobs={{ ...ofVault, range: '7d' }}
      query={vault}
      isHeld={!isTogether}
      problemOf={problemOf}
    >
      {(data) => (
        <VaultColumns
          left={<BackupVaultFacts vault={data} />}
          right={
            <>
              <VaultDisks vaultId={data.id} />
              <VaultJobs vaultId={data.id} />
            </>
          }
        />
      )}
    </VaultPage>
  );
}
