import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { InstancePageProps } from '#src/datasources/datasource.ts';
import { gib } from '#src/lib/bytes.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { commvaultInstance } from '#src/strings/commvault.ts';
import { instance } from '#src/strings/instance.ts';
import { GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { useNow } from '#src/ui/hooks.ts';
import { TimedPoints } from '#src/ui/instance/PointTimeline.tsx';
import { pointRestoreColumn, pointTimeColumn, pointLossColumn } from '#src/ui/instance/columns.tsx';
import { POINTS_ID, Section } from '#src/ui/instance/parts.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { Labeled, TwoLines } from '#src/ui/text.tsx';

const { heads } = commvaultInstance.points;

/** A restore point as lists name it. */
interface NamedPoint extends CommvaultPoint {
  readonly name: string;
}

interface PointColumnsContext {
  /** What is listed. */
  readonly points: readonly NamedPoint[];
  readonly now: Instant;
  /** The VM's address, for the way to the wizard; null: it can't be restored. */
  readonly address: string | null;
}

/** The columns of the restore points of a VM. */
function pointColumns({ points, now, address }: PointColumnsContext): GridColumn<NamedPoint>[] {
  return [
    pointTimeColumn(instance.points.heads.time, { least: MOMENT_PX }),
    {
      head: heads.job,
      width: { least: 148, share: 1.4 },
      place: 'line',
      cell: ({ id, statusWord, level }) => (
        <TwoLines
          first={
            <>
              <JobLink id={id} />
              {['', statusWord, level ?? '']
                .filter((word, at) => at === 0 || word !== '')
                .join(instance.separator)}
            </>
          }
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
    pointLossColumn(instance.points.heads.lost, points, now),
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

const named = (point: CommvaultPoint): NamedPoint => ({ ...point, name: point.id });

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface VmPointsProps extends Pick<InstancePageProps, 'address' | 'search' | 'change'> {
  readonly query: UseQueryResult<readonly CommvaultPoint[]>;
  /** The VM can't be restored. */
  readonly isBlocked: boolean;
}

/** As of when the VM can be restored. Enter on a row restores. */
export function VmPoints({ query, address, search, change, isBlocked }: VmPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const columnsOf = (points: readonly NamedPoint[]) =>
    pointColumns({ points, now, address: isBlocked ? null : address });
  const restore = ({ id: point }: CommvaultPoint): void => {
    if (!isBlocked) void navigate({ to: '/restore/new', search: { instance: address, point } });
  };
  return (
    <Section id={POINTS_ID} title={instance.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={<GridLoading what={words.what} columns={columnsOf([])} isSelectable />}
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <TimedPoints
              points={points.map(named)}
              columns={columnsOf(points.map(named))}
              onChange={change}
              onOpen={restore}
              {...{ now, search }}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
