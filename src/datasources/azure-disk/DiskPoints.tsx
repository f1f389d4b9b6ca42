import { useNavigate } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import type { InstancePageProps } from '#src/datasources/datasource.ts';
import { roughDurationText, dateTimeText } from '#src/lib/format.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import type { DiskBackupInstance, DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { diskPages, diskStateText } from '#src/strings/azure-disk.ts';
import { common } from '#src/strings/common.ts';
import { instance as instanceWords } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/instances.ts';
import { GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import { useNow } from '#src/ui/hooks.ts';
import { TimedPoints } from '#src/ui/instance/PointTimeline.tsx';
import { pointRestoreColumn, pointTimeColumn, pointLossColumn } from '#src/ui/instance/columns.tsx';
import { POINTS_ID, Section } from '#src/ui/instance/parts.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const words = diskPages.instance.points;

/** The columns of the points of a disk. */
function diskPointColumns(
  points: readonly DiskRecoveryPoint[],
  now: Instant,
  address: string,
): GridColumn<DiskRecoveryPoint>[] {
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX }),
    {
      head: words.heads.kind,
      width: { least: 160, share: 1 },
      leaves: 1,
      place: 'line',
      cell: ({ kind, isComplete }) => (
        <TwoLines
          first={[
            kind ?? common.notReported,
            isComplete === false ? words.partial : words.snapshot,
          ].join(instanceWords.separator)}
        />
      ),
    },
    {
      head: words.heads.expires,
      width: { least: 96 },
      leaves: 2,
      place: 'line',
      cell: ({ expiresAt: at }) =>
        at === null ? (
          common.notReported
        ) : (
          <time dateTime={isoText(at)} title={dateTimeText(at)}>
            {at <= now ? words.expired : words.left(roughDurationText(at - now))}
          </time>
        ),
    },
    pointLossColumn(words.heads.lost, points, now),
    pointRestoreColumn(words.heads.restore, { search: { instance: address } }),
  ];
}

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface DiskPointsProps extends Pick<InstancePageProps, 'address' | 'search' | 'change'> {
  readonly item: DiskBackupInstance;
  readonly query: UseQueryResult<DiskRecoveryPoint[]>;
}

/** As of when the disk can be restored. Enter on a row restores. */
export function DiskPoints({ item, query, address, search, change }: DiskPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  return (
    <Section id={POINTS_ID} title={instanceWords.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={
          <GridLoading
            what={words.what}
            columns={diskPointColumns([], now, address)}
            isSelectable
          />
        }
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={item.deletion === null ? words.none : softDelete.state}>
              {item.deletion === null
                ? words.noneBody(diskStateText(item.protectionState))
                : softDelete.noPoints}
            </EmptyState>
          ) : (
            <TimedPoints
              points={points}
              columns={diskPointColumns(points, now, address)}
              onChange={change}
              onOpen={({ name }) =>
                void navigate({ to: '/restore/new', search: { instance: address, point: name } })
              }
              {...{ now, search }}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
