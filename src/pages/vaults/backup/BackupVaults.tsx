import { useQuery } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { VAULTS_BY_NAME } from '#src/model/vault-list.ts';
import { BackupVaultFilters } from '#src/pages/vaults/backup/BackupVaultFilters.tsx';
import { BackupVaultList } from '#src/pages/vaults/backup/BackupVaultList.tsx';
import { narrowedVaults } from '#src/pages/vaults/backup/narrow.ts';
import type { VaultsViewProps } from '#src/pages/vaults/RecoveryVaults.tsx';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';

/** The Backup vaults over all subscriptions. */
export function BackupVaults({ wanted, onChange }: VaultsViewProps) {
  const { filter, order, ignored } = wanted;
  const query = backupVaultsQuery();
  const read = useQuery(query);
  const { data, error } = read;
  const rows = narrowedVaults(data ?? [], filter, order);
  return (
    <>
      <VaultCommands readAt={readAt(query.queryKey)} />
      <BackupVaultFilters filter={filter} all={data} onChange={onChange} />
      <ListTroubles
        ignored={ignored}
        failed={
          data === undefined || error === null
            ? null
            : { message: problemOf(error).message, onRetry: () => void read.refetch() }
        }
      />
      <BackupVaultList
        key={JSON.stringify(filter)}
        read={read}
        rows={rows}
        search={filter.search}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, VAULTS_BY_NAME) })}
      />
      <GridFooter
        count={
          data === undefined
            ? ''
            : diskPages.vaults.count(rows.length, countText(rows.length), filter.search)
        }
      />
    </>
  );
}
