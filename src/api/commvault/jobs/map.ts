import { commvaultJobId, commvaultVmId } from '#src/api/commvault/id.ts';
import { errorsOf } from '#src/api/commvault/jobs/errors.ts';
import type {
  CommvaultJob,
  CommvaultJobDetails,
  CommvaultWait,
  SubmittedTask,
} from '#src/api/commvault/jobs/job.ts';
import { stageOf, stagesOf } from '#src/api/commvault/jobs/stages.ts';
import { isWaiting, statusOf } from '#src/api/commvault/jobs/status.ts';
import type { JobAnswerWire, JobSummaryWire, TaskWire } from '#src/api/commvault/jobs/wire.ts';
import { invariant } from '#src/lib/result.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails, JobProperty, JobTask } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';

/** What a CommServe calls a restore; a download of files has another name (A). */
const RESTORE = 'Restore';

/** A job of a list, which doesn't name the VM: what it is of is named as well as can be. */
export function toJob(host: string, wire: JobSummaryWire): CommvaultJob {
  const number = wire.jobId ?? '';
  const { jobStartTime: startedAt, jobEndTime: endedAt, subclient } = wire;
  const status = statusOf(wire.status);
  const operation = operationOf(wire);
  const passedMs = startedAt === null || endedAt === null ? null : endedAt - startedAt;
  return {
    // Without a number it can't be opened.
    id: number === '' ? resourceId('') : commvaultJobId(host, number),
    number,
    percent: wire.percentComplete,
    name: number,
    vaultName: host,
    itemName:
      wire.subclientName ??
      subclient?.subclientName ??
      subclient?.clientName ??
      wire.destClientName ??
      '',
    operation,
    status,
    statusWord: wire.status,
    ownWord: wire.status ?? undefined,
    startedAt,
    endedAt,
    durationMs: wire.jobElapsedTime === null ? passedMs : wire.jobElapsedTime * 1000,
    isCancellable: operation === RESTORE && status === 'inProgress',
  };
}

/** A job by all answers about it. */
export function toJobDetails(host: string, answer: JobAnswerWire): CommvaultJobDetails {
  const summary = answer.job.jobs?.[0]?.jobSummary;
  invariant(summary, 'an answer without a job was taken for one');
  const { progressInfo, clientStatusInfo } = answer.details?.job.jobDetail ?? {};
  const vm = clientStatusInfo?.vmStatus?.[0];
  const listed = toJob(host, summary);
  const task = toTask(answer.task);
  const job = { ...listed, itemName: vm?.vmName ?? task.name ?? listed.itemName };
  const phase = progressInfo?.currentPhase ?? summary.currentPhaseName;
  const reasons = [summary.pendingReason, progressInfo?.reasonForJobDelay, vm?.FailureReason];
  const events = answer.events?.commservEvents ?? [];
  const reason = reasons.find(Boolean) ?? null;
  const wait =
    summary.status !== null && isWaiting(summary.status) ? { word: summary.status, reason } : null;
  const { restoredSize: transferred = null, UsedSpace: total = null } = vm ?? {};
  const bytes = transferred === null || !total ? null : { transferred, total };
  const tasks = stagesOf({ job, phase, wait, task, events, bytes });
  return {
    ...job,
    percent: progressInfo?.percentComplete ?? summary.percentComplete,
    remainingMs: null,
    tasks,
    properties: propertiesOf(task),
    errors: /^(failed|completedWithWarnings)$/.test(job.status) ? errorsOf(reasons, events) : [],
    activityId: null,
    bytes,
    restoreKind: null,
    verdictBy: 'status',
    pointTime: pointTimeOf(task, job),
    pace: paceOf(tasks, wait),
    wait,
    stage: stageOf(phase) ?? tasks.findLast(({ status }) => status !== 'notStarted')?.name ?? null,
    task,
  };
}

/** Only the stage that writes moves bytes, and only while it runs: a percentage of stages tells no time. */
function paceOf(
  tasks: readonly JobTask[],
  wait: CommvaultWait | null,
): NonNullable<JobDetails['pace']> {
  if (wait !== null) return 'waits';
  return tasks.some(({ status, bytes }) => status === 'inProgress' && bytes !== null)
    ? 'bytes'
    : 'still';
}

/** The newest backup is restored up to a moment that was still to come; which one it was isn't reported. */
const pointTimeOf = ({ upTo }: SubmittedTask, { startedAt }: CommvaultJob): Instant | null =>
  upTo === null || startedAt === null || upTo > startedAt ? null : upTo;

/** What a task says of its target, by the names that the product's own pages know. */
function propertiesOf({ newName, resourceGroup }: SubmittedTask): JobProperty[] {
  const lines = [
    { name: 'Target VM Name', value: newName },
    { name: 'Target resource group', value: resourceGroup },
  ];
  return lines.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

/** What a task asks for; nothing of it is known where it could not be read. */
export function toTask(wire: TaskWire | null): SubmittedTask {
  const { restoreOptions, commonOpts } = wire?.taskInfo.subTasks?.[0]?.options ?? {};
  const { passUnconditionalOverride, advancedRestoreOptions } =
    restoreOptions?.virtualServerRstOption?.diskLevelVMRestoreOption ?? {};
  const vm = advancedRestoreOptions?.[0];
  return {
    description: commonOpts?.jobDescription ?? null,
    guid: vm?.guid?.toLowerCase() ?? null,
    name: vm?.name ?? null,
    newName: vm?.newName ?? null,
    resourceGroup: vm?.esxHost ?? null,
    upTo: restoreOptions?.browseOption?.toTime ?? null,
    isInPlace: restoreOptions?.destination?.inPlace ?? null,
    overwrites: passUnconditionalOverride ?? null,
    isManaged: vm?.restoreAsManagedVM ?? null,
    newDisks: vm?.disks?.map(({ newName }) => newName ?? '') ?? null,
  };
}

/** What a restore creates or replaces, as its task reports it; nothing of it is known where that wasn't read. */
export function taskTarget(host: string, task: SubmittedTask | null): readonly TargetPart[] {
  const isInPlace = task?.isInPlace ?? null;
  // Nothing reports the subscription: a hypervisor is one, and no answer has which.
  const place = { group: task?.resourceGroup || null, subscriptionId: null };
  const name = (isInPlace === true ? task?.name : task?.newName) || null;
  const leavesOthers = isInPlace === false && task?.overwrites === false;
  const replaces = isInPlace === true ? 'all' : leavesOthers ? undefined : 'ifThere';
  const disks = task?.newDisks?.length ? task.newDisks : [''];
  // What it names itself it names after the VM (A).
  const diskOf = (disk: string): TargetPart =>
    disk === '' && name !== null
      ? { kind: 'disk', name: null, namedAfter: name, ...place }
      : { kind: 'disk', name: disk || null, ...place };
  const guid = isInPlace === true ? (task?.guid ?? null) : null;
  return [
    { kind: 'vm', name, ...place, replaces },
    ...(task?.isManaged === false ? [] : disks.map(diskOf)),
    ...(guid === null ? [] : [vmAsTarget(commvaultVmId(host, guid))]),
  ];
}

/** A VM that Commvault restores in place: its CommServe knows it by its GUID, whatever names say. */
export const vmAsTarget = (vmId: string): TargetPart => ({
  kind: 'other',
  name: vmId,
  group: null,
  subscriptionId: null,
  replaces: 'all',
});

/** What a job does, in its CommServe's word; empty: not reported. */
export const operationOf = ({ localizedOperationName, jobType }: JobSummaryWire): string =>
  localizedOperationName ?? jobType ?? '';

/** Whether a job restores; one that doesn't tell could. */
export const isRestore = ({ operation }: Pick<CommvaultJob, 'operation'>): boolean =>
  operation === '' || operation === RESTORE;
