import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ProtectedItem, RecoveryPoint } from '#src/model/recovery-services.ts';
import { POINTS_ID } from '#src/pages/instance/compare/use-comparing.ts';
import { stateText } from '#src/pages/instance/facts/state-text.ts';
import { Points, type PointsProps } from '#src/pages/instance/points/Points.tsx';
import { Section } from '#src/pages/instance/Section.tsx';
import { instance } from '#src/strings/instance.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = instance.points;

export interface PointsSectionProps extends Omit<PointsProps, 'points' | 'itemId'> {
  readonly item: ProtectedItem;
  readonly query: UseQueryResult<RecoveryPoint[]>;
}

/** As of when the machine can be restored. */
export function PointsSection({ item, query, ...rest }: PointsSectionProps) {
  return (
    <Section id={POINTS_ID} title={words.title}>
      <Loaded query={query} problemOf={problemOf} what={words.what}>
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={words.none}>
              {words.noneBody(stateText(item.protectionState))}
            </EmptyState>
          ) : (
            <Points points={points} itemId={item.id} {...rest} />
          )
        }
      </Loaded>
    </Section>
  );
}
