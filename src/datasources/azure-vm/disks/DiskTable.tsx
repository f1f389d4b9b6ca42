import type { Disk } from '#src/model/machines.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Name } from '#src/ui/Name.tsx';

const columns: Column<Disk>[] = [
  { head: words.heads.disk, cell: ({ name }) => <Name>{name}</Name> },
  {
    head: words.heads.holds,
    cell: ({ osType }) => (osType === null ? words.data : words.system(osType)),
  },
  {
    head: words.heads.size,
    isNumber: true,
    cell: ({ sizeGiB }) => (sizeGiB === null ? common.notReported : words.gib(sizeGiB)),
  },
  {
    head: words.heads.place,
    cell: ({ region, zone }) => (zone === null ? region : words.inZone(region, zone)),
  },
  {
    head: words.heads.on,
    cell: ({ machineId }) => (machineId === null ? words.noVm : <Name>{nameOf(machineId)}</Name>),
  },
];

/** The restored disks as Azure has them now. */
export function DiskTable({ disks }: { readonly disks: readonly Disk[] }) {
  return <DataTable label={words.disks} columns={columns} rows={disks} rowKey={({ id }) => id} />;
}
