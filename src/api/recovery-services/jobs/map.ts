import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { JobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { parseDurationMs } from '#src/lib/duration.ts';
import { parseInstant } from '#src/lib/time.ts';
import type {
  Job,
  JobDetails,
  JobError,
  JobProperty,
  JobStatus,
  JobTask,
  RestoreKind,
  TaskStatus,
  TransferredBytes,
} from '#src/model/job.ts';
import type { JobWithErrors } from '#src/model/job-summary.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

const STATUS: Readonly<Record<string, JobStatus>> = {
  inprogress: 'inProgress',
  completed: 'completed',
  completedwithwarnings: 'completedWithWarnings',
  failed: 'failed',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
};

const TASK_STATUS: Readonly<Record<string, TaskStatus>> = {
  notstarted: 'notStarted',
  inprogress: 'inProgress',
  completed: 'completed',
  failed: 'failed',
};

/** Azure's word for how a job stands; one that nobody knows is unknown. */
export function jobStatus(word: string | null | undefined): JobStatus {
  return STATUS[word?.toLowerCase() ?? ''] ?? 'unknown';
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
    name: wire.name,
    vaultName: nameOf(vaultIdOf(wire.id) ?? ''),
    itemName: properties.entityFriendlyName ?? '',
    operation: properties.operation ?? '',
    status,
    startedAt: parseInstant(properties.startTime),
    endedAt: parseInstant(properties.endTime),
    durationMs: parseDurationMs(properties.duration),
    isCancellable: status === 'inProgress' && isOffered(properties.actionsInfo),
  };
}

/** A job read by itself, with its sub-tasks. */
export function toJobDetails(wire: JobWire): JobDetails {
  const { properties } = wire;
  const extended = properties.extendedInfo;
  const tasks = (extended?.tasksList ?? []).map(toTask);
  const lines = bag(extended?.propertyBag ?? {});
  return {
    ...toJobWithErrors(wire),
    percent: trusted(extended?.progressPercentage),
    remainingMs: parseDurationMs(extended?.estimatedRemainingDuration),
    tasks,
    properties: lines,
    bytes: bytesOf(tasks),
    restoreKind: restoreKind(lines),
  };
}

/**
 * Bytes moved so far of all there are to move, from the text of the sub-task that moves them. No
 * source shows how that text reads (azure-contract §15): any other form is no report.
 */
function bytesOf(tasks: readonly JobTask[]): TransferredBytes | null {
  for (const { details } of tasks) {
    const match = /\b(\d+) of (\d+) bytes\b/i.exec(details ?? '');
    if (match !== null) return { transferred: Number(match[1]), total: Number(match[2]) };
  }
  return null;
}

/** The first two are recorded and documented (azure-contract §8); the third is a guess there. */
const RESTORE_KIND: Readonly<Record<string, RestoreKind>> = {
  'recover vm to an alternate location': 'createVm',
  'recover disks': 'restoreDisks',
  'recover vm disks in place': 'replaceDisks',
};

function restoreKind(lines: readonly JobProperty[]): RestoreKind | null {
  const type = lines.find(({ name }) => name.toLowerCase() === 'job type')?.value ?? '';
  return RESTORE_KIND[type.toLowerCase()] ?? null;
}

type Extended = NonNullable<JobWire['properties']['extendedInfo']>;
type TaskWire = NonNullable<Extended['tasksList']>[number];
type ErrorWire = NonNullable<JobWire['properties']['errorDetails']>[number];

function toTask(wire: TaskWire): JobTask {
  const status = TASK_STATUS[wire.status?.toLowerCase().replaceAll(' ', '') ?? ''] ?? 'unknown';
  const durationMs = parseDurationMs(wire.duration);
  return {
    name: wire.taskId,
    status,
    // Recorded jobs say PT0S for every task, running or done: that is no duration (azure-contract §8).
    durationMs: durationMs === 0 ? null : durationMs,
    percent: wire.progressPercentage ?? null,
    details: wire.taskExecutionDetails ?? null,
  };
}

function toError(wire: ErrorWire): JobError {
  return {
    code: String(wire.errorCode ?? wire.errorTitle ?? ''),
    message: wire.errorString ?? wire.errorTitle ?? '',
    recommendations: wire.recommendations ?? [],
  };
}

/**
 * Recorded jobs stood at 1.0 from the first second to the last minute (azure-contract §8), and
 * nobody says whether that is 1 % or all: such a number is no progress.
 */
function trusted(percent: number | null | undefined): number | null {
  return percent === null || percent === undefined || percent === 1 ? null : percent;
}

function isOffered(actions: (string | number)[] | null | undefined): boolean {
  return (actions ?? []).some((action) => action === 1 || action === 'Cancellable');
}

/** Names are free text, one of them with a blank at its end: trimmed. */
function bag(record: Record<string, string | null | undefined>): JobProperty[] {
  return Object.entries(record).map(([name, value]) => ({ name: name.trim(), value: value ?? '' }));
}
