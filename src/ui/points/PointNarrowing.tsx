import { Button } from '@fluentui/react-components';
import { countText } from '#src/lib/format.ts';
import { type Day, dayOf, type Instant } from '#src/lib/time.ts';
import { instance } from '#src/strings/instance.ts';
import { PointFilters } from '#src/ui/points/PointFilters.tsx';
import { PointStrip } from '#src/ui/points/PointStrip.tsx';
import {
  type ChangePoints,
  type DatedPoint,
  newestTime,
  NO_POINTS_FILTER,
  type PointFilter,
  type PointSearch,
} from '#src/ui/points/filter.ts';
import { dayInView, lastDay } from '#src/ui/points/day-strip.ts';
import { EmptyState } from '#src/ui/states.tsx';

const words = instance.points;

interface NoPointFitsProps {
  /** How many restore points there are. */
  readonly count: number;
  readonly onChange: ChangePoints;
}

/** There are restore points, and the filters hide all of them. */
export function NoPointFits({ count, onChange }: NoPointFitsProps) {
  return (
    <EmptyState title={words.noneFit}>
      <span>{words.noneFitBody(countText(count))}</span>
      <Button onClick={() => onChange(NO_POINTS_FILTER)}>{words.showAll}</Button>
    </EmptyState>
  );
}

export interface PointNarrowingProps {
  readonly points: readonly DatedPoint[];
  readonly now: Instant;
  readonly search: PointSearch;
  /** What of the search means something. */
  readonly filter: PointFilter;
  readonly onChange: ChangePoints;
  /** Its place has the room around it already. */
  readonly isFlush?: boolean;
}

/** Restore points by day, and what narrows their list. */
export function PointNarrowing(props: PointNarrowingProps) {
  const { points, now, search, filter, onChange, isFlush = false } = props;
  const today = dayOf(now);
  const hasTiers = points.some(({ tier }) => tier !== undefined);
  const inView = dayInView(filter.before, newestTime(points));
  const usual = lastDay(undefined, inView, today);
  const last = lastDay(search.until, filter.day ?? inView, today);
  // Whatever day is chosen or let go of, the strip stays where it is.
  const show = (day: Day | null, end: Day) =>
    onChange({ day: day ?? undefined, until: end === usual && day === null ? undefined : end });
  return (
    <>
      <PointStrip
        points={points}
        last={last}
        today={today}
        chosen={filter.day}
        onDay={(day) => show(day, last)}
        onLast={(end) => show(filter.day, end)}
        {...{ hasTiers, isFlush }}
      />
      <PointFilters {...{ filter, onChange, hasTiers, isFlush }} />
    </>
  );
}
