import { jobAddress } from '#src/api/arm/address.ts';
import { jobOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { gib } from '#src/lib/bytes.ts';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import { useRowTabIndex } from '#src/ui/grid/current-row.ts';
import { LabelWhenNarrow } from '#src/ui/grid/LabelWhenNarrow.tsx';
import { pointRestoreColumn, pointTimeColumn } from '#src/ui/instance/point-columns.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const { heads } = commvaultInstance.points;

/** A restore point as lists name it. */
export interface NamedPoint extends CommvaultPoint {
  readonly name: string;
}

export interface PointColumnsContext {
  readonly now: Instant;
  /** The VM's address, for the way to the wizard; null: it can't be restored. */
  readonly address: string | null;
}

/** The columns of the restore points of a VM. */
export function pointColumns({ now, address }: PointColumnsContext): GridColumn<NamedPoint>[] {
  return [
    pointTimeColumn(instance.points.heads.time, { least: MOMENT_PX, share: 1 }, now),
    {
      head: heads.job,
      width: { least: 148, share: 1.4 },
      place: 'line',
      cell: ({ id, statusWord, level }) => (
        <TwoLines
          first={<JobLink id={id} />}
          second={[statusWord, level ?? ''].filter(Boolean).join(instance.separator)}
        />
      ),
    },
    {
      head: heads.consistency,
      width: { least: 104, share: 0.8 },
      leaves: 1,
      place: 'line',
      cell: () => <LabelWhenNarrow label={heads.consistency}>{common.notReported}</LabelWhenNarrow>,
    },
    {
      head: heads.size,
      width: { least: 96 },
      leaves: 2,
      isNumber: true,
      place: 'line',
      cell: ({ sizeBytes }) => (sizeBytes === null ? common.notReported : gib(sizeBytes)),
    },
    {
      head: instance.points.heads.lost,
      width: { least: 104, share: 1 },
      place: 'line',
      cell: ({ time }) => instance.points.lost(durationText(now - time)),
    },
    ...(address === null
      ? []
      : [
          pointRestoreColumn<NamedPoint>(instance.points.heads.restore, {
            search: { instance: address },
          }),
        ]),
  ];
}

function JobLink({ id }: { readonly id: string }) {
  const tabIndex = useRowTabIndex();
  return (
    <NameLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }} tabIndex={tabIndex}>
      {jobOf(id)?.name ?? id}
    </NameLink>
  );
}
