import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { count, flag, moment, textOrId } from '#src/api/commvault/answers.ts';
import { commvaultJobId, commvaultVmId } from '#src/api/commvault/home.ts';
import type { TransferredBytes } from '#src/lib/bytes.ts';
import { invariant } from '#src/lib/result.ts';
import type { Instant } from '#src/lib/time.ts';
import type {
  Job,
  JobDetails,
  JobError,
  JobProperty,
  JobStatus,
  JobTask,
  TaskStatus,
} from '#src/model/jobs.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A job as every answer has it (commvault.md §2.4; D, C). */
const jobSummaryWire = z.object({
  jobId: textOrId,
  status: textOrId,
  percentComplete: count,
  jobType: textOrId,
  localizedOperationName: textOrId,
  backupLevelName: textOrId,
  jobStartTime: moment,
  jobEndTime: moment,
  jobElapsedTime: count,
  currentPhaseName: textOrId,
  pendingReason: textOrId,
  sizeOfApplication: count,
  destClientName: textOrId,
  subclientName: textOrId,
  subclient: maybe(z.object({ clientName: textOrId, subclientName: textOrId })),
});
type JobSummaryWire = z.infer<typeof jobSummaryWire>;

/** GET of `/Job`, GET of `/Job/{id}`, POST of `/Jobs` and GET of `/v2/vsa/vm/{guid}/jobs`. */
export const jobsWire = z.object({
  totalRecordsWithoutPaging: count,
  jobs: maybe(z.array(z.object({ jobSummary: jobSummaryWire }))),
});

const vmStatusWire = z.object({
  vmName: textOrId,
  FailureReason: textOrId,
  restoredSize: count,
  UsedSpace: count,
});

/** POST of `/JobDetails`, which mixes numbers and texts. */
const detailsWire = z.object({
  job: z.object({
    jobDetail: z.object({
      progressInfo: maybe(
        z.object({ currentPhase: textOrId, percentComplete: count, reasonForJobDelay: textOrId }),
      ),
      clientStatusInfo: maybe(z.object({ vmStatus: maybe(z.array(vmStatusWire)) })),
    }),
  }),
});

/** GET of `/Events?jobId=`; what a severity means is assumed (A). */
const eventsWire = z.object({
  commservEvents: maybe(
    z.array(
      z.object({
        severity: count,
        eventCodeString: textOrId,
        description: textOrId,
        timeSource: moment,
      }),
    ),
  ),
});
type EventWire = NonNullable<z.infer<typeof eventsWire>['commservEvents']>[number];

const vmRestoreWire = z.object({
  guid: textOrId,
  name: textOrId,
  newName: textOrId,
  esxHost: textOrId,
  restoreAsManagedVM: flag,
  disks: maybe(z.array(z.object({ newName: textOrId }))),
});

/** GET of `/Job/{id}/TaskDetails`: the task as it was submitted (C). */
export const taskWire = z.object({
  taskInfo: z.object({
    subTasks: maybe(
      z.array(
        z.object({
          options: maybe(
            z.object({
              restoreOptions: maybe(
                z.object({
                  browseOption: maybe(z.object({ toTime: moment })),
                  destination: maybe(z.object({ inPlace: flag })),
                  virtualServerRstOption: maybe(
                    z.object({
                      diskLevelVMRestoreOption: maybe(
                        z.object({
                          passUnconditionalOverride: flag,
                          advancedRestoreOptions: maybe(z.array(vmRestoreWire)),
                        }),
                      ),
                    }),
                  ),
                }),
              ),
              commonOpts: maybe(z.object({ jobDescription: textOrId })),
            }),
          ),
        }),
      ),
    ),
  }),
});
type TaskWire = z.infer<typeof taskWire>;

/** All answers about one job, as it came; null: that part could not be had. */
export const jobAnswerWire = z.object({
  job: jobsWire,
  details: z.nullable(detailsWire),
  events: z.nullable(eventsWire),
  task: z.nullable(taskWire),
});
type JobAnswerWire = z.infer<typeof jobAnswerWire>;

/**
 * The words of a CommServe (commvault.md §2.4). `Failed to Start` is an end and `Kill Pending` is none; what
 * `Abnormal Terminated Cleanup` means isn’t documented. V4 writes them in capitals with underscores.
 */
const WORDS: readonly (readonly [RegExp, JobStatus])[] = [
  [/^kill pending/, 'cancelling'],
  [/^(queued|waiting|pending|running|suspend|interrupt)/, 'inProgress'],
  [/^completed$/, 'completed'],
  [/^(completed with|committed)/, 'completedWithWarnings'],
  [/^failed/, 'failed'],
  [/^killed/, 'cancelled'],
];

/** What a word says of a job. */
export function commvaultStatusOf(word: string | null): JobStatus {
  const folded = foldedWord(word);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'unknown';
}

/** Whether a job goes on by itself without doing anything now: it is queued, or waits to be tried again. */
export const isWaiting = (word: string | null): boolean =>
  /^(queued|waiting|pending|suspend|interrupt)/.test(foldedWord(word));

/** Whether a backup has ended with something that can be restored. */
export const isPoint = (word: string | null): boolean => foldedWord(word).startsWith('completed');

const foldedWord = (word: string | null): string =>
  (word ?? '').toLowerCase().replaceAll('_', ' ').replace(' w/ ', ' with ');

/** A job of a CommServe, as every list has it. */
export interface CommvaultJob extends Job {
  /** Its number as text. */
  readonly number: string;
  readonly percent: number | null;
}

/** A job with what only reads of the job itself give. */
export interface CommvaultJobDetails extends CommvaultJob, JobDetails {
  /** Why it does nothing now although it isn't over: `Waiting`, `Pending` or their kin, and the reason where it is reported. */
  readonly wait: { readonly word: string; readonly reason: string | null } | null;
  /** The stage that it is in or ended in, by its name; null: the tenant reports no stages. */
  readonly stage: string | null;
  readonly task: SubmittedTask;
  readonly activityId: string | null;
}

/** Whether a job that was read by itself is one of a CommServe. */
export const isCommvaultJob = (job: JobDetails): job is CommvaultJobDetails => 'stage' in job;

/** Events of at least this severity say what went wrong: 3 and 6 were seen, and what they mean is assumed (A). */
const SEVERE = 6;

/** How a CommServe writes a code into its texts, as in `ERROR CODE [91:329]: …`. */
const CODE = /^ERROR CODE \[([\d:]+)\]:?\s*/i;

/** Why a job did not end as it should: its own reasons first, each once, then its severe events. */
function errorsOf(
  reasons: readonly (string | null | undefined)[],
  events: readonly EventWire[],
): readonly JobError[] {
  const severe = events.filter(({ severity }) => (severity ?? 0) >= SEVERE);
  const texts = new Set([...reasons, ...severe.map(({ description }) => description)]);
  return [...texts].flatMap((said) => {
    if (!said) return [];
    const message = said.replace(CODE, '');
    const event = events.find(({ description }) => description?.includes(message));
    const code = CODE.exec(said)?.[1] ?? event?.eventCodeString ?? '';
    return [{ code, title: '', message, recommendations: [] }];
  });
}

/**
 * The stages of a restore, which document 003 lists (Restore Process). Their names on the wire are assumed
 * (A): no source has one. What reports other names, or one for the whole job, reports no stages.
 */
export const STAGES = {
  mediaAgent: 'Waiting for a media agent',
  driver: 'Engage the Virtual Server file system driver',
  deleteVm: 'Delete the existing VM',
  mount: 'Mount VM disks',
  write: 'Write data from library',
  create: 'Create the VM',
  convert: 'Convert to managed VM',
  securityGroup: 'Configure the network security group',
} as const;

const ORDER: readonly string[] = Object.values(STAGES);

/** Stages that not every restore has: they are listed where the task asks for them, or where one is seen. */
const isExpected = (stage: string, { isInPlace, isManaged }: SubmittedTask): boolean =>
  (stage !== STAGES.deleteVm || isInPlace === true) &&
  (stage !== STAGES.convert || isManaged === true) &&
  stage !== STAGES.mediaAgent &&
  stage !== STAGES.securityGroup;

/** What the stages of a job follow from. */
interface StageFacts {
  readonly job: Job;
  /** The phase that is reported now. */
  readonly phase: string | null;
  readonly wait: CommvaultJobDetails['wait'];
  readonly task: SubmittedTask;
  readonly events: readonly EventWire[];
  readonly bytes: TransferredBytes | null;
}

/** The stage that a phase is; null: it is none that is known. In place the VM is "recreated". */
function stageOf(phase: string | null): string | null {
  const folded = phase?.toLowerCase().replace(/^recreate/, 'create');
  return ORDER.find((stage) => stage.toLowerCase() === folded) ?? null;
}

/** The stages of a job as subtasks; none where its tenant reports none. */
function stagesOf(facts: StageFacts): readonly JobTask[] {
  const { job, phase, task } = facts;
  const begun = beginnings(facts.events);
  const now = stageOf(phase) ?? [...begun.keys()].toSorted(byOrder).at(-1) ?? null;
  if (now === null) return [];
  const stages = ORDER.filter(
    (stage) => stage === now || begun.has(stage) || isExpected(stage, task),
  );
  return stages.map((name, at) => {
    const status = statusAt(at - stages.indexOf(now), job);
    const startedAt = begun.get(name) ?? null;
    const after = stages.slice(at + 1).find((next) => begun.has(next));
    const endedAt = (after === undefined ? job.endedAt : begun.get(after)) ?? null;
    const wait = status === 'inProgress' ? facts.wait : null;
    return {
      name,
      status,
      statusWord: wait?.word ?? null,
      ownWord: wait?.word,
      startedAt,
      durationMs:
        startedAt === null || endedAt === null || status === 'inProgress'
          ? null
          : endedAt - startedAt,
      percent: null,
      details: wait?.reason ?? null,
      // The bytes of a job are those of this stage: no other moves any.
      bytes: name === STAGES.write ? facts.bytes : null,
    };
  });
}

const byOrder = (one: string, other: string): number => ORDER.indexOf(one) - ORDER.indexOf(other);

/** The state of a stage so many places after the one that the job is in, or has ended in. */
function statusAt(place: number, { status }: Job): TaskStatus {
  if (status === 'completed') return 'completed';
  // Which stage the errors are of isn't reported: it's none before the last one that was.
  if (status === 'completedWithWarnings') return place < 0 ? 'completed' : 'unknown';
  if (place !== 0) return place < 0 ? 'completed' : 'notStarted';
  if (status === 'failed' || status === 'cancelled') return status;
  return status === 'unknown' ? 'unknown' : 'inProgress';
}

/** When each stage started: one event for each is assumed (A). */
function beginnings(events: readonly EventWire[]): ReadonlyMap<string, Instant> {
  const begun = new Map<string, Instant>();
  for (const { description, timeSource } of events) {
    const folded = description?.toLowerCase().replace('recreate', 'create') ?? '';
    const stage = ORDER.find((one) => folded.includes(one.toLowerCase()));
    const before = stage === undefined ? undefined : begun.get(stage);
    if (stage !== undefined && timeSource !== null && (before ?? timeSource) >= timeSource) {
      begun.set(stage, timeSource);
    }
  }
  return begun;
}

/** What a CommServe calls a restore; a download of files has another name (A). */
const RESTORE = 'Restore';

/** A job of a list, which doesn't name the VM: what it is of is named as well as can be. */
export function toCommvaultJob(host: string, wire: JobSummaryWire): CommvaultJob {
  const number = wire.jobId ?? '';
  const { jobStartTime: startedAt, jobEndTime: endedAt, subclient } = wire;
  const status = commvaultStatusOf(wire.status);
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

/** A restore point: a finished backup job of a VM. Nothing reports its consistency. */
export type CommvaultPoint = NonNullable<ReturnType<typeof toPoint>>;

/** The restore point that a job of a VM left; null: it left none. */
export function toPoint(host: string, wire: JobSummaryWire) {
  const { jobId, status, jobEndTime, backupLevelName, sizeOfApplication } = wire;
  const isBackup = /backup(?! copy)/i.test(operationOf(wire));
  if (!isBackup || jobId === null || jobEndTime === null || status === null || !isPoint(status)) {
    return null;
  }
  return {
    id: commvaultJobId(host, jobId),
    // A restore names its backup by the time at which it ended (A).
    time: jobEndTime,
    // As `Completed w/ one or more errors`.
    statusWord: status,
    // `Full`, `Incremental`.
    level: backupLevelName,
    sizeBytes: sizeOfApplication,
  };
}

/** A job by all answers about it. */
export function toCommvaultJobDetails(host: string, answer: JobAnswerWire): CommvaultJobDetails {
  const summary = answer.job.jobs?.[0]?.jobSummary;
  invariant(summary, 'an answer without a job was taken for one');
  const { progressInfo, clientStatusInfo } = answer.details?.job.jobDetail ?? {};
  const vm = clientStatusInfo?.vmStatus?.[0];
  const listed = toCommvaultJob(host, summary);
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
  wait: CommvaultJobDetails['wait'],
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

/** What the request of a restore was, as its CommServe reports it. Null: not reported. */
export type SubmittedTask = ReturnType<typeof toTask>;

/** What a task asks for; nothing of it is known where it could not be read. */
export function toTask(wire: TaskWire | null) {
  const { restoreOptions, commonOpts } = wire?.taskInfo.subTasks?.[0]?.options ?? {};
  const { passUnconditionalOverride, advancedRestoreOptions } =
    restoreOptions?.virtualServerRstOption?.diskLevelVMRestoreOption ?? {};
  const vm = advancedRestoreOptions?.[0];
  return {
    // Where our client request ID is; that a CommServe repeats it is assumed (A).
    description: commonOpts?.jobDescription ?? null,
    guid: vm?.guid?.toLowerCase() ?? null,
    // Of the VM that was backed up.
    name: vm?.name ?? null,
    newName: vm?.newName ?? null,
    resourceGroup: vm?.esxHost ?? null,
    // Up to when backups count: the end of the backup that was selected, or a moment after the press for the newest one.
    upTo: restoreOptions?.browseOption?.toTime ?? null,
    isInPlace: restoreOptions?.destination?.inPlace ?? null,
    // A VM of the new name is deleted first, if there is one.
    overwrites: passUnconditionalOverride ?? null,
    isManaged: vm?.restoreAsManagedVM ?? null,
    // Names of the disks that it creates; an empty one: the CommServe names it.
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
export const isCommvaultRestore = ({ operation }: Pick<CommvaultJob, 'operation'>): boolean =>
  operation === '' || operation === RESTORE;
