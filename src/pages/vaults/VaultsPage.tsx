import { getRouteApi } from '@tanstack/react-router';
import { usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { vaultPages } from '#src/api/queries/vaults.ts';
import { sortText } from '#src/lib/address-values.ts';
import { VAULTS_BY_NAME } from '#src/model/vault-list.ts';
import { type VaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { VaultFilters } from '#src/pages/vaults/VaultFilters.tsx';
import { VaultFooter } from '#src/pages/vaults/VaultFooter.tsx';
import { VaultList } from '#src/pages/vaults/VaultList.tsx';
import { vaults as words } from '#src/strings/vaults.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const route = getRouteApi('/vaults');

/** All Recovery Services vaults over all subscriptions; what is asked for stands in the address. */
export function VaultsPage() {
  const navigate = route.useNavigate();
  const { filter, order, ignored } = vaultsWanted(route.useSearch());
  const [range, onRange] = useRowRange();
  const list = usePaged(vaultPages(filter, order), range);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<VaultsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  return (
    <GridPage>
      <PageHeader title={words.title} crumbs={[<OverviewLink key="overview" />]} />
      <VaultCommands readAt={oldestReadAt(list.pages.map(({ key }) => key))} />
      <VaultFilters filter={filter} onChange={change} />
      <ListTroubles ignored={ignored} failed={list.failed} />
      <VaultList
        key={JSON.stringify(filter)}
        list={list}
        filter={filter}
        order={order}
        onOrder={(next) => change({ sort: sortText(next, VAULTS_BY_NAME) })}
        onRange={onRange}
      />
      <VaultFooter total={list.first.data?.total} search={filter.search} />
    </GridPage>
  );
}
