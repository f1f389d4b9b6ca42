import * as z from 'zod/mini';
import { storedInstant } from '#src/api/arm/wire.ts';
import { entryNames, removeEntry, writeEntry } from '#src/lib/storage.ts';
import { storedEntry } from '#src/lib/stored-values.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { type Observations, observe } from '#src/progress/observe.ts';

/** What was seen of jobs in all their reads, kept in the browser so that a reload loses nothing. */

const figure = z.nullable(z.number());

const sample = z.object({
  at: storedInstant,
  ageMs: z.number(),
  percent: figure,
  bytes: figure,
  totalBytes: figure,
  remainingMs: figure,
  durationMs: figure,
});

const task = z.object({
  name: z.string(),
  status: z.enum(['notStarted', 'inProgress', 'completed', 'failed', 'cancelled', 'unknown']),
  percent: figure,
  beganAgeMs: figure,
  endedAgeMs: figure,
});

const setback = z.object({
  figure: z.enum(['percent', 'bytes', 'remaining']),
  from: z.number(),
  to: z.number(),
  at: storedInstant,
  why: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('taskAgain'), task: z.string() }),
    z.object({ kind: z.literal('moreTasks') }),
    z.object({ kind: z.literal('moreBytes') }),
    z.object({ kind: z.literal('notTold') }),
  ]),
});

const observations = z.object({
  changes: z.array(sample),
  latest: sample,
  tasks: z.array(task),
  movedAt: storedInstant,
  movedAgeMs: z.number(),
  longestStillMs: z.number(),
  isStepwise: z.catch(z.boolean(), false),
  setbacks: z.array(setback),
  readings: z.optional(
    z.array(z.object({ ageMs: z.number(), bytes: z.number(), isAfterGap: z.boolean() })),
  ),
});

const seenJob = z.object({
  /** Tells jobs of the same id apart by their start: simulated worlds start again with the same ids. */
  startedAt: figure,
  isOver: z.boolean(),
  observations,
});

/** One job as it was followed. */
export interface SeenJob {
  readonly startedAt: number | null;
  readonly isOver: boolean;
  readonly observations: Observations;
}

const PREFIX = 'seen.';

/** So many jobs are kept, of about 10 kB at most each; those not read for longest go first. */
const MOST = 40;
/** How long one is kept after its latest read: a job that has ended, and one that ran. */
const OVER_FOR_MS = 24 * 60 * 60_000;
const RUNNING_FOR_MS = 7 * OVER_FOR_MS;

const nameOf = (jobId: string): string => PREFIX + jobId.toLowerCase();

/** What is stored of a job, by whatever tab; null: nothing, or nothing that can be read. */
export function storedJob(jobId: string): SeenJob | null {
  return entryOf(nameOf(jobId));
}

function entryOf(name: string): SeenJob | null {
  return storedEntry(name, seenJob);
}

/** The moments of a job's request and of its answer. */
interface ReadTimes {
  readonly sentAt: Instant;
  readonly at: Instant;
}

/**
 * What is known of a job after one more read. `known`: what this tab has, for a browser that stores
 * nothing. A job that had ended when it was first read is not kept.
 */
export function noteRead(
  known: SeenJob | null,
  jobId: string,
  job: JobDetails,
  { sentAt, at }: ReadTimes,
): SeenJob | null {
  const before = newest(storedJob(jobId), known, job, at);
  const isOver = isTerminal(job.status);
  if (isOver && before?.isOver !== false) return before;
  // Another tab read it while this answer was on its way: what fell between the two fell nowhere.
  if (before !== null && before.observations.latest.at > sentAt) return before;
  const { startedAt } = job;
  const seen = { startedAt, isOver, observations: observe(before?.observations ?? null, job, at) };
  if (before === null) sweep(at);
  writeEntry(nameOf(jobId), JSON.stringify(seen));
  return seen;
}

/** The later of two, of those that are about this very job and not of a clock that was put back. */
function newest(
  stored: SeenJob | null,
  known: SeenJob | null,
  { startedAt }: JobDetails,
  at: Instant,
): SeenJob | null {
  const usable = [stored, known].filter(
    (one) => one !== null && one.startedAt === startedAt && one.observations.latest.at <= at,
  );
  const [first = null, second = null] = usable;
  if (first === null || second === null) return first;
  return second.observations.latest.at > first.observations.latest.at ? second : first;
}

/** Makes room for one more: what is too old, what cannot be read, and the oldest of too many. */
function sweep(at: Instant): void {
  const entries = entryNames(PREFIX)
    .map((name) => ({ name, seen: entryOf(name) }))
    .toSorted((a, b) => latestOf(b.seen) - latestOf(a.seen));
  for (const [index, { name, seen }] of entries.entries()) {
    const isOld =
      seen !== null && at - latestOf(seen) > (seen.isOver ? OVER_FOR_MS : RUNNING_FOR_MS);
    if (seen === null || isOld || index >= MOST - 1) removeEntry(name);
  }
}

const latestOf = (seen: SeenJob | null): number => seen?.observations.latest.at ?? 0;
