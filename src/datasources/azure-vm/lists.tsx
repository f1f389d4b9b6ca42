import { type QueryClient, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { instanceAddress, placesIn } from '#src/api/arm/address.ts';
import { type SourceMachines, sourceMachinesQuery } from '#src/api/compute/machines.ts';
import { atOnce, inPages } from '#src/api/queries/paged.ts';
import { instancePages, secondaryInstancesQuery } from '#src/api/recovery-services/items.ts';
import { unreadVaultsQuery, vaultPages } from '#src/api/recovery-services/vaults.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import {
  CrossRegionState,
  CrossSubscriptionStatus,
  NotReported,
} from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import {
  anyList,
  type DatasourceLists,
  type ListFile,
  type ListSpec,
  type WithColumnsProps,
} from '#src/datasources/list.ts';
import {
  type Address,
  addressReader,
  oneOf,
  sortBy,
  type Wanted,
} from '#src/lib/address-values.ts';
import { countText, roughDurationText } from '#src/lib/format.ts';
import { instant, type Instant, isoOrNull } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import {
  BY_NAME,
  HEALTHS,
  INSTANCE_SORTS,
  type InstanceFilter,
  type InstanceOrder,
  POINT_FILTERS,
  type ProtectedItem,
  SOURCES,
  viewSearch,
} from '#src/model/instances.ts';
import { tagIn, tagsIn, tagText } from '#src/model/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  type Vault,
  VAULT_REDUNDANCIES,
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { instances as words, softDelete } from '#src/strings/instances.ts';
import { vaults as vaultWords } from '#src/strings/vaults.ts';
import { HealthStatus } from '#src/ui/Status.tsx';
import { Labeled, Moment } from '#src/ui/text.tsx';
import { UnreadVaults, type UnreadVaultsProps } from '#src/ui/UnreadVaults.tsx';
import { listWords, optionsOf, secondaryVaultFilter } from '#src/ui/filters/ListFilters.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import {
  type ColumnsContext,
  groupColumn,
  instanceColumns,
  nameColumn,
  regionColumn,
  subscriptionColumn,
  withColumns,
} from '#src/ui/grid/own-columns.tsx';
import { RestoreCell, restoreColumn } from '#src/ui/RestoreMenu.tsx';
import { useNow } from '#src/ui/hooks.ts';

/** What rows show and lists do not hold: cells read it, so that rows are not rendered again for it. */
interface BesideRows {
  readonly now: Instant;
  readonly sources: SourceMachines;
}

const BesideRowsContext = createContext<BesideRows>({ now: instant(0), sources: {} });

/** The columns of the list of backup instances of VMs, in one of the two regions of their vaults. */
function machineColumns(
  context: ColumnsContext,
  isSecondary: boolean,
): GridColumn<ProtectedItem>[] {
  const { heads } = words;
  return [
    ...instanceColumns<ProtectedItem>(context, { least: 96, share: 2 }),
    {
      head: heads.lastPoint,
      width: { least: MOMENT_PX },
      sortBy: 'lastPoint',
      place: 'line',
      isAlwaysShown: true,
      cell: ({ lastRecoveryPointAt: at }) => (at === null ? words.noPoint : <Moment at={at} />),
    },
    {
      head: heads.age,
      width: { least: 60 },
      leaves: 3,
      place: 'line',
      cell: ({ lastRecoveryPointAt: at }) => at !== null && <AgeCell at={at} />,
    },
    {
      head: heads.health,
      width: { least: 144, share: 0.8 },
      leaves: 8,
      sortBy: 'health',
      place: 'end',
      cell: ({ health, deletion }) => <HealthStatus health={health} deletion={deletion} />,
    },
    {
      head: heads.source,
      width: { least: 80 },
      leaves: 7,
      place: 'line',
      cell: ({ sourceResourceId }) => <SourceCell id={sourceResourceId.toLowerCase()} />,
    },
    {
      head: heads.size,
      width: { least: 128 },
      leaves: 1,
      place: 'line',
      cell: ({ sourceResourceId }) => <SizeCell id={sourceResourceId.toLowerCase()} />,
    },
    {
      head: heads.tags,
      width: { least: 112, share: 1.4 },
      leaves: 2,
      place: 'line',
      cell: ({ sourceResourceId }) => <TagsCell id={sourceResourceId.toLowerCase()} />,
    },
    restoreColumn((item) => <MachineRestore item={item} isSecondary={isSecondary} />),
  ];
}

function AgeCell({ at }: { readonly at: Instant }) {
  const { now } = use(BesideRowsContext);
  return <Labeled label={`${words.heads.age}:`}>{roughDurationText(now - at)}</Labeled>;
}

/** Null: it is gone. Undefined: not read. */
type Source = SourceMachines[string] | undefined;

const sourceText = (source: Source): string =>
  source === undefined
    ? common.absence.notRead
    : words.sources[source === null ? 'deleted' : 'exists'];

function sizeText(source: Source): string {
  if (source === undefined) return common.absence.notRead;
  return source === null ? common.absence.notReported : (source.size ?? words.sizeUnknown);
}

function tagsText(source: Source): string {
  if (source === undefined) return common.absence.notRead;
  // Nothing reports the tags of a machine that is gone.
  if (source === null) return common.absence.notReported;
  const tags = tagsIn(source.tags).map(tagText);
  return tags.length === 0 ? words.noTags : listText(tags);
}

function SourceCell({ id }: { readonly id: string }) {
  const source = use(BesideRowsContext).sources[id];
  const text = sourceText(source);
  return source === null ? <strong>{text}</strong> : text;
}

const SizeCell = ({ id }: { readonly id: string }) => sizeText(use(BesideRowsContext).sources[id]);

const TagsCell = ({ id }: { readonly id: string }) => tagsText(use(BesideRowsContext).sources[id]);

interface MachineRestoreProps {
  readonly item: ProtectedItem;
  readonly isSecondary: boolean;
}

function MachineRestore({ item, isSecondary }: MachineRestoreProps) {
  const isGone = use(BesideRowsContext).sources[item.sourceResourceId.toLowerCase()] === null;
  return (
    <RestoreCell
      name={item.friendlyName}
      search={{ instance: instanceAddress(item.id), ...viewSearch(isSecondary) }}
      options={vmRestoreOptions}
      blocked={isGone ? ({ needsSource }) => needsSource : undefined}
      held={item.deletion === null ? undefined : softDelete.held}
    />
  );
}

/** The list as a table for spreadsheets: what every row shows, with times in UTC. */
const instancesCsv: ListFile<ProtectedItem> = {
  ...words.csv,
  lines: async (rows, { names: { subscriptions }, queries }) => {
    const sources = await sourcesOf(rows, queries);
    const sourceOf = ({ sourceResourceId: id }: ProtectedItem) => sources[id.toLowerCase()];
    const unread = rows.filter((item) => sourceOf(item) === undefined).length;
    return {
      cells: rows.map((item) => [
        item.friendlyName,
        item.resourceGroup,
        words.datasources.vm,
        item.vaultName,
        subscriptions[item.subscriptionId.toLowerCase()] ?? null,
        item.subscriptionId,
        item.region,
        isoOrNull(item.lastRecoveryPointAt),
        isoOrNull(item.lastBackupAt),
        words.health[item.health],
        item.protectionState,
        item.sourceResourceId,
        isoOrNull(item.deletion?.purgeAt ?? null),
        sourceText(sourceOf(item)),
        sizeText(sourceOf(item)),
        tagsText(sourceOf(item)),
      ]),
      notes: unread === 0 ? [] : [words.csv.sourcesUnread(unread, countText(unread))],
    };
  },
};

/** As many source VMs as one question of Resource Graph names, and as many questions as a file may ask. */
const VMS_AT_ONCE = 200;
const MOST_QUESTIONS = 25;

/** The source VMs of the rows of a file, one part after another; parts that can't be read are left out. */
async function sourcesOf(
  rows: readonly ProtectedItem[],
  queries: QueryClient,
): Promise<SourceMachines> {
  const parts: SourceMachines[] = [];
  const end = Math.min(rows.length, VMS_AT_ONCE * MOST_QUESTIONS);
  for (let from = 0; from < end; from += VMS_AT_ONCE) {
    const part = sourceMachinesQuery(['file'], rows.slice(from, from + VMS_AT_ONCE));
    try {
      parts.push(await queries.query({ ...part, staleTime: 0 }));
    } catch {
      // Their rows say that it wasn't loaded.
    }
  }
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function machinesWanted(address: Address): Wanted<InstanceFilter, InstanceOrder> {
  const reader = addressReader(address);
  const filter: InstanceFilter = {
    ...placesIn(reader),
    healths: reader.list('health', oneOf(HEALTHS)),
    sources: reader.list('source', oneOf(SOURCES)),
    older: reader.list('older', oneOf(POINT_FILTERS)),
    tags: reader.list('tag', tagIn),
  };
  const order = reader.one('sort', sortBy(INSTANCE_SORTS)) ?? BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function recoveryVaultsWanted(address: Address): Wanted<VaultFilter, VaultOrder> {
  const reader = addressReader(address);
  const { search, subscriptions, regions } = placesIn(reader);
  const filter: VaultFilter = {
    search,
    subscriptions,
    regions,
    redundancies: reader.list('redundancy', oneOf(VAULT_REDUNDANCIES)),
    crossRegion: reader.list('crossRegion', oneOf(CROSS_REGION_STATES)),
    crossSubscription: reader.list('crossSubscription', oneOf(CROSS_SUBSCRIPTION_STATES)),
  };
  const order = reader.one('sort', sortBy(VAULT_SORTS)) ?? VAULTS_BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}

/** "2 h ago" is looked at again this often. */
const AGO_MS = 60_000;

const healths = optionsOf(HEALTHS, words.health);
const sources = optionsOf(SOURCES, words.sources);
const older = optionsOf(POINT_FILTERS, words.older);

/** The backup instances of VMs in all Recovery Services vaults. */
const vmInstanceList: ListSpec<ProtectedItem> = {
  what: words.what,
  rowName: ({ friendlyName }) => friendlyName,
  listOf: (address) => {
    const { filter, order, ignored } = machinesWanted(address);
    const labels = words.filters;
    return {
      ...listWords(words, filter),
      scope: filter,
      filters: ({ subscription, vault, region, tag }) => [
        { ...subscription, label: labels.subscription },
        { ...vault, label: labels.vault },
        { ...region, label: labels.region },
        { part: 'health', label: labels.health, options: healths, chosen: filter.healths },
        { part: 'older', label: labels.older, options: older, chosen: filter.older },
        { part: 'source', label: labels.source, options: sources, chosen: filter.sources },
        { ...tag, label: labels.tag },
      ],
      order: { now: order, usual: BY_NAME },
      ignored,
      source: inPages(instancePages(filter, order)),
      footer: <Unread of={words.unread} />,
      csv: instancesCsv,
    };
  },
  WithColumns: (props) => <MachineColumns {...props} isSecondary={false} />,
};

interface MachineColumnsProps extends WithColumnsProps<ProtectedItem> {
  /** The rows are those of a secondary region. */
  readonly isSecondary: boolean;
}

/** What lists do not hold is read for the pages in view: whether a machine is still there. */
function MachineColumns(props: MachineColumnsProps) {
  const { subscriptions, regions, linkTo, rows, isSecondary, children } = props;
  const now = useNow(AGO_MS);
  const machines = useQueries({
    queries: rows.pages.map((page) => sourceMachinesQuery(page.key, page.rows)),
    combine: together,
  });
  const columns = useMemo(
    () => machineColumns({ subscriptions, regions, linkTo }, isSecondary),
    [subscriptions, regions, linkTo, isSecondary],
  );
  const beside = useMemo(() => ({ now, sources: machines }), [now, machines]);
  return <BesideRowsContext value={beside}>{children(columns)}</BesideRowsContext>;
}

/** The vaults that are missing themselves, or whose instances are. */
function Unread({ of }: { readonly of: UnreadVaultsProps['words'] }) {
  return <UnreadVaults read={useQuery(unreadVaultsQuery())} words={of} />;
}

/** One object as long as nothing in it changes, so that rows are not drawn again for nothing. */
function together(results: readonly UseQueryResult<SourceMachines>[]): SourceMachines {
  return Object.fromEntries(results.flatMap(({ data }) => Object.entries(data ?? {})));
}

const { secondary: own } = words;

/** What the list of a paired region says while no vault is chosen: that none has one only where each says so. */
export const insteadOfSecondary = (
  vaults: readonly { readonly hasCrossRegionRestore: boolean | null }[] | undefined,
): string =>
  vaults?.every(({ hasCrossRegionRestore }) => hasCrossRegionRestore === false) === true
    ? own.noVaults
    : own.choose;

/** What one vault has in its paired region: Azure has no list over all vaults for it. */
export const secondary: ListSpec<ProtectedItem> = {
  ...vmInstanceList,
  intro: own.intro,
  listOf: (address) => {
    const { filter, ignored } = machinesWanted(address);
    const vault = filter.vaults[0];
    const search = filter.search.toLowerCase();
    return {
      ...listWords(words, filter),
      // The list is always that of one vault.
      empty: () => ({ title: search === '' ? own.none : own.noneFit }),
      scope: { isOfVault: true },
      filters: ({ machineVaults }) => [
        secondaryVaultFilter({ vaults: machineVaults, chosen: vault, words: own }),
      ],
      ignored,
      source: atOnce(
        { ...secondaryInstancesQuery(vault ?? resourceId('')), enabled: vault !== undefined },
        (read) => ({
          kind: 'rows',
          read,
          rows: read.filter(({ friendlyName }) => friendlyName.toLowerCase().includes(search)),
        }),
      ),
      ...(vault === undefined && {
        instead: ({ machineVaults }) => ({
          title: insteadOfSecondary(machineVaults),
        }),
      }),
    };
  },
  WithColumns: (props) => <MachineColumns {...props} isSecondary />,
};

/** The filters by the settings of a vault. */
const settings = [
  {
    part: 'redundancy',
    of: 'redundancies',
    options: optionsOf(VAULT_REDUNDANCIES, vaultWords.filters.redundancies),
  },
  {
    part: 'crossRegion',
    of: 'crossRegion',
    options: optionsOf(CROSS_REGION_STATES, vaultWords.filters.states),
  },
  {
    part: 'crossSubscription',
    of: 'crossSubscription',
    options: optionsOf(CROSS_SUBSCRIPTION_STATES, vaultWords.filters.states),
  },
] as const;

/** The Recovery Services vaults of all subscriptions. */
const recoveryVaultList: ListSpec<Vault> = {
  what: vaultWords.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { filter, order, ignored } = recoveryVaultsWanted(address);
    const { subscriptions, regions } = filter;
    const labels = vaultWords.heads;
    return {
      ...listWords(vaultWords, filter),
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
      footer: <Unread of={vaultWords.unread} />,
    };
  },
  WithColumns: withColumns(vaultColumns),
};

/** The columns of the list of Recovery Services vaults. */
function vaultColumns(context: ColumnsContext): GridColumn<Vault>[] {
  const { heads } = vaultWords;
  return [
    nameColumn(context, heads.name, { least: 96, share: 1.25 }, ({ name }) => name),
    groupColumn(),
    subscriptionColumn(context, { head: heads.subscription, leaves: 2, share: 1.35 }),
    regionColumn(context, { head: heads.region, leaves: 3, share: 0.95 }),
    {
      head: heads.redundancy,
      width: { least: 96, share: 1.2 },
      leaves: 4,
      sortBy: 'redundancy',
      place: 'line',
      cell: ({ redundancy }) =>
        redundancy === null ? <NotReported /> : vaultWords.redundancy[redundancy],
    },
    {
      head: heads.crossRegion,
      width: { least: 96, share: 1.35 },
      sortBy: 'crossRegion',
      place: 'line',
      cell: ({ crossRegionRestore }) => (
        <Labeled label={`${heads.crossRegion}:`}>
          <CrossRegionState isOn={crossRegionRestore} />
        </Labeled>
      ),
    },
    {
      head: heads.crossSubscription,
      width: { least: 96, share: 1.7 },
      sortBy: 'crossSubscription',
      place: 'line',
      cell: ({ crossSubscriptionRestore }) => (
        <Labeled label={`${heads.crossSubscription}:`}>
          <CrossSubscriptionStatus state={crossSubscriptionRestore} />
        </Labeled>
      ),
    },
    {
      head: heads.movedFrom,
      width: { least: 96, share: 1.1 },
      leaves: 1,
      place: 'line',
      cell: ({ movedFrom }) =>
        movedFrom === null ? null : (
          <Labeled label={`${heads.movedFrom}:`}>
            {context.subscriptions[movedFrom.toLowerCase()] ?? movedFrom}
          </Labeled>
        ),
    },
  ];
}

/** The lists of Azure VMs and of the Recovery Services vaults that protect them. */
export const vmLists: DatasourceLists = {
  instances: { list: anyList(vmInstanceList) },
  restoreOptions: vmRestoreOptions,
  secondary: anyList(secondary),
  vaults: {
    list: anyList(recoveryVaultList),
    type: 'recoveryServices',
    name: diskPages.vaults.types.recoveryServices,
  },
};
