import { instanceAddress } from '#src/api/arm/address.ts';
import type { CommvaultVm } from '#src/api/commvault/vms.ts';
import { VmStatus } from '#src/datasources/commvault-vm/VmStatus.tsx';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { common } from '#src/strings/common.ts';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import type { ColumnsContext } from '#src/ui/grid/own-columns.tsx';
import { RestoreCell, restoreColumn } from '#src/ui/grid/restore-column.tsx';
import { SearchMarked } from '#src/ui/grid/SearchMarked.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { Moment } from '#src/ui/Moment.tsx';

const words = commvaultLists.vms;

/** The columns of the list of VMs of a CommServe. */
export function vmColumns({ linkTo }: ColumnsContext): GridColumn<CommvaultVm>[] {
  const { heads } = words;
  return [
    {
      head: heads.name,
      width: { least: 96, share: 2 },
      place: 'name',
      cell: ({ id, name, isDeleted }) => (
        <TwoLines
          first={linkTo(id, <SearchMarked text={name} />)}
          {...(isDeleted && { second: words.deleted })}
        />
      ),
    },
    {
      head: heads.group,
      width: { least: 112, share: 1.2 },
      leaves: 2,
      place: 'line',
      cell: ({ group }) => group?.name ?? common.notReported,
    },
    {
      head: heads.plan,
      width: { least: 112, share: 1.2 },
      leaves: 1,
      place: 'line',
      cell: ({ planName }) => planName ?? common.notReported,
    },
    {
      head: heads.hypervisor,
      width: { least: 112, share: 1 },
      leaves: 3,
      place: 'line',
      cell: ({ hypervisor }) => hypervisor?.name ?? common.notReported,
    },
    {
      head: heads.lastBackup,
      width: { least: MOMENT_PX },
      place: 'line',
      cell: ({ lastBackupAt }) => <Moment key="lastBackupAt" at={lastBackupAt} />,
    },
    {
      head: heads.status,
      width: { least: 148 },
      place: 'end',
      cell: ({ status }) => <VmStatus status={status} />,
    },
    restoreColumn(({ id, name }) => (
      <RestoreCell name={name} search={{ instance: instanceAddress(id) }} />
    )),
  ];
}
