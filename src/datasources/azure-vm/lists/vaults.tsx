import { useQuery } from '@tanstack/react-query';
import { inPages } from '#src/api/queries/paged.ts';
import { unreadVaultsQuery, vaultPages } from '#src/api/recovery-services/vaults.ts';
import type { ListSpec } from '#src/datasources/list.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  type Vault,
  VAULT_REDUNDANCIES,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { listWords } from '#src/ui/filters/list-words.ts';
import { optionsOf } from '#src/ui/filters/ListFilters.tsx';
import {
  type ColumnsContext,
  nameColumn,
  regionColumn,
  subscriptionColumn,
  withColumns,
} from '#src/ui/grid/own-columns.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { LabelWhenNarrow } from '#src/ui/grid/LabelWhenNarrow.tsx';
import {
  CrossRegionState,
  CrossSubscriptionStatus,
  NotReported,
} from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import { vaultsWanted } from '#src/datasources/azure-vm/lists/wanted.ts';

/** The filters by the settings of a vault. */
const settings = [
  {
    part: 'redundancy',
    of: 'redundancies',
    options: optionsOf(VAULT_REDUNDANCIES, words.filters.redundancies),
  },
  {
    part: 'crossRegion',
    of: 'crossRegion',
    options: optionsOf(CROSS_REGION_STATES, words.filters.states),
  },
  {
    part: 'crossSubscription',
    of: 'crossSubscription',
    options: optionsOf(CROSS_SUBSCRIPTION_STATES, words.filters.states),
  },
] as const;

/** The Recovery Services vaults of all subscriptions. */
export const vaults: ListSpec<Vault> = {
  what: words.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { filter, order, ignored } = vaultsWanted(address);
    const { subscriptions, regions } = filter;
    const labels = words.heads;
    return {
      ...listWords(words, filter),
      scope: { subscriptions, regions },
      filters: ({ subscription, region }) => [
        { ...subscription, label: labels.subscription },
        { ...region, label: labels.region },
        ...settings.map(({ part, of, options }) => ({
          part,
          label: labels[part],
          options,
          chosen: filter[of],
        })),
      ],
      order: { now: order, usual: VAULTS_BY_NAME },
      ignored,
      source: inPages(vaultPages(filter, order)),
      footer: <Unread />,
    };
  },
  WithColumns: withColumns(vaultColumns),
};

/** The vaults whose contents can't be read. */
function Unread() {
  return <UnreadVaults read={useQuery(unreadVaultsQuery())} words={words.unread} />;
}

/** The columns of the list of Recovery Services vaults. */
function vaultColumns(context: ColumnsContext): GridColumn<Vault>[] {
  const { heads } = words;
  return [
    nameColumn(context, heads.name, { least: 96, share: 1.25 }, ({ name }) => name),
    subscriptionColumn(context, { head: heads.subscription, leaves: 2, share: 1.35 }),
    regionColumn(context, { head: heads.region, leaves: 3, share: 0.95 }),
    {
      head: heads.redundancy,
      width: { least: 96, share: 1.2 },
      leaves: 4,
      sortBy: 'redundancy',
      place: 'line',
      cell: ({ redundancy }) =>
        redundancy === null ? <NotReported /> : words.redundancy[redundancy],
    },
    {
      head: heads.crossRegion,
      width: { least: 96, share: 1.35 },
      sortBy: 'crossRegion',
      place: 'line',
      cell: ({ crossRegionRestore }) => (
        <LabelWhenNarrow label={heads.crossRegion}>
          <CrossRegionState isOn={crossRegionRestore} />
        </LabelWhenNarrow>
      ),
    },
    {
      head: heads.crossSubscription,
      width: { least: 96, share: 1.7 },
      sortBy: 'crossSubscription',
      place: 'line',
      cell: ({ crossSubscriptionRestore }) => (
        <LabelWhenNarrow label={heads.crossSubscription}>
          <CrossSubscriptionStatus state={crossSubscriptionRestore} />
        </LabelWhenNarrow>
      ),
    },
    {
      head: heads.movedFrom,
      width: { least: 96, share: 1.1 },
      leaves: 1,
      place: 'line',
      cell: ({ movedFrom }) =>
        movedFrom === null ? null : (
          <LabelWhenNarrow label={heads.movedFrom}>
            {context.subscriptions[movedFrom.toLowerCase()] ?? movedFrom}
          </LabelWhenNarrow>
        ),
    },
  ];
}
