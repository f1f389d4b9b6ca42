import { backupVaultsQuery } from '#src/api/data-protection/vaults.ts';
import { useQuery } from '@tanstack/react-query';
import { instanceAddress, placesIn } from '#src/api/arm/address.ts';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { atOnce, inPages, pageQuery } from '#src/api/queries/paged.ts';
import {
  DeletedUnread,
  heldBack,
  ProtectionCell,
  purgeOf,
} from '#src/datasources/azure-disk/deleted.tsx';
import {
  anyList,
  type RowsElsewhere,
  type BesideLineProps,
  type DatasourceLists,
  type ListFile,
  type ListSpec,
} from '#src/datasources/list.ts';
import { type Address, addressReader, sortBy, type Wanted } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { sortedBy } from '#src/lib/list.ts';
import {
  type BackupVault,
  DISK_INSTANCE_SORTS,
  type DiskBackupInstance,
  type DiskInstanceFilter,
  type DiskInstanceOrder,
  DISKS_BY_NAME,
} from '#src/model/backup-vaults.ts';
import { nameOf } from '#src/model/resource-id.ts';
import {
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { instances as instanceWords } from '#src/strings/instances.ts';
import { vaults as vaultWords } from '#src/strings/vaults.ts';
import { Status } from '#src/ui/Status.tsx';
import { listWords } from '#src/ui/filters/ListFilters.tsx';
import type { GridColumn } from '#src/ui/grid/columns.ts';
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

const ofMachines = () => null;

/** What an address asks for: health, source, tags and last point are facts of machines. */
export function disksWanted(address: Address): Wanted<DiskInstanceFilter, DiskInstanceOrder> {
  const reader = addressReader(address);
  const filter: DiskInstanceFilter = placesIn(reader);
  reader.list('health', ofMachines);
  reader.list('source', ofMachines);
  reader.list('older', ofMachines);
  reader.list('tag', ofMachines);
  const order = reader.one('sort', sortBy(DISK_INSTANCE_SORTS)) ?? DISKS_BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}

const diskWords = diskPages.list;

/** The columns of the list of disks; a list tells no point and no health of a disk. */
function diskColumns(context: ColumnsContext): GridColumn<DiskBackupInstance>[] {
  return [
    ...instanceColumns<DiskBackupInstance>(context, { least: 120, share: 2 }),
    {
      head: diskWords.heads.snapshots,
      width: { least: 112, share: 1.2 },
      leaves: 8,
      place: 'line',
      cell: ({ snapshotGroupId }) =>
        snapshotGroupId === null ? common.absence.notReported : nameOf(snapshotGroupId),
    },
    {
      head: diskWords.heads.state,
      width: { least: 96, share: 1.8 },
      place: 'end',
      cell: (disk) => <ProtectionCell disk={disk} />,
    },
    restoreColumn((disk) => (
      <RestoreCell
        name={disk.friendlyName}
        search={{ instance: instanceAddress(disk.id) }}
        held={heldBack(disk)}
      />
    )),
  ];
}

/** The list as a table for spreadsheets: what every row shows. */
const disksCsv: ListFile<DiskBackupInstance> = {
  ...diskWords.csv,
  lines: (rows, { names: { subscriptions } }) => ({
    cells: rows.map((disk) => [
      disk.friendlyName,
      disk.resourceGroup,
      instanceWords.datasources.disk,
      disk.vaultName,
      subscriptions[disk.subscriptionId.toLowerCase()] ?? null,
      disk.subscriptionId,
      disk.region,
      disk.snapshotGroupId === null ? null : nameOf(disk.snapshotGroupId),
      disk.policyName,
      disk.protectionState,
      disk.sourceDiskId,
      purgeOf(disk),
    ]),
    notes: [],
  }),
};

/** The protected disks over all Backup vaults. */
const diskList: ListSpec<DiskBackupInstance> = {
  what: diskWords.what,
  rowName: ({ friendlyName }) => friendlyName,
  listOf: (address) => {
    const { filter, order, ignored } = disksWanted(address);
    const labels = instanceWords.filters;
    return {
      ...listWords(diskWords, filter),
      scope: { ...filter, providers: ['Microsoft.DataProtection'] },
      filters: ({ subscription, vault, region }) => [
        { ...subscription, label: labels.subscription },
        { ...vault, label: labels.vault },
        { ...region, label: labels.region },
      ],
      order: { now: order, usual: DISKS_BY_NAME },
      ignored,
      source: inPages(diskInstancePages(filter, order)),
      footer: <DeletedUnread />,
      csv: disksCsv,
    };
  },
  WithColumns: withColumns(diskColumns),
};

const OF_MACHINES = ['health', 'source', 'older', 'tag'];

/** That disks fit an address too; an address with facts of machines asks for machines. */
function DisksToo({ address, children }: BesideLineProps) {
  const { filter } = disksWanted(address);
  const isOfMachines = OF_MACHINES.some((name) => Boolean(address[name]));
  const { data, error } = useQuery({
    ...pageQuery(diskInstancePages(filter, DISKS_BY_NAME), 0),
    enabled: !isOfMachines,
  });
  if (isOfMachines || data?.total === 0) return null;
  if (data !== undefined) return children(diskWords.too(data.total, countText(data.total)));
  return error === null ? null : children(diskWords.tooNotRead);
}

const instancesBeside: RowsElsewhere = { Line: DisksToo, show: diskWords.show };

type BackupVaultFilter = Pick<VaultFilter, 'search' | 'subscriptions' | 'regions'>;

/** What an address asks for; its settings are those of Recovery Services vaults, and wait for them. */
function vaultsWanted(address: Address): Wanted<BackupVaultFilter, VaultOrder> {
  const reader = addressReader(address);
  const { search, subscriptions, regions } = placesIn(reader);
  const order = reader.one('sort', sortBy(VAULT_SORTS)) ?? VAULTS_BY_NAME;
  return { filter: { search, subscriptions, regions }, order, ignored: reader.ignored() };
}

/** The Backup vaults that a filter lets through, in order: they are few, and read whole. */
export function narrowedVaults(
  all: readonly BackupVault[],
  { search, subscriptions, regions }: BackupVaultFilter,
  { by, isDescending }: VaultOrder,
): readonly BackupVault[] {
  const text = search.toLowerCase();
  const rows = all
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter(({ subscriptionId }) => holds(subscriptions, subscriptionId))
    .filter(({ region }) => holds(regions, region));
  return sortedBy(rows, (vault) => valueOf(vault, by), isDescending);
}

const holds = (list: readonly string[], value: string): boolean =>
  list.length === 0 || list.some((one) => one.toLowerCase() === value.toLowerCase());

/** Other columns are those of Recovery Services vaults. */
function valueOf({ name, subscriptionId, region }: BackupVault, by: VaultOrder['by']): string {
  if (by === 'subscription') return subscriptionId;
  return by === 'region' ? region : name.toLowerCase();
}

const words = diskPages.vaults;

/** The columns of the list of Backup vaults. */
function backupVaultColumns(context: ColumnsContext): GridColumn<BackupVault>[] {
  return [
    nameColumn(context, words.heads.name, { least: 112, share: 1.25 }, ({ name }) => name),
    groupColumn(),
    subscriptionColumn(context, { head: words.heads.subscription, leaves: 2, share: 1.35 }),
    regionColumn(context, { head: words.heads.region, leaves: 3, share: 0.95 }),
    {
      head: words.heads.identity,
      width: { least: 144, share: 1.35 },
      place: 'end',
      cell: ({ principalId }) => (
        <Status tone={principalId === null ? 'warning' : 'done'}>
          {principalId === null ? words.identity.none : words.identity.system}
        </Status>
      ),
    },
  ];
}

/** The Backup vaults of all subscriptions: they are few, and read whole. */
const vaultList: ListSpec<BackupVault> = {
  what: words.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { filter, order, ignored } = vaultsWanted(address);
    const { search, subscriptions, regions } = filter;
    const labels = vaultWords.heads;
    return {
      search: { label: vaultWords.search, value: search },
      scope: { subscriptions, regions, providers: ['Microsoft.DataProtection'] },
      filters: ({ subscription, region }) => [
        { ...subscription, label: labels.subscription },
        { ...region, label: labels.region },
      ],
      order: { now: order, usual: VAULTS_BY_NAME },
      ignored,
      source: atOnce(backupVaultsQuery(), (read) => ({
        kind: 'rows',
        read,
        rows: narrowedVaults(read, filter, order),
      })),
      empty: ({ whole }) =>
        whole?.kind === 'rows' && whole.read.length === 0
          ? { title: words.none }
          : { title: words.noneFit, children: words.noneFitBody },
      count: (total) => words.count(total, countText(total), search),
    };
  },
  WithColumns: withColumns(backupVaultColumns),
};

/** That there are Backup vaults too. */
function BackupVaultsToo({ children }: BesideLineProps) {
  const { data, error } = useQuery(backupVaultsQuery());
  if (data === undefined) return error === null ? null : children(words.tooNotRead);
  return data.length === 0 ? null : children(words.too(data.length, countText(data.length)));
}

const vaultsBeside: RowsElsewhere = { Line: BackupVaultsToo, show: words.show };

/** The lists of Azure managed disks and of the Backup vaults that protect them. */
export const diskLists: DatasourceLists = {
  instances: { list: anyList(diskList), beside: instancesBeside },
  vaults: {
    list: anyList(vaultList),
    type: 'backup',
    name: diskPages.vaults.types.backup,
    beside: vaultsBeside,
  },
};
