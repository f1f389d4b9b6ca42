import type { Instant } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { type JobDetails, type JobTask, propertyOf, type TaskStatus } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { nameOf } from '#src/model/resource-id.ts';

/**
 * What was seen of one job in all its reads: plain values, bounded, for storage. Nothing
 * here compares this machine's clock with Azure's: see {@link Sample.ageMs}.
 */
export interface Observations {
  /** The reads at which a figure had changed, oldest first, since the last that fell. */
  readonly changes: readonly JobSample[];
  readonly latest: JobSample;
  /** The subtasks of the latest read. */
  readonly tasks: readonly SeenTask[];
  /** When something moved last, and how old the job was. */
  readonly movedAt: Instant;
  readonly movedAgeMs: number;
  /** The longest time between two movements so far. */
  readonly longestStillMs: number;
  /** A figure rose in one leap: how far it has come says little of how long it will take. */
  readonly isStepwise: boolean;
  /** Figures that went backwards, the newest last. */
  readonly setbacks: readonly Setback[];
  /**
   * The bytes as they were read, the oldest first, also before one that fell: they are drawn, and predict nothing.
   * Left out: stored before they were kept.
   */
  readonly readings?: readonly BytesReading[] | undefined;
}

/** The bytes of one read. */
export interface BytesReading {
  readonly ageMs: number;
  readonly bytes: number;
  /** No bytes were read for a while before it: what they were then is not known. */
  readonly isAfterGap: boolean;
}

/** The figures of one read. */
export interface JobSample {
  /** When it was read, by this machine's clock. */
  readonly at: Instant;
  /** How old the job was, by Azure's clock where Azure reports a job's duration. Never falls. */
  readonly ageMs: number;
  readonly percent: number | null;
  readonly bytes: number | null;
  readonly totalBytes: number | null;
  readonly remainingMs: number | null;
  readonly durationMs: number | null;
}

interface SeenTask {
  readonly name: string;
  readonly status: TaskStatus;
  readonly percent: number | null;
  /** The job's age when it was first seen to run, and to have ended; null: before, or not yet. */
  readonly beganAgeMs: number | null;
  readonly endedAgeMs: number | null;
}

/** A figure of Azure's that went backwards, and what was seen at the same read. */
export interface Setback {
  readonly figure: 'percent' | 'bytes' | 'remaining';
  /** Percent, bytes or milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
  readonly why: SetbackReason;
}

export type SetbackReason =
  | { readonly kind: 'taskAgain'; readonly task: string }
  | { readonly kind: 'moreTasks' }
  | { readonly kind: 'moreBytes' }
  | { readonly kind: 'notTold' };

/** An estimate that rises by less than this is read as rounding. */
const LEAST_RISE_MS = 60_000;

/** What went backwards between two reads of a job. */
function setbacksBetween(
  before: Pick<Observations, 'latest' | 'tasks'>,
  now: Pick<Observations, 'latest' | 'tasks'>,
  at: Instant,
): readonly Setback[] {
  const why = reasonOf(before, now);
  const fell = (figure: 'percent' | 'bytes'): readonly Setback[] => {
    const [from, to] = [before.latest[figure], now.latest[figure]];
    return from === null || to === null || to >= from ? [] : [{ figure, from, to, at, why }];
  };
  return [...fell('percent'), ...fell('bytes'), ...rise(before.latest, now.latest, at, why)];
}

function rise(
  before: JobSample,
  now: JobSample,
  at: Instant,
  why: SetbackReason,
): readonly Setback[] {
  const [from, to] = [before.remainingMs, now.remainingMs];
  if (from === null || to === null || to - from < Math.max(LEAST_RISE_MS, from / 10)) return [];
  return [{ figure: 'remaining', from, to, at, why }];
}

function reasonOf(
  before: Pick<Observations, 'latest' | 'tasks'>,
  now: Pick<Observations, 'latest' | 'tasks'>,
): SetbackReason {
  const again = now.tasks.find((task) =>
    before.tasks.some((last) => last.name === task.name && isBehind(last, task)),
  );
  if (again !== undefined) return { kind: 'taskAgain', task: again.name };
  if (now.tasks.length > before.tasks.length) return { kind: 'moreTasks' };
  const [then, total] = [before.latest.totalBytes, now.latest.totalBytes];
  if (then !== null && total !== null && total > then) return { kind: 'moreBytes' };
  return { kind: 'notTold' };
}

const STEP: Readonly<Record<TaskStatus, number | null>> = {
  notStarted: 0,
  inProgress: 1,
  completed: 2,
  failed: 2,
  cancelled: 2,
  unknown: null,
};

function isBehind(last: SeenTask, now: SeenTask): boolean {
  const [then, step] = [STEP[last.status], STEP[now.status]];
  if (then === null || step === null) return false;
  return step < then || (step === then && (now.percent ?? 0) < (last.percent ?? 0));
}

const MOST_CHANGES = 40;
const MOST_TASKS = 30;
const MOST_SETBACKS = 3;
const MOST_READINGS = 48;

/** Twenty reads that didn’t come, or had no bytes. */
const READING_GAP_MS = 5 * 60_000;

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
      readings: readingsWith([], latest),
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
    readings: readingsWith(before.readings ?? [], latest),
  };
}

/** The readings with one more; one that stays the same for a while has its first and its last. */
function readingsWith(
  readings: readonly BytesReading[],
  { ageMs, bytes }: JobSample,
): readonly BytesReading[] {
  if (bytes === null) return readings;
  const [before, last] = [readings.at(-2), readings.at(-1)];
  const isAfterGap = last !== undefined && ageMs - last.ageMs > READING_GAP_MS;
  const reading = { ageMs, bytes, isAfterGap };
  const isStill = last?.bytes === bytes && before?.bytes === bytes;
  if (isStill && !last.isAfterGap && !isAfterGap) return [...readings.slice(0, -1), reading];
  const all = [...readings, reading];
  if (all.length <= MOST_READINGS) return all;
  // Every other one of the older half goes; the first stays, and so do the ends of gaps.
  return all
    .filter(
      (one, index) =>
        index > all.length / 2 ||
        index % 2 === 0 ||
        one.isAfterGap ||
        all[index + 1]?.isAfterGap === true,
    )
    .slice(-MOST_READINGS);
}

/**
 * How old a job is at one more read. Azure's own duration counts it; where that says nothing or
 * stands still, this machine's clock does, but never backwards.
 */
function sampleOf(before: JobSample | null, job: JobDetails, at: Instant): JobSample {
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
function notCounted(before: JobSample, latest: JobSample, { durationMs }: JobDetails): number {
  const passed = latest.ageMs - before.ageMs;
  const isAzureTime = durationMs !== null && durationMs > (before.durationMs ?? Infinity);
  return isAzureTime ? 0 : Math.max(0, passed - LONGEST_GAP_MS);
}

/** Whether anything progressed: a subtask, a percentage, bytes, or a remaining time that fell. */
function isAhead(before: Observations, now: JobSample, tasks: readonly SeenTask[]): boolean {
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
function hasLeapt(then: JobSample, now: JobSample): boolean {
  const [from, to] = [doneOf(then), doneOf(now)];
  if (from === null || to === null || to - from < LEAST_LEAP) return false;
  const passed = now.ageMs - then.ageMs;
  return (to - from) * now.ageMs > MUCH_FASTER * to * passed;
}

/** The part that is done, 0 to 1, by whatever figure tells it; null: none does. */
function doneOf({ percent, bytes, totalBytes }: JobSample): number | null {
  if (percent !== null) return percent / 100;
  return bytes === null || totalBytes === null || totalBytes === 0 ? null : bytes / totalBytes;
}

/** A figure that fell starts a new count: rates before it predict nothing. */
function changesWith(
  { changes }: Observations,
  latest: JobSample,
  hasFallen: boolean,
  hasMoved: boolean,
): readonly JobSample[] {
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

/** What was found in the target of a restore when it was read; null: not read. */
export interface FoundThings {
  /** Whether a machine of the restore's name is there, whoever made it. */
  readonly isMachineThere: boolean | null;
  /** Whether that machine was made while the job ran; null, or left out: its creation isn't reported. */
  readonly isMachineOfJob?: boolean | null;
  readonly disks: readonly string[] | null;
  /** Their sizes in GiB, by name, as far as they are reported. */
  readonly sizes?: ReadonlyMap<string, number>;
}

/** Clocks of two services need not agree to the second. */
const SLACK_MS = 60_000;

/** Whether something was made while a job ran; null: one of their times is not reported. */
export function isMadeIn(
  { from, to }: Pick<RestoreTarget, 'from' | 'to'>,
  createdAt: Instant | null,
): boolean | null {
  if (createdAt === null) return null;
  if (from !== null && createdAt < from - SLACK_MS) return false;
  if (to !== null && createdAt > to + SLACK_MS) return false;
  return from === null || to === null ? null : true;
}

/** Where a restore has put what it created, as its job reports it. */
export interface RestoreTarget {
  readonly resourceGroup: string;
  /** Name of the new machine; null: disks alone. */
  readonly machine: string | null;
  /** Name of the VM that was backed up: the names of restored disks start with it. */
  readonly source: string;
  /** When it ran: what was created before or after isn't of this restore. Null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/**
 * The target of a new VM or of restored disks (azure-contract §8, property bag). Null: the job
 * doesn't report it, or it replaces disks, which no read can distinguish from those before.
 */
export function reportedTarget(job: JobDetails): RestoreTarget | null {
  const { restoreKind, itemName, startedAt, endedAt } = job;
  const resourceGroup = propertyOf(job, 'Target resource group') ?? '';
  const machine = propertyOf(job, 'Target VM Name') ?? '';
  const isReported = resourceGroup !== '' && (restoreKind !== 'createVm' || machine !== '');
  if (!isReported || restoreKind === null || restoreKind === 'replaceDisks') return null;
  const made = restoreKind === 'createVm' ? machine : null;
  return { resourceGroup, machine: made, source: itemName, from: startedAt, to: endedAt };
}

/**
 * What a subtask does, by its name. Names of the first two restores are recorded
 * (azure-contract §8); names of the others are not verified (§15), so a name is looked at for its
 * words. An unknown one is `other`, and is shown under its own name.
 */
export type PhaseKind =
  | 'rehydrate'
  | 'prepare'
  | 'snapshot'
  | 'transferFrom'
  | 'transferTo'
  | 'createMachine'
  | 'createDisks'
  | 'replaceDisks'
  | 'writeTemplate'
  | 'other';

const WORDS: readonly (readonly [RegExp, PhaseKind])[] = [
  [/rehydrat/i, 'rehydrate'],
  [/template|config/i, 'writeTemplate'],
  [/transfer.* to /i, 'transferTo'],
  [/transfer/i, 'transferFrom'],
  // Of a replacement, as recorded (aftercare §1.1).
  [/updat\w* .*(virtual machine|\bvm\b)/i, 'replaceDisks'],
  [/(replac|swap)\w* .*disk/i, 'replaceDisks'],
  [/creat.*(virtual machine|\bvm\b)/i, 'createMachine'],
  [/(creat|restor).*disk/i, 'createDisks'],
  [/snapshot/i, 'snapshot'],
  [/prepar|validat/i, 'prepare'],
];

export function phaseKindOf(name: string): PhaseKind {
  return WORDS.find(([words]) => words.test(name))?.[1] ?? 'other';
}

/** The outline of a restore by its job; null: the job reports neither its kind nor what it creates. */
export function reportedOutline(job: JobDetails): RestoreOutline | null {
  if (isDiskJob(job)) {
    const { restoredDiskId } = job;
    if (restoredDiskId === null) return null;
    return { kind: 'createDisk', name: nameOf(restoredDiskId), group: null };
  }
  const { restoreKind: kind } = job;
  const reported = (name: string): string | null => propertyOf(job, name) || null;
  switch (kind) {
    // A replacement reports its source as its target (azure-contract §8).
    case 'replaceDisks':
      return { kind, name: null, group: null };
    case 'restoreDisks':
      return { kind, name: null, group: reported('Target resource group') };
    case 'createVm':
    case null: {
      const name = reported('Target VM Name');
      return kind === null && name === null ? null : { kind, name, group: null };
    }
  }
}
