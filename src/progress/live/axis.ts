import { instant, type Instant } from '#src/lib/time.ts';
import { isTerminal, type Job } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { ageOf, rateOf, type ReadJob, transferStart } from '#src/progress/live/running.ts';
import { alikeJob, expected, type Range, typicalOf } from '#src/progress/past.ts';
import { cancelOf, limitOf } from '#src/progress/progress.ts';
import { clockEnds } from '#src/progress/round.ts';
import type { DrawnLane, RateBlock, RateSpan, TimeAxis } from '#src/ui/picture/TimeAxis.tsx';

/** Restores that run, on one axis of time: what their lists and their latest reads say, with no estimate of its own. */

/** One restore on the axis, and the words for it. */
export interface Lane extends DrawnLane {
  readonly id: ResourceId;
  /** When restores like it were ready, counted from its start; null: too few are known. */
  readonly usual: Range | null;
  readonly isStalled: boolean;
}

/** A restore by its list and by its latest read, at `at`. Pure. */
export function laneOf(job: Job, read: ReadJob, at: Instant): Lane {
  const from = job.startedAt;
  const bare = { id: job.id, from, ready: null, usual: null, cancel: null, isStalled: false };
  if (read === null || read === undefined) return { ...bare, to: at };
  const { progress, facts } = read;
  const { eta, stall, phases } = progress;
  const alike = typicalOf(alikeJob(read.job), facts.past ?? []);
  const whole = expected(alike, facts.sizeBytes ?? read.job.bytes?.total ?? null);
  const usual = from === null || whole === null ? null : clockEnds(whole, from);
  const age = ageOf(read);
  const to = stall?.since ?? (age === null ? at : instant(read.at - age));
  if (read.job.status !== 'inProgress' || stall !== null)
    return {
      ...bare,
      to: isTerminal(read.job.status) ? (read.job.endedAt ?? to) : to,
      usual,
      isStalled: stall !== null,
    };
  const limit = limitOf(cancelOf(read.job, phases, eta));
  return {
    ...bare,
    to,
    ready: eta.kind === 'range' ? clockEnds(eta, read.at) : null,
    usual,
    cancel: limit && clockEnds(limit, read.at),
  };
}

const MINUTE_MS = 60_000;
const STEP_MS = 15 * MINUTE_MS;
const LEAST_MS = 30 * MINUTE_MS;
/** An older start lies beyond the edge, unless the restores have much longer to go. */
const MOST_BEFORE_MS = 180 * MINUTE_MS;

/** The axis that has all of them, in whole quarters of an hour; {@link isWithin} says whether one still has. Pure. */
export function axisOf(lanes: readonly Lane[], at: Instant): TimeAxis {
  const last = Math.max(at, ...lanes.map(({ ready }) => ready?.highMs ?? at));
  const starts = lanes.flatMap(({ from }) => from ?? []);
  const earliest = at - Math.max(MOST_BEFORE_MS, 2 * (last - at));
  const from = floored(Math.max(earliest, Math.min(at, ...starts)));
  const to = Math.ceil(last / STEP_MS) * STEP_MS;
  return { from: instant(from), to: instant(Math.max(to, from + LEAST_MS)) };
}

const floored = (ms: number): number => Math.floor(ms / STEP_MS) * STEP_MS;

/** Whether an axis still holds now and each end that is expected. Pure. */
export const isWithin = ({ to }: TimeAxis, lanes: readonly Lane[], at: Instant): boolean =>
  at <= to && lanes.every(({ ready }) => ready === null || ready.highMs <= to);

/** What stands still first, then by the early end; what nothing is expected of last. Pure. */
export function laneOrder(lanes: readonly Lane[]): readonly ResourceId[] {
  const rank = ({ isStalled, ready }: Lane): number =>
    isStalled ? Number.NEGATIVE_INFINITY : (ready?.lowMs ?? Number.POSITIVE_INFINITY);
  return lanes
    .toSorted((one, other) => {
      const [a, b] = [rank(one), rank(other)];
      return a === b ? 0 : a - b;
    })
    .map(({ id }) => id);
}

/**
 * How fast a restore's bytes moved, as far as they were read, and from the last reading to `at` the rate that counts
 * there; nothing of what fell or wasn't read between. Pure.
 */
export function rateSpansOf(read: ReadJob, at: Instant): readonly RateSpan[] {
  if (read === null || read === undefined) return [];
  const { readings = [], latest } = read.facts.observations ?? {};
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined || latest === undefined) return [];
  const momentOf = (ageMs: number): Instant => instant(latest.at - (latest.ageMs - ageMs));
  const span = (fromMs: number, toMs: number, bytes: number, isMean: boolean): RateSpan[] =>
    toMs <= fromMs || bytes <= 0
      ? []
      : [
          {
            from: momentOf(fromMs),
            to: momentOf(toMs),
            bytesPerMs: bytes / (toMs - fromMs),
            isMean,
          },
        ];
  return [
    ...span(transferStart(read.facts.observations), first.ageMs, first.bytes, true),
    ...readings.slice(1).flatMap((reading, index) => {
      const before = readings[index];
      return before === undefined || reading.isAfterGap
        ? []
        : span(before.ageMs, reading.ageMs, reading.bytes - before.bytes, false);
    }),
    ...heldSpan(read, momentOf(last.ageMs), at),
  ];
}

/** What counts as the rate now, from its last reading on. */
function heldSpan(read: JobAtMoment, from: Instant, at: Instant): RateSpan[] {
  const rate = rateOf(read);
  return rate === null || from >= at
    ? []
    : [{ from, to: at, bytesPerMs: rate.bytesPerMs, isMean: true }];
}

/** The rates one above the other, the first restore lowest, each cut where one below it changes. Pure. */
export function stackedRates(all: readonly (readonly RateSpan[])[]): readonly RateBlock[] {
  const cuts = [...new Set(all.flat().flatMap(({ from, to }) => [from, to]))].toSorted(
    (one, other) => one - other,
  );
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? to;
    let base = 0;
    return all.flatMap((spans) => {
      const span = spans.find((one) => one.from <= from && one.to >= to);
      if (span === undefined) return [];
      const block = { ...span, from, to, base };
      base += span.bytesPerMs;
      return [block];
    });
  });
}
