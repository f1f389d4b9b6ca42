import type { Instant } from '#src/lib/time.ts';

/**
 * Who may read next when many things are to be followed and few reads are allowed. Pure: what was
 * read and what waits is given, and so is the moment.
 */

const MINUTE_MS = 60_000;
/** Reads in any minute, all together. */
export const MOST_A_MINUTE = 60;
/** Of them, so many are for things followed automatically: the rest is for what a person opened. */
export const MOST_SHARED = 48;
/** While so many are of the last minute nothing is read that no screen waits for. */
export const MOST_BEFORE_QUIET = 36;
/** Shared reads on their way at once: when Azure asks to wait, the others wait with them. */
export const MOST_UNDER_WAY = 6;
/** Between two shared reads, unless it is something's first: a round is spread over its time. */
export const PAUSE_MS = MINUTE_MS / MOST_SHARED;

/** Something that waits to be read. */
export interface PollRequest {
  /** When it was last read; null: never. */
  readonly readAt: Instant | null;
  /** A person looks at this one alone, and does not wait for others. */
  readonly isUrgent: boolean;
  /** No screen waits for it: it is read after all others. */
  readonly isQuiet?: boolean;
}

/** What was read so far. */
interface PollsSoFar {
  /** The starts of reads, in their order; those of the last minute suffice. */
  readonly startedAt: readonly Instant[];
  /** Shared reads that are on their way. */
  readonly underWay: number;
}

interface ScheduledPoll<One extends PollRequest> {
  readonly one: One;
  /** Milliseconds from now on; infinite: when a read that is on its way has come back. */
  readonly inMs: number;
}

/**
 * The next read, and when: urgent ones first, quiet ones last, then what was never read, then what was read
 * longest ago; of equals the one that has waited longest, which stands first. Null: nothing waits.
 */
export function nextScheduled<One extends PollRequest>(
  waiting: readonly One[],
  soFar: PollsSoFar,
  at: Instant,
): ScheduledPoll<One> | null {
  const [one] = waiting.toSorted(
    (a, b) =>
      Number(b.isUrgent) - Number(a.isUrgent) ||
      Number(a.isQuiet ?? false) - Number(b.isQuiet ?? false) ||
      (a.readAt ?? 0) - (b.readAt ?? 0),
  );
  return one === undefined ? null : { one, inMs: delayOf(one, soFar, at) };
}

/** The reads that still count. One of the future is of a clock that was put back. */
export function ofLastMinute(startedAt: readonly Instant[], at: Instant): readonly Instant[] {
  return startedAt.filter((one) => one <= at && at - one < MINUTE_MS);
}

function delayOf(
  { isUrgent, isQuiet, readAt }: PollRequest,
  soFar: PollsSoFar,
  at: Instant,
): number {
  const taken = ofLastMinute(soFar.startedAt, at);
  if (isUrgent) return untilFree(taken, MOST_A_MINUTE, at);
  if (soFar.underWay >= MOST_UNDER_WAY) return Number.POSITIVE_INFINITY;
  if (isQuiet === true) return Math.max(0, untilFree(taken, MOST_BEFORE_QUIET, at));
  const last = taken.at(-1);
  const pause = readAt === null || last === undefined ? 0 : last + PAUSE_MS - at;
  return Math.max(0, pause, untilFree(taken, MOST_SHARED, at));
}

/** Until fewer than so many reads are of the last minute. */
function untilFree(taken: readonly Instant[], most: number, at: Instant): number {
  const oldest = taken[taken.length - most];
  return oldest === undefined ? 0 : oldest + MINUTE_MS - at;
}
