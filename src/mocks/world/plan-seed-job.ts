import { invariant } from '#src/lib/result.ts';
import type { Ending, JobErrorPlan, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { byId, near } from '#src/mocks/world/find-thing.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import { type Made, madeBy } from '#src/mocks/world/made-things.ts';
import {
  activityIdOf,
  containerNameOf,
  planDiskJob,
  planRestore,
  type RestoreOrder,
  sizeOf,
} from '#src/mocks/world/plan-restore.ts';
import type {
  DiskJobSeed,
  InstanceSeed,
  JobSeed,
  MachineSeed,
  WorldSeed,
} from '#src/mocks/world/seed.ts';
import { seedMs, usText } from '#src/mocks/time/text.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Errors of jobs that a seed or a fault makes fail. Codes are numbers on the wire (azure-contract §8). */
export const jobErrors = {
  /** Text of the code: D (troubleshooting page); its number is a guess (G). */
  snapshotGone: {
    code: 400_229,
    title: 'UserErrorInstantRpNotFound',
    text: 'Restore failed because the snapshot of the recovery point was not found.',
    recommendations: ['Choose a recovery point that is in the vault, and restore again.'],
  },
  /** I: a replace that ended with a warning, and nothing had been restored. */
  olrBackupFailed: {
    code: 400_184,
    title: 'OlrBackupFailed',
    text: 'The backup of the virtual machine before its disks are replaced has failed. The disks were not replaced.',
    recommendations: ['Run a backup of the virtual machine, and when it succeeds restore again.'],
  },
  /** Text only is documented (D); title and number are guesses (G). */
  internal: {
    code: 400_001,
    title: 'UserErrorRestoreFailed',
    text: 'The job did not finish: the service could not complete this step.',
    recommendations: ['Start it again. If it fails again, contact support with the activity id.'],
  },
  /** Document 000, Restore VMs with managed identities, note; title and number are guesses (G). */
  identityElsewhere: {
    code: 400_318,
    title: 'UserErrorManagedIdentityNotSupported',
    text: 'A managed identity cannot be used for a restore in the secondary region.',
    recommendations: ['Restore again without a managed identity.'],
  },
} as const satisfies Record<string, JobErrorPlan>;

/** A point in other tiers than its seed says, from and until a moment. */
export type Tiering = Pick<
  Extract<WorldEvent, { readonly type: 'point-tiered' }>,
  'itemId' | 'pointName' | 'tiers' | 'fromMs'
> & {
  readonly untilMs?: number;
  /** The backup that brings it there; canceled before, it does not. */
  readonly jobId?: string;
};

interface PlannedJob {
  readonly plan: JobPlan;
  /** Null: a backup, or one of which nothing is left. */
  readonly made: Made | null;
  /** What a backup that runs at the world's start brings to the vault. */
  readonly transfer: Tiering | null;
}

/** The plan of a job that a seed tells of, and what it makes. */
export function planSeedJob(seed: WorldSeed, job: JobSeed): PlannedJob {
  const instance = byId(seed.instances, job.itemId);
  invariant(instance, `the seed has the item ${job.itemId}`);
  const machine = byId(seed.machines, instance.machineId);
  invariant(machine, `the seed has the machine ${instance.machineId}`);
  const atMs = seedMs(seed.startsAt) - job.startedSecondsBefore * 1000;
  const jobId = guidFrom(`${seed.name}:job:${job.name}`);
  const planned = planJob(job, { instance, machine, atMs, jobId });
  const made = job.isCleanedUp === true ? null : planned.made;
  return {
    ...planned,
    made,
    transfer: transferBy(planned.plan, job, instance, seedMs(seed.startsAt)),
  };
}

/** The newest point becomes one of the vault, too, when the backup that took it has ended. */
function transferBy(
  plan: JobPlan,
  { pointName }: JobSeed,
  { points }: InstanceSeed,
  startsAt: number,
): Tiering | null {
  const point = points.find(({ name }) => name === pointName);
  const seconds = plan.tasks.reduce((sum, task) => sum + task.seconds, 0);
  const fromMs = plan.startedAtMs + seconds * 1000;
  const isRunning = plan.operation === 'Backup' && fromMs > startsAt;
  if (!isRunning || point?.tiers.some(({ type }) => type !== 'InstantRP') !== false) return null;
  const { itemId, jobId } = plan;
  const tiers = [...point.tiers, { type: 'HardenedRP', status: 'Valid' } as const];
  return { itemId, pointName: point.name, tiers, fromMs, jobId };
}

/** The plan of a job of the past, whatever world it is of. */
export function planJob(
  job: Omit<JobSeed, 'name' | 'itemId' | 'startedSecondsBefore'>,
  { instance, machine, atMs, jobId }: Omit<BackupOrder, 'ending'>,
): Omit<PlannedJob, 'transfer'> {
  // The newest of that time: a restore has never been of a point that came after it.
  const point =
    instance.points.find(({ name }) => name === job.pointName) ??
    instance.points.find(({ time }) => seedMs(time) <= atMs) ??
    instance.points[0];
  if (job.operation === 'Backup' || point === undefined) {
    const plan = planBackup({ instance, machine, jobId, atMs, ending: endingOf(job) });
    return { plan, made: null };
  }
  const body = {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: point.name,
    recoveryType: job.recoveryType ?? 'RestoreDisks',
    sourceResourceId: machine.id,
    storageAccountId: job.target?.account ?? null,
    targetResourceGroupId: job.target?.group ?? null,
    targetVirtualMachineId: job.target?.machine ?? null,
  } as const;
  return {
    plan: planRestore({ instance, machine, point, jobId, atMs, ending: endingOf(job), body }),
    made: madeBy({ machine, body, atMs }),
  };
}

type BackupOrder = Pick<RestoreOrder, 'instance' | 'machine' | 'jobId' | 'atMs' | 'ending'>;

/** A backup (azure-contract §8: subtasks S and R, no percentage, no `Job Type`). */
export function planBackup({ instance, machine, jobId, atMs, ending }: BackupOrder): JobPlan {
  return {
    jobId,
    vaultId: instance.vaultId,
    itemId: instance.id,
    machineId: machine.id,
    friendlyName: instance.friendlyName,
    containerName: containerNameOf(instance.id),
    operation: 'Backup',
    isClassic: machine.deployment === 'classic',
    startedAtMs: atMs,
    activityId: activityIdOf(jobId),
    isUserTriggered: false,
    isCancellable: true,
    tasks: backupTasks(machine),
    ending,
    bag: {
      'VM Name': instance.friendlyName,
      'Recovery Point Expiry Time in UTC': usText(atMs + 30 * 86_400_000).replace(
        / .*/,
        ' 12:00:00 AM',
      ),
    },
    bagAfterSuccess: { 'Backup Size': `${Math.round(sizeOf(machine) * 11.4)} MB` },
    internalBag: { IsInstantRpJob: 'True' },
  };
}

/** The subtasks of a backup with their simulated seconds (durations G). */
export const backupTasks = (machine: MachineSeed): readonly TaskPlan[] => [
  { id: 'Take Snapshot', seconds: 240 },
  { id: 'Transfer data to vault', seconds: 60 + 2 * sizeOf(machine) },
];

/** How a job of the past ends, or ended. */
export function endingOf(job: Pick<JobSeed, 'ending' | 'operation' | 'error'>): Ending {
  switch (job.ending ?? 'completed') {
    case 'completed':
      return { kind: 'completed' };
    case 'failed':
      return {
        kind: 'failed',
        task: job.operation === 'Backup' ? 1 : 0,
        part: 0.6,
        error:
          job.error ?? (job.operation === 'Backup' ? jobErrors.internal : jobErrors.snapshotGone),
      };
    case 'warnings':
      // The safety snapshot of a replacement fails, which no subtask reports (azure-contract §8, I).
      return { kind: 'warnings', task: 0, part: 0.6, error: jobErrors.olrBackupFailed };
    case 'stalled':
      return { kind: 'stalled', task: 0, part: 0.47 };
    case 'cancelled':
      return { kind: 'cancelled', afterSeconds: 120 };
  }
}

interface PlannedDiskJob {
  readonly plan: JobPlan;
  readonly made: Made;
}

/** The plans of the restores of disks that a seed tells of, and what they have made. */
export const planSeedDiskJobs = (seed: WorldSeed): readonly PlannedDiskJob[] =>
  (seed.diskJobs ?? []).map((job) => planSeedDiskJob(seed, job));

/** A restore makes a new disk like its source. */
function planSeedDiskJob(seed: WorldSeed, job: DiskJobSeed): PlannedDiskJob {
  const instance = byId(seed.diskInstances ?? [], job.instanceId);
  const atMs = seedMs(seed.startsAt) - job.startedSecondsBefore * 1000;
  const point = instance?.points.find(({ time }) => seedMs(time) <= atMs);
  invariant(instance && point, `the seed has a point for the job ${job.name}`);
  const plan = planDiskJob({
    instance,
    point,
    targetId: job.targetId,
    jobId: guidFrom(`${seed.name}:disk job:${job.name}`),
    atMs,
    ending:
      job.error === undefined
        ? { kind: 'completed' }
        : { kind: 'failed', task: 0, part: 0.2, error: job.error },
  });
  return { plan, made: { machine: null, disks: copiesOf(seed, instance.sourceId, job.targetId) } };
}

function copiesOf(seed: WorldSeed, sourceId: string, targetId: string) {
  const name = nameOf(sourceId);
  for (const owner of near(seed.machines, { diskName: name })) {
    const disk = owner.disks.find((one) => one.name === name);
    if (disk !== undefined && sameId(groupOf(owner.id), groupOf(sourceId)))
      return [{ id: targetId, owner, disk: { ...disk, name: nameOf(targetId) } }];
  }
  return [];
}
