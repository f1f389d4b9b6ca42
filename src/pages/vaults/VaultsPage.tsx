import { getRouteApi } from '@tanstack/react-router';
import { usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { vaultPages } from '#src/api/queries/vaults.ts';
import { sortText } from '#src/lib/address-values.ts';
import { VAULTS_BY_NAME } from '#src/model/vault-list.ts';
import { BackupVaultRows } from '#src/pages/vaults/backup/BackupVaultRows.tsx';
import { useBackupVaults } from '#src/pages/vaults/backup/use-backup-vaults.ts';
import { type VaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { VaultFilters } from '#src/pages/vaults/VaultFilters.tsx';
import { VaultRows } from '#src/pages/vaults/VaultRows.tsx';
import { vaults as words } from '#src/strings/vaults.ts';
import type { GridSort } from '#src/ui/grid/column.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';

const route = getRouteApi('/vaults');

/**
 * All vaults over all subscriptions, of one kind at a time: they have few settings in common. What is
 * asked for stands in the address.
 */
export function VaultsPage() {
  const navigate = route.useNavigate();
  const { filter, order, isBackup, ignored } = vaultsWanted(route.useSearch());
  const [range, onRange] = useRowRange();
  const list = usePaged({ ...vaultPages(filter, order), isIdle: isBackup }, range);
  const backup = useBackupVaults();
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<VaultsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const rows = {
    filter,
    order,
    onOrder: (next: GridSort) => change({ sort: sortText(next, VAULTS_BY_NAME) }),
  };
  const keys = isBackup ? [backup.key] : list.pages.map(({ key }) => key);
  return (
    <GridPage>
      <PageHeader title={words.title} crumbs={[<OverviewLink key="overview" />]} />
      <VaultCommands readAt={oldestReadAt(keys)} />
      <VaultFilters filter={filter} isBackup={isBackup} onChange={change} />
      <ListTroubles ignored={ignored} failed={isBackup ? backup.failed : list.failed} />
      {isBackup ? (
        <BackupVaultRows {...rows} read={backup.read} />
      ) : (
        <VaultRows {...rows} list={list} onRange={onRange} />
      )}
    </GridPage>
  );
}
