import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText } from '#src/lib/format.ts';
import type { DiskBackupInstance, DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { PointGrid } from '#src/ui/instance/PointGrid.tsx';
import { POINTS_ID } from '#src/ui/instance/points-id.ts';
import { diskPointColumns } from '#src/datasources/azure-disk/instance/point-columns.tsx';
import { Section } from '#src/ui/instance/Section.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { diskStateText } from '#src/strings/disk-state.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { instance } from '#src/strings/instance.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { useNow } from '#src/ui/use-now.ts';

const words = diskPages.instance.points;

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

export interface DiskPointsProps {
  readonly item: DiskBackupInstance;
  readonly query: UseQueryResult<DiskRecoveryPoint[]>;
  readonly address: string;
}

/** As of when the disk can be restored. Enter on a row restores. */
export function DiskPoints({ item, query, address }: DiskPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const columns = diskPointColumns({ now, address });
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
