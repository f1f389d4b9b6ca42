import { RouterButton } from '#src/ui/links.tsx';
import { Button } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { getRouteApi } from '@tanstack/react-router';
import { instanceAddress } from '#src/api/arm/address.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { MissingCodeError } from '#src/lib/load.ts';
import { viewSearch } from '#src/model/instances.ts';
import { type InstancesSearch, instancesWanted } from '#src/pages/routes.ts';
import { ListPage } from '#src/pages/list/ListPage.tsx';
import { opening, OtherLists } from '#src/pages/list/OtherLists.tsx';
import { DATASOURCE_ID, datasourceFilter } from '#src/pages/list/datasource-filter.ts';
import type { ListPlace } from '#src/pages/list/place.ts';
import { common } from '#src/strings/common.ts';
import { notLoaded } from '#src/strings/datasources.ts';
import { instances as words } from '#src/strings/instances.ts';
import { restoreOptions as menu } from '#src/strings/choices.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { RestoreMenu, type RestoreMenuProps } from '#src/ui/RestoreMenu.tsx';
import { focusField } from '#src/ui/dom.ts';

const route = getRouteApi('/instances');

/** Only vaults of Azure have a secondary region. */
const isOfAzure = (id: string): boolean => DATASOURCES.get(id)?.provider !== undefined;

/** All backup instances, of one datasource at a time; the filters are in the address. */
export function InstancesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listings = route.useLoaderData();
  const { shown, others, isSecondary, ...named } = instancesWanted(listings, search);
  // Back undoes a filter; typing is no history, and neither moves the page.
  const change = (part: Partial<InstancesSearch>) =>
    void navigate({
      search: (all) => ({ ...all, ...part }),
      replace: 'search' in part,
      resetScroll: false,
    });
  if (shown === undefined) throw new MissingCodeError(notLoaded(listings.missing));
  const [elsewhere] = [shown, ...listings.all].flatMap(({ lists }) => lists.secondary ?? []);
  const list = (isSecondary && elsewhere) || shown.lists.instances.list;
  // The button goes with the list that it stands under; the filter stays, and says what is shown.
  const show = (datasource: string) => {
    change({ datasource, sort: undefined });
    focusField(DATASOURCE_ID);
  };
  const footer = (
    <OtherLists
      lists={new Map(others.map(({ word, lists }) => [word, lists.instances]))}
      address={search}
      renderLink={(word, text) => (
        <Button size="small" onClick={() => show(word)}>
          {text}
        </Button>
      )}
      missing={listings.missing}
    />
  );
  return list((spec) => (
    <ListPage
      spec={spec}
      place={{
        ...(isSecondary ? secondary : primary),
        commands: commandsIn(isSecondary, shown.lists.restoreOptions),
      }}
      actions={
        (isSecondary || isOfAzure(shown.id)) && (
          <RegionSwitch
            isSecondary={isSecondary}
            onChange={(isSecond) => change({ view: isSecond ? 'secondary' : undefined })}
          />
        )
      }
      address={search}
      onChange={change}
      picker={isSecondary ? null : datasourceFilter(named.words, shown.name)}
      ignored={named.ignored}
      footer={!isSecondary && footer}
    />
  ));
}

const commandsIn =
  (isSecondary: boolean, options: InstanceCommandsProps['options']): ListPlace['commands'] =>
  (chosen) => <InstanceCommands {...{ chosen, isSecondary, options }} />;

/** Title and links, in either region. */
const placeIn = (isSecondary: boolean): ListPlace => ({
  title: words.title,
  commandsLabel: words.commands,
  ...opening((id) => ({
    to: '/instances/$instanceId',
    params: { instanceId: instanceAddress(id) },
    search: viewSearch(isSecondary),
  })),
  choosing: { hint: isSecondary ? null : words.chooseFirst },
});

const primary = placeIn(false);
const secondary = placeIn(true);

interface InstanceCommandsProps {
  /** The chosen row; null when none is. */
  readonly chosen: string | null;
  /** The list is that of a secondary region: what is chosen there is restored there. */
  readonly isSecondary: boolean;
  /** The ways to restore a row of the list. */
  readonly options: RestoreMenuProps['options'];
}

/** What can be done with the chosen row. */
function InstanceCommands({ chosen, isSecondary, options }: InstanceCommandsProps) {
  const instanceId = chosen === null ? '' : instanceAddress(chosen);
  const view = viewSearch(isSecondary);
  return (
    <>
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        search={chosen === null ? view : { instance: instanceId, ...view }}
        preload={false}
      >
        {common.restore}
      </RouterButton>
      {chosen !== null && (
        <RestoreMenu
          label={menu.menuOf}
          search={{ instance: instanceId, ...view }}
          options={options}
        />
      )}
      {OPENS.map(({ text, icon, hash }) =>
        chosen === null ? (
          <Button key={text} appearance="subtle" icon={icon} disabledFocusable>
            {text}
          </Button>
        ) : (
          <RouterButton
            key={text}
            appearance="subtle"
            icon={icon}
            to="/instances/$instanceId"
            params={{ instanceId }}
            search={view}
            {...hash}
          >
            {text}
          </RouterButton>
        ),
      )}
    </>
  );
}

/** What opens the chosen row, and where in its page. */
const OPENS = [
  { text: words.open, icon: <Open20Regular />, hash: {} },
  { text: words.points, icon: <History20Regular />, hash: { hash: 'restore-points' } },
];
