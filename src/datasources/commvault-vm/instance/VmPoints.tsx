import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { pointColumns } from '#src/datasources/commvault-vm/instance/point-columns.tsx';
import { countText } from '#src/lib/format.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { instance } from '#src/strings/instance.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { PointGrid } from '#src/ui/instance/PointGrid.tsx';
import { POINTS_ID } from '#src/ui/instance/points-id.ts';
import { Section } from '#src/ui/instance/Section.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { useNow } from '#src/ui/use-now.ts';

const words = commvaultInstance.points;

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

export interface VmPointsProps {
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
