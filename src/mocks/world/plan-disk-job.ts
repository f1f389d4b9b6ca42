import { invariant } from '#src/lib/result.ts';
import type { Ending, JobPlan } from '#src/mocks/time/plan.ts';
import type {
  DiskInstanceSeed,
  DiskJobSeed,
  DiskPointSeed,
} from '#src/mocks/world/disk-backup-seed.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import type { Made } from '#src/mocks/world/made-things.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { byId, near } from '#src/mocks/world/find-thing.ts';
import { activityIdOf } from '#src/mocks/world/plan-restore.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What a job takes, in simulated seconds (G). */
const JOB_SECONDS = 300;

export interface DiskJobOrder {
  readonly instance: DiskInstanceSeed;
  readonly point: DiskPointSeed;
  readonly targetId: string;
  readonly jobId: string;
  /** The id that the client has sent with the request, which the job has from then on (R). */
  readonly clientRequestId?: string | null;
  readonly atMs: number;
  readonly ending: Ending;
}

/** The plan of a restore of a disk (azure-contract §11: one subtask, no percent, no cancel). */
export function planDiskJob(order: DiskJobOrder): JobPlan {
  const { instance, point, targetId, jobId, atMs, ending } = order;
  return {
    jobId,
    vaultId: instance.vaultId,
    itemId: instance.id,
    machineId: instance.sourceId,
    friendlyName: nameOf(instance.sourceId),
    containerName: '',
    operation: 'Restore',
    disk: { targetId, pointName: point.name, pointTime: point.time },
    isClassic: false,
    startedAtMs: atMs,
    activityId: order.clientRequestId || activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: false,
    tasks: [{ id: 'Trigger Restore', seconds: JOB_SECONDS }],
    ending,
    bag: {},
    bagAfterSuccess: {},
    internalBag: {},
  };
}

interface PlannedDiskJob {
  readonly plan: JobPlan;
  readonly made: Made;
}

/** The plans of the restores that a seed tells of, and what they have made. */
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
