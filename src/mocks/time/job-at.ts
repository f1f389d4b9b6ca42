import type { JobWire } from '#src/api/recovery-services/jobs.ts';
import { isoDuration } from '#src/lib/time.ts';
import { type JobPlan, type TaskState, type Timeline, timelineAt } from '#src/mocks/time/plan.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';

/** What a job told of its way at one moment, in a recording. */
interface Recorded {
  readonly percent: number;
  /** Part of the bytes that its subtask reported, 0 to 1; null: none. */
  readonly part: number | null;
  /** The time left that it reported, in milliseconds; null: none. */
  readonly leftMs: number | null;
}

interface Step extends Pick<Recorded, 'percent' | 'part'> {
  /** From this share of the time of its transfer on. */
  readonly from: number;
  /** The time left that it told, as a share of that time. */
  readonly left: number | null;
}

/**
 * Disks of 127 GB in 37 minutes (aftercare §1.1, R): nothing for a third of the time, then steps; the
 * time left was always too short, and grew twice.
 */
const OF_DISKS: readonly Step[] = [
  { from: 0, percent: 1, part: null, left: null },
  { from: 0.3335, percent: 50, part: 0.5, left: 0.3254 },
  { from: 0.469, percent: 88, part: 0.8848, left: 0.0599 },
  { from: 0.6059, percent: 88, part: 0.8848, left: 0.0775 },
  { from: 0.7419, percent: 94, part: 0.9478, left: 0.0402 },
  { from: 0.8752, percent: 94, part: 0.9478, left: 0.0476 },
];

const NOTHING: Recorded = { percent: 1, part: null, leftMs: null };

/**
 * What a restore reports in the recordings. A new machine stayed at 1% to its end; a replacement at 99
 * while the machine was updated (azure-contract §8, aftercare §1.1, R).
 */
function recordedAt({ internalBag }: Pick<JobPlan, 'internalBag'>, timeline: Timeline): Recorded {
  const { status, tasks } = timeline;
  const hasFigures = internalBag['restoreLocationType'] !== 'AlternateLocation';
  if (status === 'Completed')
    return { percent: 100, part: hasFigures ? 1 : null, leftMs: hasFigures ? 0 : null };
  if (!hasFigures) return NOTHING;
  const transfer = tasks.find(({ task }) => task.bytes !== undefined);
  const step = OF_DISKS.findLast(({ from }) => (transfer?.part ?? 0) >= from);
  if (transfer === undefined || step === undefined) return NOTHING;
  if (transfer.status === 'Completed') return { percent: 99, part: 1, leftMs: 120_000 };
  const { percent, part, left } = step;
  const leftMs = left === null ? null : Math.round(left * transfer.task.seconds * 1000);
  return { percent, part, leftMs };
}

type TaskWire = NonNullable<
  NonNullable<JobWire['properties']['extendedInfo']>['tasksList']
>[number];

export interface JobView {
  readonly profile: 'documented' | 'recorded';
  /** Enums as numbers: api-versions up to 2020-12-31. */
  readonly isNumeric: boolean;
  /** Lists come without `extendedInfo` (azure-contract §8, S and R). */
  readonly isDetailed: boolean;
}

/**
 * A job as `GET {V}/backupJobs/{job}` answers it at `nowMs` (azure-contract §8). `cancelledAtMs` is
 * when a person canceled it, or null.
 */
export function jobAt(
  plan: JobPlan,
  cancelledAtMs: number | null,
  nowMs: number,
  view: JobView,
): JobWire {
  const timeline = timelineAt(plan, cancelledAtMs, nowMs);
  const isRunning = timeline.status === 'InProgress';
  const endMs = timeline.endedAtMs;
  return {
    id: `${plan.vaultId}/backupJobs/${plan.jobId}`,
    name: plan.jobId,
    type: 'Microsoft.RecoveryServices/vaults/backupJobs',
    properties: {
      jobType: 'AzureIaaSVMJob',
      operation: plan.secondaryRegion === undefined ? plan.operation : 'CrossRegionRestore',
      status: timeline.status,
      backupManagementType: 'AzureIaasVM',
      entityFriendlyName: plan.friendlyName,
      containerName: plan.containerName,
      virtualMachineVersion: plan.isClassic ? 'ClassicCompute' : 'Compute',
      ...(isRunning && plan.isCancellable
        ? { actionsInfo: [view.isNumeric ? 1 : 'Cancellable'] }
        : {}),
      startTime: sevenDecimals(plan.startedAtMs),
      ...(endMs === null ? {} : { endTime: sevenDecimals(endMs) }),
      duration: isoDuration((endMs ?? Math.max(nowMs, plan.startedAtMs)) - plan.startedAtMs),
      activityId: plan.activityId,
      isUserTriggered: plan.isUserTriggered,
      ...errorsOf(plan, timeline),
      ...(view.isDetailed ? { extendedInfo: detailsOf(plan, timeline, view.profile) } : {}),
    },
  };
}

function errorsOf(plan: JobPlan, { status }: Timeline): object {
  const { ending } = plan;
  const hasError = status === 'Failed' || status === 'CompletedWithWarnings';
  if (!hasError || (ending.kind !== 'failed' && ending.kind !== 'warnings')) return {};
  const { code, title, text, recommendations } = ending.error;
  return {
    errorDetails: [
      {
        errorCode: code,
        errorTitle: title,
        errorString: text,
        recommendations: [...recommendations],
      },
    ],
  };
}

function detailsOf(
  plan: JobPlan,
  timeline: Timeline,
  profile: JobView['profile'],
): NonNullable<JobWire['properties']['extendedInfo']> {
  const bag = {
    ...plan.bag,
    ...(timeline.status === 'Completed' ? plan.bagAfterSuccess : {}),
  };
  const common = {
    propertyBag: bag,
    internalPropertyBag: plan.internalBag,
    // Present while it runs and gone later: keys come and go between two reads (R).
    ...(timeline.endedAtMs === null ? { dynamicErrorMessage: '' } : {}),
  };
  if (profile === 'recorded') return { ...recordedDetails(plan, timeline), ...common };
  return {
    tasksList: namedTasks(plan, timeline).map((task) =>
      documentedTask(task, plan.startedAtMs, timeline),
    ),
    ...common,
    ...(plan.operation === 'Restore' ? progressOf(timeline) : {}),
  };
}

/** A job that starts or stops a protection, or undeletes it, names no subtasks (G). */
const namedTasks = ({ operation }: JobPlan, { tasks }: Timeline): readonly TaskState[] =>
  operation === 'Restore' || operation === 'Backup' ? tasks : [];

/**
 * Document 000, Track the restore operation: the percentage, and an estimate that starts at the
 * whole time, falls, and is zero at the end. A stalled job's estimate stays the same (G).
 */
function progressOf({ status, doneSeconds, totalSeconds, endedAtMs }: Timeline): object {
  const percent = totalSeconds === 0 ? 100 : (doneSeconds / totalSeconds) * 100;
  const leftMs = endedAtMs === null ? Math.ceil(totalSeconds - doneSeconds) * 1000 : 0;
  return {
    progressPercentage: status === 'Completed' ? 100 : Math.min(99, Math.floor(percent)),
    estimatedRemainingDuration: isoDuration(leftMs),
  };
}

/** As in the recordings: no times of subtasks, and few figures, in steps. Backup jobs have none at all (R). */
function recordedDetails(
  plan: JobPlan,
  timeline: Timeline,
): NonNullable<JobWire['properties']['extendedInfo']> {
  if (plan.operation !== 'Restore')
    return { tasksList: namedTasks(plan, timeline).map((state) => recordedTask(state, null)) };
  const { percent, part, leftMs } = recordedAt(plan, timeline);
  return {
    tasksList: timeline.tasks.map((state) => recordedTask(state, part)),
    progressPercentage: percent,
    ...(leftMs === null ? {} : { estimatedRemainingDuration: isoDuration(leftMs) }),
  };
}

function recordedTask({ task, status }: TaskState, part: number | null): TaskWire {
  return {
    taskId: task.id,
    duration: 'PT0S',
    status: status === 'Cancelled' ? 'Failed' : status,
    taskType: 'Normal',
    ...(task.bytes === undefined || part === null
      ? {}
      : { taskExecutionDetails: bytesText(task.bytes * part, task.bytes) }),
  };
}

function documentedTask(state: TaskState, startedAtMs: number, timeline: Timeline): TaskWire {
  const { task, status, startSeconds, endSeconds, part } = state;
  const at = (seconds: number): string => sevenDecimals(startedAtMs + Math.round(seconds * 1000));
  const lastedSeconds =
    startSeconds === null ? 0 : (endSeconds ?? timeline.doneSeconds) - startSeconds;
  return {
    taskId: task.id,
    duration: isoDuration(lastedSeconds * 1000),
    status,
    taskType: 'Normal',
    ...(startSeconds === null ? {} : { startTime: at(startSeconds) }),
    ...(endSeconds === null ? {} : { endTime: at(endSeconds) }),
    progressPercentage: Math.floor(part * 100),
    ...(task.bytes === undefined || startSeconds === null
      ? {}
      : { taskExecutionDetails: bytesText(task.bytes * part, task.bytes) }),
  };
}

/** `63.5 GBs / 127 GBs Transferred` (aftercare §1.1, R): two decimals at most, never more than there are. */
function bytesText(done: number, total: number): string {
  return `${gigabytes(done)} GBs / ${gigabytes(total)} GBs Transferred`;
}

const gigabytes = (bytes: number): number => Math.floor((bytes / 1024 ** 3) * 100) / 100;
