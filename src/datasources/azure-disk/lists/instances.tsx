import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { inPages } from '#src/api/queries/list-source.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import {
  DeletedUnread,
  heldBack,
  ProtectionCell,
  purgeOf,
} from '#src/datasources/azure-disk/lists/deleted.tsx';
import { disksWanted } from '#src/datasources/azure-disk/lists/wanted.ts';
import type { Beside, BesideLineProps, ListFile, ListSpec } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import { type DiskBackupInstance, DISKS_BY_NAME } from '#src/model/backup-vaults.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { common as general } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances as common } from '#src/strings/instances.ts';
import { listWords } from '#src/ui/filters/list-words.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { type ColumnsContext, instanceColumns, withColumns } from '#src/ui/grid/own-columns.tsx';
import { RestoreCell, restoreColumn } from '#src/ui/grid/restore-column.tsx';

const words = diskPages.list;

/** The columns of the list of disks; a list tells no point and no health of a disk. */
function diskColumns(context: ColumnsContext): GridColumn<DiskBackupInstance>[] {
  return [
    ...instanceColumns<DiskBackupInstance>(context, common.datasources.disk, {
      name: { least: 120, share: 2 },
      datasource: { least: 96, share: 1 },
    }),
    {
      head: words.heads.snapshots,
      width: { least: 112, share: 1.2 },
      place: 'line',
      cell: ({ snapshotGroupId }) =>
        snapshotGroupId === null ? general.notReported : nameOf(snapshotGroupId),
    },
    {
      head: words.heads.state,
      width: { least: 96, share: 1 },
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
  ...words.csv,
  cells: (disk, { subscriptions }) => [
    disk.friendlyName,
    disk.resourceGroup,
    common.datasources.disk,
    disk.vaultName,
    subscriptions[disk.subscriptionId.toLowerCase()] ?? null,
    disk.subscriptionId,
    disk.region,
    disk.snapshotGroupId === null ? null : nameOf(disk.snapshotGroupId),
    disk.policyName,
    disk.protectionState,
    disk.sourceDiskId,
    purgeOf(disk),
  ],
};

/** The protected disks over all Backup vaults. */
export const instances: ListSpec<DiskBackupInstance> = {
  what: words.what,
  rowName: ({ friendlyName }) => friendlyName,
  listOf: (address) => {
    const { filter, order, ignored } = disksWanted(address);
    const labels = common.filters;
    return {
      ...listWords(words, filter),
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
  if (data !== undefined) return children(words.too(data.total, countText(data.total)));
  return error === null ? null : children(words.tooNotRead);
}

export const instancesBeside: Beside = { Line: DisksToo, show: words.show };
