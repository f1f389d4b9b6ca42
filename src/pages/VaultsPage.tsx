import { getRouteApi } from '@tanstack/react-router';
import { vaultAddress } from '#src/api/arm/address.ts';
import { ListPage } from '#src/pages/list/ListPage.tsx';
import { opening, OtherLists } from '#src/pages/list/OtherLists.tsx';
import type { ListPlace } from '#src/pages/list/place.ts';
import { type VaultsSearch, vaultsWanted } from '#src/pages/routes.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { MissingCodeError } from '#src/lib/load.ts';
import { notLoaded } from '#src/strings/datasources.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { focusField } from '#src/ui/dom.ts';
import { RouterLink } from '#src/ui/links.tsx';

const route = getRouteApi('/vaults');

/** The id of the filter that chooses which kind of vaults is listed. */
const TYPE_ID = 'vault-type';

/**
 * All vaults over all subscriptions, of one kind at a time: they have few settings in common. The filters are
 * in the address.
 */
export function VaultsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listings = route.useLoaderData();
  const { all, shown, ignored } = vaultsWanted(listings, search);
  // Back undoes a filter; typing is no history, and neither moves the page.
  const change = (part: Partial<VaultsSearch>) =>
    void navigate({
      search: (before) => ({ ...before, ...part }),
      replace: 'search' in part,
      resetScroll: false,
    });
  if (shown === undefined) throw new MissingCodeError(notLoaded(listings.missing));
  const picker = {
    id: TYPE_ID,
    part: 'type',
    label: diskPages.vaults.type,
    options: all.map(({ type, name }) => ({ value: type, text: name })),
    chosen: [shown.type],
    isOneOf: true,
  };
  const others = all.filter((list) => list !== shown);
  const footer = (
    <OtherLists
      lists={new Map(others.map((list) => [list.type, list]))}
      address={search}
      renderLink={(type, text) => (
        // The link goes with the list that it stands under; the filter stays, and says what is shown.
        <RouterLink to="/vaults" search={{ type }} onClick={() => void focusField(TYPE_ID)}>
          {text}
        </RouterLink>
      )}
      missing={listings.missing}
    />
  );
  return shown.list((spec) => (
    <ListPage
      spec={spec}
      place={place}
      address={search}
      onChange={change}
      picker={picker}
      ignored={ignored}
      footer={footer}
    />
  ));
}

const place: ListPlace = {
  title: words.title,
  commandsLabel: words.commands,
  ...opening((id) => ({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(id) } })),
};
