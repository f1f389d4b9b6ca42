import { Button } from '@fluentui/react-components';
import { countText } from '#src/lib/format.ts';
import { instance } from '#src/strings/instance.ts';
import { suggested as suggestedWords, wizard } from '#src/strings/wizard.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { isFiltering } from '#src/ui/points/filter.ts';
import {
  NoPointFits,
  PointNarrowing,
  type PointNarrowingProps,
} from '#src/ui/points/PointNarrowing.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { isPointSuggested } from '#src/wizard/draft/suggested.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';

interface AbovePointsProps extends Omit<PointNarrowingProps, 'isFlush'> {
  readonly draft: Draft;
  readonly transitions: Transitions;
  /** How many restore points the filters leave. */
  readonly shown: number;
  /** What the selected restore point is called; null: none of these is selected. */
  readonly selected: string | null;
  /** The filters leave out the selected one. */
  readonly isHidden: boolean;
}

/** The calendar and the filters of the step for the restore point, and what to know of the selected one. */
export function AbovePoints(props: AbovePointsProps) {
  const { draft, transitions, shown, selected, isHidden, ...narrowing } = props;
  const { points, filter, onChange } = narrowing;
  return (
    <>
      <PointNarrowing isFlush {...narrowing} />
      {selected !== null && isPointSuggested(draft) && (
        <Notice
          layout="auto"
          title={suggestedWords.mark}
          actions={
            <Button
              size="small"
              onClick={() => changeChoices(transitions, draft.id, { point: null })}
            >
              {suggestedWords.clearPoint}
            </Button>
          }
        >
          {suggestedWords.point(selected, isFiltering(filter))}
        </Notice>
      )}
      {selected !== null && isHidden && (
        <Notice intent="warning" role="alert" title={null}>
          {wizard.point.hidden(selected)}
        </Notice>
      )}
      <span role="status">
        {instance.points.count(shown, points.length, {
          shown: countText(shown),
          all: countText(points.length),
        })}
      </span>
      {shown === 0 && <NoPointFits count={points.length} onChange={onChange} />}
    </>
  );
}
