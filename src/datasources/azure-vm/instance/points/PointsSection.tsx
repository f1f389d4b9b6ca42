import { makeStyles } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { Points, type PointsProps } from '#src/datasources/azure-vm/instance/points/Points.tsx';
import { pointColumns } from '#src/datasources/azure-vm/instance/points/columns.tsx';
import { stateText } from '#src/datasources/azure-vm/instance/source.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { instance } from '#src/strings/instance.ts';
import { Part } from '#src/ui/Part.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { Section } from '#src/ui/instance/Section.tsx';
import { POINTS_ID } from '#src/ui/instance/points-id.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

/** The points that are mounted, or were at an earlier look: what came of unmounting one stays in view. */
function useMounted(points: readonly RecoveryPoint[] | undefined): readonly RecoveryPoint[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const mounted = (points ?? []).filter(({ isMounted }) => isMounted === true);
  if (mounted.some(({ name }) => !seen.has(name))) {
    setSeen(new Set([...seen, ...mounted.map(({ name }) => name)]));
  }
  return (points ?? []).filter(({ name }) => seen.has(name));
}

// Few restore points are ever mounted.
const MountedPoints = lazyPart(
  () => import('#src/datasources/azure-vm/instance/points/MountedPoints.tsx'),
  'MountedPoints',
);

const words = instance.points;

interface PointsSectionProps extends Omit<PointsProps, 'points' | 'itemId' | 'isDeleted'> {
  readonly item: ProtectedItem;
  readonly query: UseQueryResult<RecoveryPoint[]>;
}

/** As of when the machine can be restored. */
export function PointsSection({ item, query, ...rest }: PointsSectionProps) {
  const { data: points, error } = query;
  const mounted = useMounted(points);
  return (
    <Section id={POINTS_ID} title={words.title}>
      {points === undefined ? (
        error === null ? (
          <PointsLoading now={rest.now} />
        ) : (
          <ProblemState
            problem={problemOf(error)}
            what={words.what}
            onRetry={() => void query.refetch()}
          />
        )
      ) : points.length === 0 ? (
        <EmptyState title={words.none}>
          {words.noneBody(stateText(item.protectionState))}
        </EmptyState>
      ) : (
        <>
          {mounted.length > 0 && (
            <Part what={mountedPoints.what}>
              <MountedPoints points={mounted} machine={item.friendlyName} />
            </Part>
          )}
          <Points points={points} itemId={item.id} isDeleted={item.deletion !== null} {...rest} />
        </>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  // As high as the strip and the filters, so that nothing jumps.
  root: { paddingTop: '284px' },
});

/** Where the points will stand while they are being read. */
function PointsLoading({ now }: { readonly now: Instant }) {
  const styles = useStyles();
  const columns = pointColumns({
    now,
    address: '',
    isSecondary: false,
    held: undefined,
    abilitiesOf: () => null,
    onWhy: () => undefined,
  });
  return (
    <div className={styles.root}>
      <GridLoading what={instance.points.what} columns={columns} isSelectable />
    </div>
  );
}
