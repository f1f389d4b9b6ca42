import type { TransferredBytes } from '#src/lib/bytes.ts';
import { countText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { isTerminal } from '#src/model/jobs.ts';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { type Observations, phaseKindOf } from '#src/progress/observe.ts';
import { clockEnds } from '#src/progress/round.ts';
import { running as words } from '#src/strings/progress.ts';

/** Restores in progress by themselves and in total: what their reads say, and nothing of our own. */

/** A read that is older is shown with its time. */
const FRESH_MS = 60_000;

/** A job as it was read last; null: it couldn't be, undefined: not yet. */
export type ReadJob = JobAtMoment | null | undefined;

/** How long ago its figures were read; null: just now. Pure. */
export function ageOf({
  at,
  facts: { observations },
  progress: { percent },
}: Figures): number | null {
  const readAt = observations?.latest.at ?? at;
  const age = at - Math.min(readAt, percent?.at ?? readAt);
  return age > FRESH_MS ? age : null;
}

/** Two readings nearer to each other tell no rate, and an older one tells none of now. */
const LEAST_BETWEEN_MS = 20_000;
const RATE_AGE_MS = 5 * 60_000;

/** How fast bytes move, in bytes in a millisecond. */
export interface RateNow {
  readonly bytesPerMs: number;
  /** The mean since its transfer started: no two readings tell more yet. */
  readonly isMean: boolean;
}

/** Between the latest reading of bytes and one before it; null: none moved, or none was read lately. Pure. */
export function rateOf({
  at,
  facts: { observations },
  progress: { stall },
}: Figures): RateNow | null {
  const { readings = [], latest } = observations ?? {};
  const last = readings.at(-1);
  if (latest === undefined || last === undefined || stall !== null) return null;
  if (at - latest.at + latest.ageMs - last.ageMs > RATE_AGE_MS) return null;
  const before = last.isAfterGap
    ? undefined
    : readings.findLast(({ ageMs }) => last.ageMs - ageMs >= LEAST_BETWEEN_MS);
  const isMean = before === undefined;
  const from = before ?? { ageMs: transferStart(observations), bytes: 0 };
  const bytesPerMs = (last.bytes - from.bytes) / (last.ageMs - from.ageMs);
  return Number.isFinite(bytesPerMs) && bytesPerMs > 0 ? { bytesPerMs, isMean } : null;
}

/** The age of a job when its transfer started, its start where no subtask says. Pure. */
export function transferStart(observations: Observations | null): number {
  const task = observations?.tasks.find(({ name }) => phaseKindOf(name) === 'transferFrom');
  return task?.beganAgeMs ?? 0;
}

/** As much of a job as its figures are taken from. */
type Figures = Pick<JobAtMoment, 'at' | 'facts'> & {
  readonly progress: Pick<JobAtMoment['progress'], 'percent' | 'stall'>;
};

/** What several restores have come to together. */
export interface Totals {
  /** How many were read, of all that run. */
  readonly read: number;
  readonly of: number;
  /** How many of those that were read still run. */
  readonly open: number;
  /** Of those that report bytes; null: none does. */
  readonly bytes: (TransferredBytes & { readonly of: number }) | null;
  /** Of those whose rate is known; null: none is. */
  readonly rate: { readonly bytesPerMs: number; readonly of: number } | null;
  /** When the last of those with an estimate will be ready, to the minute; null: none has one. */
  readonly ready: { readonly low: Instant; readonly high: Instant; readonly of: number } | null;
}

/** The sums of those that were read; `all`: how many run. Pure. */
export function totalsOf(jobs: readonly ReadJob[], all: number): Totals {
  const read = jobs.filter((one) => one !== null && one !== undefined);
  const open = read.filter(({ job }) => !isTerminal(job.status));
  const bytes = open.flatMap(({ progress }) => progress.bytes ?? []);
  const rates = open.flatMap((one) => rateOf(one) ?? []);
  const ready = open.flatMap(({ at, progress: { eta, stall } }) =>
    eta.kind === 'unknown' || stall !== null ? [] : [clockEnds(eta, at)],
  );
  return {
    read: read.length,
    of: all,
    open: open.length,
    bytes:
      bytes.length === 0
        ? null
        : {
            transferred: sumOf(bytes.map(({ transferred }) => transferred)),
            total: sumOf(bytes.map(({ total }) => total)),
            of: bytes.length,
          },
    rate:
      rates.length === 0
        ? null
        : { bytesPerMs: sumOf(rates.map(({ bytesPerMs }) => bytesPerMs)), of: rates.length },
    ready:
      ready.length === 0
        ? null
        : {
            low: instant(Math.max(...ready.map(({ lowMs }) => lowMs))),
            high: instant(Math.max(...ready.map(({ highMs }) => highMs))),
            of: ready.length,
          },
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** A sum, and of how many restores it is where not all that run have it. */
export const sumText = (text: string, count: number, open: number): string =>
  count === open ? text : words.sumOf(text, countText(count), countText(open));
