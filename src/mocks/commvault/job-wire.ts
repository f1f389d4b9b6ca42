import { type Backup, usedBytes } from '#src/mocks/commvault/backups.ts';
import type { CommServeSeed } from '#src/mocks/commvault/seed.ts';
import { commServeIn } from '#src/mocks/commvault/commserve.ts';
import {
  type CommvaultJobAt,
  type Ending,
  jobAt,
  killsOf,
  stageNames,
  stagesOf,
  type Task,
  tasksOf,
} from '#src/mocks/commvault/task.ts';
import type { Call } from '#src/mocks/service.ts';
import { seedMs } from '#src/mocks/time/text.ts';

/** Jobs as a CommServe writes them (commvault.md §2.4; sample in §7). */

const NOT_REPORTED = -999;
const operator = { userId: 7, userName: 'operator' };

const seconds = (ms: number | null): number => (ms === null ? 0 : Math.floor(ms / 1000));

/** A restore as it is reported. */
export interface Reported {
  readonly task: Task;
  readonly job: CommvaultJobAt;
  readonly now: number;
  /** The tenant names no stages and counts no bytes of a VM. */
  readonly isPlain: boolean;
}

/** The stage that a job is in; of a job that hasn't entered one, or reports none, a word for all. */
function phaseOf({ job, isPlain }: Reported): string {
  const kind = job.entered.at(-1)?.kind;
  return isPlain || kind === undefined ? 'Restore' : stageNames[kind];
}

/** `jobSummary` of a restore. */
export function restoreSummary(reported: Reported) {
  const { task, job, now } = reported;
  const operation = task.isDownload ? 'Download' : 'Restore';
  return {
    jobId: task.jobId,
    status: job.status,
    localizedStatus: job.status,
    statusColor: job.endedAtMs === null ? 'blue' : 'green',
    percentComplete: job.percent,
    jobType: 'Restore',
    localizedOperationName: operation,
    appTypeName: 'Virtual Server',
    currentPhaseName: phaseOf(reported),
    pendingReason: job.reason,
    jobStartTime: seconds(job.startedAtMs),
    jobEndTime: seconds(job.endedAtMs),
    lastUpdateTime: seconds(Math.min(now, job.endedAtMs ?? now)),
    jobElapsedTime: seconds(Math.min(now, job.endedAtMs ?? now) - job.startedAtMs),
    sizeOfApplication: task.bytes,
    sizeOfMediaOnDisk: 0,
    totalNumOfFiles: 0,
    totalFailedFiles: 0,
    isVisible: true,
    destClientName: task.agent,
    subclient: {
      clientId: task.clientId,
      clientName: task.clientName,
      applicationId: 106,
      appName: 'Virtual Server',
      instanceName: 'Azure Resource Manager',
      subclientId: task.subclientId,
    },
    userName: operator,
  };
}

/** `jobSummary` of a backup of one VM. */
export function backupSummary({ jobId, parentId, vm, ...backup }: Backup, now: number) {
  const { status, startMs, endMs, bytes } = backup;
  const isRunning = endMs === null;
  return {
    jobId,
    status,
    localizedStatus: status,
    percentComplete: isRunning ? 50 : 100,
    percentSavings: NOT_REPORTED,
    jobType: 'Backup',
    localizedOperationName: 'Backup',
    backupLevelName: 'Incremental',
    appTypeName: 'Virtual Server',
    currentPhaseName: isRunning ? 'Backup' : '',
    pendingReason: status === 'Failed' ? 'The VM couldn’t be snapped. Try again later.' : '',
    jobStartTime: seconds(startMs),
    jobEndTime: seconds(endMs),
    lastUpdateTime: seconds(endMs ?? now),
    jobElapsedTime: seconds((endMs ?? now) - startMs),
    // Text where a restore has a number: clients read both.
    sizeOfApplication: String(bytes),
    isVisible: true,
    isAged: false,
    destClientName: vm.name,
    subclientName: vm.group.name,
    subclient: {
      clientId: vm.clientId,
      clientName: vm.name,
      applicationId: 106,
      appName: 'Virtual Server',
      subclientId: vm.group.id,
      subclientName: vm.group.name,
    },
    userName: { userId: 1, userName: 'system' },
    vsaParentJobID: parentId,
  };
}

/** The word of a VM in a job is a number; which one means what is assumed (A). */
const vmStatusOf = ({ status }: CommvaultJobAt): number =>
  status === 'Completed' ? 0 : status.startsWith('Completed') ? 4 : status === 'Failed' ? 1 : 2;

function vmStatus({ task, job }: Reported) {
  return {
    vmName: task.vmName,
    GUID: task.guid,
    destinationVMName: task.newName,
    Agent: task.agent,
    Status: vmStatusOf(job),
    restoredSize: job.bytesDone,
    UsedSpace: task.bytes,
    GuestSize: NOT_REPORTED,
    CurrentThroughput: job.entered.at(-1)?.kind === 'write' && job.endedAtMs === null ? 365 : 0,
    FailureReason: job.endedAtMs === null ? '' : job.reason,
  };
}

/** `POST /JobDetails`: sizes are texts of numbers, what is not known is -999 (D). */
export function restoreDetails(reported: Reported) {
  const { task, job, now, isPlain } = reported;
  const write = job.entered.find(({ kind }) => kind === 'write');
  const until = Math.min(now, write?.untilMs ?? now);
  return {
    progressInfo: {
      state: job.status,
      currentPhase: phaseOf(reported),
      percentComplete: job.percent,
      reasonForJobDelay: job.reason,
    },
    detailInfo: {
      sizeOfApplication: String(task.bytes),
      dataXferedNetwork: String(job.bytesDone),
      throughPut: write === undefined ? '0' : '365.2',
      transferTime: String(write === undefined ? 0 : seconds(until - write.fromMs)),
      startTime: seconds(job.startedAtMs),
      endTime: seconds(job.endedAtMs),
    },
    generalInfo: {
      jobId: task.jobId,
      operationType: 'Restore',
      priority: NOT_REPORTED,
      totalNumOfFiles: NOT_REPORTED,
      jobStartedBy: operator.userName,
      jobStartedFrom: 'Interactive',
    },
    clientStatusInfo: { vmStatus: isPlain || task.isDownload ? [] : [vmStatus(reported)] },
  };
}

/** `POST /JobDetails` of a backup: as little as an old job has. */
export const backupDetails = ({ jobId, status, startMs, endMs, bytes }: Backup) => ({
  progressInfo: { state: status, currentPhase: '', percentComplete: endMs === null ? 50 : 100 },
  detailInfo: {
    sizeOfApplication: String(bytes),
    startTime: seconds(startMs),
    endTime: seconds(endMs),
  },
  generalInfo: { jobId, operationType: 'Backup', priority: NOT_REPORTED },
});

/** Restores that other people started before the world's start; they made nothing that Azure still has. */

interface Wanted {
  readonly vm: string;
  readonly newName: string;
  readonly minutesBefore: number;
  readonly isDownload?: true;
  readonly ending?: Ending;
}

const startedBefore: readonly Wanted[] = [
  {
    vm: 'web-fe-07',
    newName: 'web-fe-07-test',
    minutesBefore: 26 * 60,
    ending: {
      kind: 'failed',
      stage: 3,
      part: 0.6,
      reason: 'The storage account refused the data.',
    },
  },
  { vm: 'sql-erp-02', newName: 'sql-erp-02-test', minutesBefore: 5 * 60 },
  { vm: 'app01', newName: 'app01', minutesBefore: 40, isDownload: true },
  { vm: 'shop-cart-01', newName: 'shop-cart-01-drill', minutesBefore: 4 },
];

const FIRST_TASK = 809_080;
const FIRST_JOB = 8_163_401;

/** Tasks of the default world's past; of VMs that another world doesn't have there are none. */
function seedTasks({ vms, accessNodes }: CommServeSeed, startMs: number): readonly Task[] {
  const few = Array.from({ length: Math.min(vms.length, 20) }, (_, index) => vms.at(index));
  return startedBefore.flatMap(
    ({ vm: name, newName, minutesBefore, isDownload, ending }, index): Task[] => {
      const vm = few.find((one) => one?.name === name);
      if (vm === undefined) return [];
      const jobId = FIRST_JOB + 2 * index;
      const bytes = usedBytes(vm);
      const { isManaged } = vm.machine;
      const facts = { jobId, bytes, isInPlace: false, isManaged, hasSecurityGroup: false };
      const restored = { guid: vm.guid, name, newName };
      const restoreOptions = {
        virtualServerRstOption: {
          diskLevelVMRestoreOption: { advancedRestoreOptions: [restored] },
        },
      };
      return [
        {
          kind: 'task',
          taskId: FIRST_TASK + index,
          jobId,
          atMs: startMs - minutesBefore * 60_000,
          taskInfo: { subTasks: [{ options: { restoreOptions, commonOpts: {} } }] },
          guid: vm.guid,
          vmName: name,
          newName,
          isDownload: isDownload ?? false,
          bytes,
          clientId: vm.hypervisor.id,
          clientName: vm.hypervisor.name,
          agent: accessNodes[0]?.name ?? '',
          subclientId: vm.group.id,
          unknownMs: 0,
          stages: [...stagesOf(facts)],
          hold: null,
          ending: ending ?? { kind: 'completed' },
        },
      ];
    },
  );
}

/** Restore jobs that a CommServe answers for. */

/** All tasks, also those of before the world's start. */
const allTasks = (call: Call): readonly Task[] => [
  ...seedTasks(commServeIn(call), seedMs(call.stored.seed.startsAt)),
  ...tasksOf(call.stored),
];

function reportedOf(call: Call, task: Task): Reported {
  const { now, stored } = call;
  const job = jobAt(task, killsOf(stored).get(task.jobId), now);
  return { task, job, now, isPlain: stored.profile === 'recorded' };
}

/** The restores that are known by now, or in lists that lag by so many milliseconds. */
export const knownRestores = (call: Call, lagMs = 0): readonly Reported[] =>
  allTasks(call)
    .filter(({ atMs, unknownMs }) => atMs + Math.max(unknownMs, lagMs) <= call.now)
    .map((task) => reportedOf(call, task));

/** The restore of a number, as a number or as text; undefined: it isn't known, or not yet. */
export const knownRestore = (call: Call, jobId: unknown): Reported | undefined =>
  knownRestores(call).find(({ task }) => String(task.jobId) === String(jobId));
