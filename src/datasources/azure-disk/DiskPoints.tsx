import { useNavigate } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import { countText, durationText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskBackupInstance, DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { diskPages, diskStateText } from '#src/strings/azure-disk.ts';
import { common } from '#src/strings/common.ts';
import { instance as instanceWords } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/instances.ts';
import { GridFooter, GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import { useNow } from '#src/ui/hooks.ts';
import { pointRestoreColumn, pointTimeColumn } from '#src/ui/instance/columns.tsx';
import { PointGrid, POINTS_ID, Section } from '#src/ui/instance/parts.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { Moment, TwoLines } from '#src/ui/text.tsx';

const words = diskPages.instance.points;

/** The columns of the points of a disk. */
function diskPointColumns(now: Instant, address: string): GridColumn<DiskRecoveryPoint>[] {
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX, share: 1 }, now),
    {
      head: words.heads.kind,
      width: { least: 104, share: 1 },
      leaves: 1,
      place: 'line',
      cell: ({ kind, isComplete }) => (
        <TwoLines
          first={kind ?? common.notReported}
          second={isComplete === false ? words.partial : words.snapshot}
        />
      ),
    },
    {
      head: words.heads.expires,
      width: { least: MOMENT_PX, share: 1 },
      place: 'line',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          common.notReported
        ) : (
          <TwoLines
            first={<Moment at={expiresAt} />}
            second={
              expiresAt <= now ? words.expired : words.left(roughDurationText(expiresAt - now))
            }
          />
        ),
    },
    {
      head: words.heads.lost,
      width: { least: 104, share: 1.1 },
      place: 'line',
      cell: ({ time }) =>
        time === null ? common.notReported : instanceWords.points.lost(durationText(now - time)),
    },
    pointRestoreColumn(words.heads.restore, { search: { instance: address } }),
  ];
}

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface DiskPointsProps {
  readonly item: DiskBackupInstance;
  readonly query: UseQueryResult<DiskRecoveryPoint[]>;
  /** The disk's, for the way to the wizard. */
  readonly address: string;
}

/** As of when the disk can be restored. Enter on a row restores. */
export function DiskPoints({ item, query, address }: DiskPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const columns = diskPointColumns(now, address);
  return (
    <Section id={POINTS_ID} title={instanceWords.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={item.deletion === null ? words.none : softDelete.state}>
              {item.deletion === null
                ? words.noneBody(diskStateText(item.protectionState))
                : softDelete.noPoints}
            </EmptyState>
          ) : (
            <>
              <PointGrid
                points={points}
                columns={columns}
                onOpen={({ name }) =>
                  void navigate({
                    to: '/restore/new',
                    search: { instance: address, point: name },
                  })
                }
              />
              <GridFooter
                list={points}
                count={words.count(points.length, countText(points.length))}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
