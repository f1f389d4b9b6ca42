import { getRouteApi } from '@tanstack/react-router';
import { BackupVaults } from '#src/pages/vaults/backup/BackupVaults.tsx';
import { RecoveryVaults } from '#src/pages/vaults/RecoveryVaults.tsx';
import { type VaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
const route = getRouteApi('/vaults');

/** All vaults over all subscriptions, of one kind at a time; what is asked for stands in the address. */
export function VaultsPage() {
  const navigate = route.useNavigate();
  const wanted = vaultsWanted(route.useSearch());
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<VaultsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const View = wanted.isBackup ? BackupVaults : RecoveryVaults;
  return (
    <GridPage>
      <PageHeader title={words.title} crumbs={[<OverviewLink key="overview" />]} />
      <View wanted={wanted} onChange={change} />
    </GridPage>
  );
}
