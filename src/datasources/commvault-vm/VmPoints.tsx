import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { gib } from '#src/lib/bytes.ts';
import { countText, durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { commvaultInstance } from '#src/strings/commvault.ts';
import { instance } from '#src/strings/instance.ts';
import { NameLink } from '#src/ui/links.tsx';
import { Labeled, TwoLines } from '#src/ui/text.tsx';
import { GridFooter, GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { PointGrid, POINTS_ID, Section } from '#src/ui/instance/parts.tsx';
import { pointRestoreColumn, pointTimeColumn } from '#src/ui/instance/columns.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { useNow } from '#src/ui/hooks.ts';

const { heads } = commvaultInstance.points;

/** A restore point as lists name it. */
interface NamedPoint extends CommvaultPoint {
  readonly name: string;
}

interface PointColumnsContext {
  readonly now: Instant;
  /** The VM's address, for the way to the wizard; null: it can't be restored. */
  readonly address: string | null;
}

/** The columns of the restore points of a VM. */
function pointColumns({ now, address }: PointColumnsContext): GridColumn<NamedPoint>[] {
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
      cell: () => <Labeled label={`${heads.consistency}:`}>{common.notReported}</Labeled>,
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

const words = commvaultInstance.points;

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface VmPointsProps {
  readonly query: UseQueryResult<readonly CommvaultPoint[]>;
  readonly address: string;
  /** The VM can't be restored. */
  readonly isBlocked: boolean;
}

/** As of when the VM can be restored. Enter on a row restores. */
export function VmPoints({ query, address, isBlocked }: VmPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const columns = pointColumns({ now, address: isBlocked ? null : address });
  const restore = ({ id: point }: CommvaultPoint): void => {
    if (!isBlocked) void navigate({ to: '/restore/new', search: { instance: address, point } });
  };
  return (
    <Section id={POINTS_ID} title={instance.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <>
              <PointGrid
                points={points.map((point) => ({ ...point, name: point.id }))}
                columns={columns}
                onOpen={restore}
              />
              <GridFooter count={words.count(points.length, countText(points.length))} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
