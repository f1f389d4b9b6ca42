import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, RestoreKind } from '#src/model/jobs.ts';
import type { Observations } from '#src/progress/observe.ts';
import { LEAST_TYPICAL, type PastRestore, pastJobOf } from '#src/progress/past.ts';

/**
 * Which past restores are worth a read of their own. A list doesn't tell what a restore made, and each read counts
 * against a quota; but a job that is over never changes, so what was read of it is kept.
 */

/** A single read for the sake of a comparison. */
export interface HistoryRead {
  readonly at: number;
  readonly item: string;
}

/** What a browser keeps of the restores of one place: a vault, or its secondary region. */
export interface History {
  readonly jobs: readonly PastRestore[];
  /** Of the last day. */
  readonly reads: readonly HistoryRead[];
}

export const NO_HISTORY: History = { jobs: [], reads: [] };

/** Single reads of a place in a day, of them of one item, and in an hour of one subscription. */
export const MOST_A_DAY = 24;
export const MOST_OF_ITEM = 3;
export const MOST_AN_HOUR = 60;
/** So many are on their way at once: the others wait for what they tell. */
const MOST_AT_ONCE = 3;
/** So many restores of a place are kept. */
export const MOST_STORED = 200;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Reads of the last so many milliseconds. One of the future is of a clock that was put back. */
const within = (reads: readonly HistoryRead[], ms: number, at: Instant): readonly HistoryRead[] =>
  reads.filter((one) => one.at <= at && at - one.at < ms);

/** How many of an hour's reads are left, by all reads of the subscription. */
export const readsLeft = (reads: readonly HistoryRead[], at: Instant): number =>
  Math.max(0, MOST_AN_HOUR - within(reads, HOUR_MS, at).length);

/** What is known of the restores that Azure lists, and of older ones that it lists no more. */
export function knownOf(
  { jobs }: Pick<History, 'jobs'>,
  listed: readonly Job[],
  listedFrom: Instant,
): readonly PastRestore[] {
  const byId = new Map(listed.map((job) => [job.id.toLowerCase(), job]));
  return jobs.filter((one) => {
    const job = byId.get(one.id.toLowerCase());
    // Simulated worlds start again with the same ids.
    return job === undefined
      ? one.endedAt < listedFrom
      : job.startedAt === one.startedAt && job.endedAt === one.endedAt;
  });
}

/** What the next read is chosen by. */
interface NextFacts {
  readonly listed: readonly Job[];
  /** Restores of the list that are known already. */
  readonly known: readonly PastRestore[];
  /** Restore types of which enough are wanted; null: of any. */
  readonly kinds: readonly (RestoreKind | null)[];
  readonly reads: readonly HistoryRead[];
  readonly leftOfHour: number;
  /** Ids that are left out: a read of them has just failed. */
  readonly failed: ReadonlySet<string>;
}

/**
 * The restores whose own reads tell most now, newest first; empty: none is needed, or none is left for today. Never more
 * than are missing, so that each of them is needed whatever the others tell.
 */
export function nextToRead(facts: NextFacts, at: Instant): readonly Job[] {
  const { listed, known, kinds, leftOfHour, failed } = facts;
  const today = within(facts.reads, DAY_MS, at);
  const missing = kinds.reduce((sum, kind) => sum + missingOf(known, kind), 0);
  const most = Math.min(missing, MOST_AT_ONCE, leftOfHour, MOST_A_DAY - today.length);
  const ids = new Set(known.map(({ id }) => id.toLowerCase()));
  const unread = listed
    .filter(
      ({ id, status, endedAt }) =>
        status === 'completed' &&
        endedAt !== null &&
        endedAt <= at &&
        !ids.has(id.toLowerCase()) &&
        !failed.has(id),
    )
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  const items = today.map(({ item }) => item);
  const next: Job[] = [];
  for (const job of unread) {
    if (next.length >= most) break;
    if (items.filter((item) => item === job.itemName).length >= MOST_OF_ITEM) continue;
    items.push(job.itemName);
    next.push(job);
  }
  return next;
}

/** One that came back from the archive first says nothing of the others. */
function missingOf(known: readonly PastRestore[], kind: RestoreKind | null): number {
  const alike = known.filter((one) => (kind === null || one.kind === kind) && !one.isRehydrating);
  return Math.max(0, LEAST_TYPICAL - alike.length);
}

/** A job that was read, as it is kept; null: it did not complete. */
export function pastRestoreOf(
  job: JobDetails,
  observations: Observations | null,
): PastRestore | null {
  const past = pastJobOf(job, observations, null);
  const { id, startedAt, endedAt } = job;
  return past === null || endedAt === null ? null : { ...past, id, startedAt, endedAt };
}

/** The history with one more restore, newest first. */
export function withRestore({ jobs, reads }: History, one: PastRestore): History {
  const others = jobs.filter(({ id }) => id.toLowerCase() !== one.id.toLowerCase());
  return {
    jobs: [one, ...others].toSorted((a, b) => b.endedAt - a.endedAt).slice(0, MOST_STORED),
    reads,
  };
}

/** The history with one more read; what no limit counts any more is forgotten. */
export const withRead = ({ jobs, reads }: History, item: string, at: Instant): History => ({
  jobs,
  reads: [...within(reads, DAY_MS, at), { at, item }],
});
