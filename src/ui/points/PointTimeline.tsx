import { useState } from 'react';
import { countText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import { instance } from '#src/strings/instance.ts';
import { timeline as words } from '#src/strings/timeline.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { GridFooter } from '#src/ui/grid/Grid.tsx';
import type { GridColumn } from '#src/ui/grid/columns.ts';
import { pointText } from '#src/ui/instance-columns.tsx';
import { PointGrid } from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { NoPointFits, PointFilters } from '#src/ui/points/PointFilters.tsx';
import {
  type ChangePoints,
  fits,
  type PointFilter,
  type PointSearch,
  readFilter,
} from '#src/ui/points/filter.ts';
import { lanesFor, type TimelinePoint } from '#src/ui/points/timeline.ts';

const RestoreTimeline = lazyPart(
  () => import('#src/ui/points/RestoreTimeline.tsx'),
  (code) => code.RestoreTimeline,
);

/** How high a timeline is without its lanes, and a lane. */
const REST_PX = 108;
const LANE_PX = 24;

interface PointTimelineProps {
  readonly points: readonly TimelinePoint[];
  /** The selected point by its name; null: none. */
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  readonly now: Instant;
  readonly filter: PointFilter;
  readonly onChange: ChangePoints;
}

/** The restore points on the page of a backup instance in time, and what narrows their list. */
export function PointTimeline({ filter, onChange, ...timeline }: PointTimelineProps) {
  const { inset } = usePartStyles();
  const { before, from, to } = filter;
  const lanes = lanesFor(timeline.points);
  return (
    <>
      {/* Its place is there before its code. */}
      <div className={inset} style={{ minHeight: REST_PX + LANE_PX * lanes.length }}>
        <Part what={words.what}>
          <RestoreTimeline
            {...timeline}
            {...{ before, from, to }}
            offered={null}
            onBefore={(at) => onChange({ before: timeAddress(at) })}
          />
        </Part>
      </div>
      <PointFilters {...{ filter, onChange }} hasTiers={lanes[0] !== 'all'} isFlush={false} />
    </>
  );
}

interface TimedPointsProps<Point extends TimelinePoint> extends Pick<
  PointTimelineProps,
  'now' | 'onChange'
> {
  readonly points: readonly Point[];
  readonly search: PointSearch;
  readonly columns: readonly GridColumn<Point>[];
  /** What Enter on a row does. */
  readonly onOpen: (point: Point) => void;
}

/** The restore points in time and in a list: one is selected in both. */
export function TimedPoints<Point extends TimelinePoint>(props: TimedPointsProps<Point>) {
  const { points, search, columns, onOpen, ...timeline } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const { filter, ignored } = readFilter(search);
  const shown = points.filter((point) => fits(point, filter));
  const isShown = new Set(shown);
  return (
    <>
      <PointTimeline
        {...timeline}
        points={points.map((point) => ({ ...point, isLeftOut: !isShown.has(point) }))}
        chosen={chosen}
        onChoose={setChosen}
        filter={filter}
      />
      <Ignored parts={ignored} />
      {shown.length === 0 ? (
        <NoPointFits points={points} onChange={timeline.onChange} />
      ) : (
        <PointGrid
          points={shown}
          columns={columns}
          selected={chosen}
          rowName={pointText}
          onSelect={({ name }) => setChosen(name)}
          onOpen={onOpen}
        />
      )}
      <GridFooter
        list={points}
        count={instance.points.count(shown.length, points.length, {
          shown: countText(shown.length),
          all: countText(points.length),
        })}
      />
    </>
  );
}
