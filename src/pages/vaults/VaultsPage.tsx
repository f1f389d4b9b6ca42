import { getRouteApi } from '@tanstack/react-router';
import { usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { vaultPages } from '#src/api/queries/vaults.ts';
import { countText } from '#src/lib/format.ts';
import { orderText } from '#src/lib/wanted.ts';
import { type VaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { VaultFilters } from '#src/pages/vaults/VaultFilters.tsx';
import { VaultList } from '#src/pages/vaults/VaultList.tsx';
import { VaultTroubles } from '#src/pages/vaults/VaultTroubles.tsx';
import { common } from '#src/strings/common.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { useSettled } from '#src/ui/use-settled.ts';

const route = getRouteApi('/vaults');

/** Pages are read when scrolling rests, and once a second while it does not. */
const PACE = { quietMs: 120, longestMs: 1000 };

/** All Recovery Services vaults over all subscriptions; what is asked for stands in the address. */
export function VaultsPage() {
  const navigate = route.useNavigate();
  const { filter, order, ignored } = vaultsWanted(route.useSearch());
  const [range, setRange] = useSettled({ first: 0, last: 0 }, PACE);
  const list = usePaged(vaultPages(filter, order), range);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<VaultsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const count = list.first.data?.total;
  return (
    <GridPage>
      <PageHeader
        title={words.title}
        crumbs={[
          <RouterLink key="overview" to="/">
            {common.overview}
          </RouterLink>,
        ]}
      />
      <VaultCommands readAt={oldestReadAt(list.pages.map(({ key }) => key))} />
      <VaultFilters filter={filter} onChange={change} />
      <VaultTroubles ignored={ignored} list={list} />
      <VaultList
        key={JSON.stringify(filter)}
        list={list}
        filter={filter}
        order={order}
        onOrder={(next) => change({ sort: orderText(next, 'name') })}
        onRange={(first, last) => setRange({ first, last })}
      />
      <GridFooter
        count={count === undefined ? '' : words.count(count, countText(count), filter.search)}
      />
    </GridPage>
  );
}
