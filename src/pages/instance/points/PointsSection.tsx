import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ProtectedItem, RecoveryPoint } from '#src/model/recovery-services.ts';
import { POINTS_ID } from '#src/pages/instance/compare/use-comparing.ts';
import { stateText } from '#src/pages/instance/facts/state-text.ts';
import { Points, type PointsProps } from '#src/pages/instance/points/Points.tsx';
import { PointsLoading } from '#src/pages/instance/points/PointsLoading.tsx';
import { Section } from '#src/pages/instance/Section.tsx';
import { instance } from '#src/strings/instance.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

const words = instance.points;

export interface PointsSectionProps extends Omit<PointsProps, 'points' | 'itemId'> {
  readonly item: ProtectedItem;
  readonly query: UseQueryResult<RecoveryPoint[]>;
}

/** As of when the machine can be restored. */
export function PointsSection({ item, query, ...rest }: PointsSectionProps) {
  return (
    <Section id={POINTS_ID} title={words.title}>
      <PointsState item={item} query={query} {...rest} />
    </Section>
  );
}

function PointsState({ item, query, ...rest }: PointsSectionProps) {
  const { data: points, error } = query;
  if (points === undefined) {
    return error === null ? (
      <PointsLoading now={rest.now} />
    ) : (
      <ProblemState
        problem={problemOf(error)}
        what={words.what}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return points.length === 0 ? (
    <EmptyState title={words.none}>{words.noneBody(stateText(item.protectionState))}</EmptyState>
  ) : (
    <Points points={points} itemId={item.id} {...rest} />
  );
}
