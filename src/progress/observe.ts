import type { Instant } from '#src/lib/time.ts';
import type { JobDetails, JobTask } from '#src/model/jobs.ts';
import type { Observations, Sample, SeenTask } from './observations.ts';
import { setbacksBetween } from './setback.ts';

const MOST_CHANGES = 40;
const MOST_TASKS = 30;
const MOST_SETBACKS = 3;

/** Without Azure's clock a gap between two reads counts as this much: a laptop may have slept. */
const LONGEST_GAP_MS = 10 * 60_000;

/** What is known of a job after one more read at `at`; `before` is null at the first. */
export function observe(before: Observations | null, job: JobDetails, at: Instant): Observations {
  const latest = sampleOf(before?.latest ?? null, job, at);
  const tasks = job.tasks.slice(0, MOST_TASKS).map((task) => seen(before, task, latest.ageMs, job));
  if (before === null) {
    return {
      changes: [latest],
      latest,
      tasks,
      movedAt: at,
      movedAgeMs: latest.ageMs,
      longestStillMs: 0,
      isStepwise: false,
      setbacks: [],
    };
  }
  const fallen = setbacksBetween(before, { latest, tasks }, at);
  const hasFallen = fallen.some(({ figure }) => figure !== 'remaining');
  const hasMoved = hasFallen || isAhead(before, latest, tasks);
  const quietSince = before.movedAgeMs + notCounted(before.latest, latest, job);
  return {
    changes: changesWith(before, latest, hasFallen, hasMoved),
    latest,
    tasks,
    movedAt: hasMoved ? at : before.movedAt,
    movedAgeMs: hasMoved ? latest.ageMs : quietSince,
    // Up to the read before this one: it isn't known when it moved since.
    longestStillMs: hasMoved
      ? Math.max(before.longestStillMs, before.latest.ageMs - before.movedAgeMs)
      : before.longestStillMs,
    isStepwise: before.isStepwise || hasLeapt(before.latest, latest),
    setbacks: [...before.setbacks, ...fallen].slice(-MOST_SETBACKS),
  };
}

/**
 * How old a job is at one more read. Azure's own duration counts it; where that says nothing or
 * stands still, this machine's clock does, but never backwards.
 */
function sampleOf(before: Sample | null, job: JobDetails, at: Instant): Sample {
  const { percent, remainingMs, durationMs, bytes } = job;
  const figures = {
    at,
    percent,
    remainingMs,
    durationMs,
    bytes: bytes?.transferred ?? null,
    totalBytes: bytes?.total ?? null,
  };
  if (before === null) {
    const sinceStart = job.startedAt === null ? 0 : Math.max(0, at - job.startedAt);
    return { ...figures, ageMs: durationMs ?? sinceStart };
  }
  const byAzure = (durationMs ?? 0) - (before.durationMs ?? durationMs ?? 0);
  const passed = byAzure > 0 ? byAzure : Math.max(0, at - before.at);
  return {
    ...figures,
    // A duration that one read leaves out is counted from the last that has it.
    durationMs: durationMs ?? (before.durationMs === null ? null : before.durationMs + passed),
    ageMs: before.ageMs + passed,
  };
}

/** The part of the time between two reads about which nothing is known. */
function notCounted(before: Sample, latest: Sample, { durationMs }: JobDetails): number {
  const passed = latest.ageMs - before.ageMs;
  const isAzureTime = durationMs !== null && durationMs > (before.durationMs ?? Infinity);
  return isAzureTime ? 0 : Math.max(0, passed - LONGEST_GAP_MS);
}

/** Whether anything progressed: a subtask, a percentage, bytes, or a remaining time that fell. */
function isAhead(before: Observations, now: Sample, tasks: readonly SeenTask[]): boolean {
  const then = before.latest;
  const states = (list: readonly SeenTask[]): string =>
    JSON.stringify(list.map(({ name, status, percent }) => [name, status, percent]));
  return (
    states(before.tasks) !== states(tasks) ||
    isMore(then.percent, now.percent) ||
    isMore(then.bytes, now.bytes) ||
    isMore(now.remainingMs, then.remainingMs)
  );
}

const isMore = (then: number | null, now: number | null): boolean =>
  then !== null && now !== null && now > then;

/** Less than this share of the whole is no leap, and so much faster than the mean so far is one. */
const LEAST_LEAP = 0.05;
const MUCH_FASTER = 5;

/**
 * Whether a job advanced further between two reads than its pace so far allows. A recorded restore of disks
 * stayed unchanged for minutes and rose from 1% to 50% to 88% (aftercare §1.1).
 */
function hasLeapt(then: Sample, now: Sample): boolean {
  const [from, to] = [doneOf(then), doneOf(now)];
  if (from === null || to === null || to - from < LEAST_LEAP) return false;
  const passed = now.ageMs - then.ageMs;
  return (to - from) * now.ageMs > MUCH_FASTER * to * passed;
}

/** The part that is done, 0 to 1, by whatever figure tells it; null: none does. */
function doneOf({ percent, bytes, totalBytes }: Sample): number | null {
  if (percent !== null) return percent / 100;
  return bytes === null || totalBytes === null || totalBytes === 0 ? null : bytes / totalBytes;
}

/** A figure that fell starts a new count: rates before it predict nothing. */
function changesWith(
  { changes }: Observations,
  latest: Sample,
  hasFallen: boolean,
  hasMoved: boolean,
): readonly Sample[] {
  if (hasFallen) return [latest];
  if (!hasMoved) return changes;
  const all = [...changes, latest];
  // Every other one of the older half goes; the first stays.
  return all.length <= MOST_CHANGES
    ? all
    : all.filter((_, index) => index > all.length / 2 || index % 2 === 0);
}

function seen(
  before: Observations | null,
  { name, status, percent, startedAt }: JobTask,
  ageMs: number,
  job: JobDetails,
): SeenTask {
  const last = before?.tasks.find((task) => task.name === name);
  const reported = startedAt === null || job.startedAt === null ? null : startedAt - job.startedAt;
  const beginsNow = status === 'inProgress' && last?.status === 'notStarted' ? ageMs : null;
  const endsNow = status === 'completed' && last?.status === 'inProgress' ? ageMs : null;
  return {
    name,
    status,
    percent,
    beganAgeMs:
      status === 'notStarted' ? null : (last?.beganAgeMs ?? fromZero(reported) ?? beginsNow),
    endedAgeMs: status === 'completed' ? (last?.endedAgeMs ?? endsNow) : null,
  };
}

const fromZero = (ageMs: number | null): number | null =>
  ageMs === null || ageMs < 0 ? null : ageMs;
