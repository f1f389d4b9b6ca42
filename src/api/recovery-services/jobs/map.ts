import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type JobWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { parseByteShare } from '#src/lib/bytes.ts';
import { parseDurationMs, parseInstant } from '#src/lib/time.ts';
import {
  type Job,
  type JobDetails,
  type JobError,
  type JobProperty,
  type JobStatus,
  type JobTask,
  type JobWithErrors,
  type RestoreKind,
  secondaryJobId,
  secondaryJobOf,
  type SecondaryPlace,
  type TaskStatus,
  type TransferredBytes,
} from '#src/model/jobs.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';

const STATUS: Readonly<Record<string, JobStatus>> = {
  inprogress: 'inProgress',
  // Backup vaults' words, which are counted together with these (azure-contract §11).
  started: 'inProgress',
  success: 'completed',
  succeeded: 'completed',
  completed: 'completed',
  completedwithwarnings: 'completedWithWarnings',
  failed: 'failed',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

const TASK_STATUS: Readonly<Record<string, TaskStatus>> = {
  notstarted: 'notStarted',
  inprogress: 'inProgress',
  completed: 'completed',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** Maps Azure's word for a job's status; an unrecognized word is unknown. */
export function jobStatus(word: string | null | undefined): JobStatus {
  return STATUS[folded(word)] ?? 'unknown';
}

/** A word of Azure's without its letter case and blanks: `In Progress` is `inprogress`. */
function folded(word: string | null | undefined): string {
  return word?.toLowerCase().replaceAll(/\s/g, '') ?? '';
}

/** A job of a list with the errors that the list may tell: it need not. */
export function toJobWithErrors(wire: JobWire): JobWithErrors {
  return { ...toJob(wire), errors: (wire.properties.errorDetails ?? []).map(toError) };
}

/** A job of a list. */
export function toJob(wire: JobWire): Job {
  const { properties } = wire;
  const status = jobStatus(properties.status);
  return {
    id: resourceId(wire.id),
    name: wire.name || nameOf(wire.id),
    vaultName: nameOf(vaultIdOf(wire.id) ?? ''),
    itemName: properties.entityFriendlyName ?? '',
    operation: properties.operation ?? '',
    status,
    statusWord: properties.status?.trim() || null,
    startedAt: parseInstant(properties.startTime),
    endedAt: parseInstant(properties.endTime),
    durationMs: parseDurationMs(properties.duration),
    isCancellable: status === 'inProgress' && isOffered(properties.actionsInfo),
    activityId: properties.activityId || null,
  };
}

/** Maps a job that was read alone, with its subtasks. */
export function toJobDetails(wire: JobWire): JobDetails {
  const { properties } = wire;
  const extended = properties.extendedInfo;
  const tasks = (extended?.tasksList ?? []).map(toTask);
  const lines = bag(extended?.propertyBag ?? {});
  return {
    ...toJobWithErrors(wire),
    activityId: properties.activityId || null,
    percent: inPercent(extended?.progressPercentage),
    remainingMs: parseDurationMs(extended?.estimatedRemainingDuration),
    tasks,
    properties: lines,
    bytes: bytesOf(tasks),
    restoreKind: restoreKind(lines),
    verdictBy: 'subtasks',
  };
}

/** The job in an answer, of whichever region its id is. @throws what is wrong with the shape. */
export function vaultJobFrom(id: ResourceId, answer: unknown): JobDetails {
  const job = toJobDetails(jobWire.parse(answer));
  const there = secondaryJobOf(id);
  return there === null ? job : inPlace(there.place, job);
}

/** A job of a secondary region, under the id that names the region. */
export function inPlace<One extends Job>(place: SecondaryPlace, job: One): One {
  return { ...job, id: secondaryJobId(place, job.name), vaultName: nameOf(place.vaultId) };
}

/** Bytes moved so far of all bytes to move, from the subtask that reports them. */
function bytesOf(tasks: readonly JobTask[]): TransferredBytes | null {
  return tasks.find(({ bytes }) => bytes !== null)?.bytes ?? null;
}

/** All but the last are recorded (azure-contract §8, aftercare §1.1); that one is a guess. */
const RESTORE_KIND: Readonly<Record<string, RestoreKind>> = {
  'recover vm to an alternate location': 'createVm',
  'recover disks': 'restoreDisks',
  'replace disks': 'replaceDisks',
  'recover vm disks in place': 'replaceDisks',
};

function restoreKind(lines: readonly JobProperty[]): RestoreKind | null {
  const type = lines.find(({ name }) => name.toLowerCase() === 'job type')?.value ?? '';
  return RESTORE_KIND[type.trim().toLowerCase()] ?? null;
}

type Extended = NonNullable<JobWire['properties']['extendedInfo']>;
type TaskWire = NonNullable<Extended['tasksList']>[number];
type ErrorWire = NonNullable<JobWire['properties']['errorDetails']>[number];

function toTask(wire: TaskWire): JobTask {
  const durationMs = parseDurationMs(wire.duration);
  return {
    name: wire.taskId?.trim() ?? '',
    status: TASK_STATUS[folded(wire.status)] ?? 'unknown',
    statusWord: wire.status?.trim() || null,
    startedAt: parseInstant(wire.startTime),
    // Recorded jobs say PT0S for every task, running or done: that is no duration (azure-contract §8).
    durationMs: durationMs === 0 ? null : durationMs,
    percent: inPercent(wire.progressPercentage),
    details: wire.taskExecutionDetails ?? null,
    // Recorded as “63.5 GBs / 127 GBs Transferred” (aftercare §1.1): read in any form that has both sizes.
    bytes: parseByteShare(wire.taskExecutionDetails),
  };
}

function toError(wire: ErrorWire): JobError {
  return {
    code: String(wire.errorCode ?? wire.errorTitle ?? ''),
    title: wire.errorTitle ?? '',
    message: wire.errorString ?? wire.errorTitle ?? '',
    recommendations: wire.recommendations ?? [],
  };
}

/** Below 0 and above 100 there is no progress: such a number is not reported. */
function inPercent(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value >= 0 && value <= 100 ? value : null;
}

function isOffered(actions: (string | number)[] | null | undefined): boolean {
  return (actions ?? []).some((action) => ['1', 'cancellable'].includes(folded(String(action))));
}

/** Names are free text, one of them with a blank at its end: trimmed. */
function bag(record: Record<string, string | null | undefined>): JobProperty[] {
  return Object.entries(record).map(([name, value]) => ({ name: name.trim(), value: value ?? '' }));
}
