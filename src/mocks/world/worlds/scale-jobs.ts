import type { Ending, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import { guidFrom, hashNumbers } from '#src/mocks/world/ids.ts';
import { activityIdOf, containerNameOf, restoreTasks } from '#src/mocks/world/plan-restore.ts';
import { backupTasks, endingOf, planJob } from '#src/mocks/world/plan-seed-job.ts';
import type { InstanceSeed, JobSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { PLACE_COUNT } from './scale-places.ts';
import { pointCountAt } from './scale-points.ts';

/** Jobs of the large world's last seven days, newest first: one every half minute. */
export const JOB_COUNT = 20_000;
const SECONDS_APART = (7 * 86_400) / JOB_COUNT;

/** Leads from job to job over all places, and meets none twice. */
const PLACE_STEP = 7919;

/** The place of the machine that a job is about. */
export const placeOfJob = (job: number): number => (job * PLACE_STEP) % PLACE_COUNT;

/** Odd, so that 32 bits can be multiplied with it and, by its inverse, back again. */
const SCATTER = 0x9e3779b1;
const SCATTER_BACK = 0xe8b2f51;

/** A job's name starts with its number, scattered, so that it can be found by its name. */
function jobIdOf(job: number): string {
  const head = (Math.imul(job + 1, SCATTER) >>> 0).toString(16).padStart(8, '0');
  return `${head}${guidFrom(`scale:job:${job}`).slice(8)}`;
}

/** The number of the job of a name; undefined when there is none. */
export function jobOfId(jobId: string): number | undefined {
  const job = (Math.imul(Number.parseInt(jobId.slice(0, 8), 16), SCATTER_BACK) >>> 0) - 1;
  return job >= 0 && job < JOB_COUNT && jobIdOf(job) === jobId.toLowerCase() ? job : undefined;
}

/** One in twenty restores disks, the others are backups; some did not end well. */
function seedOf(job: number): Pick<JobSeed, 'operation' | 'ending'> {
  const chance = hashNumbers(job, 21) % 100;
  if (job % 20 !== 0 || pointCountAt(placeOfJob(job)) === 0) {
    return { operation: 'Backup', ending: chance < 2 ? 'failed' : 'completed' };
  }
  if (chance < 5) return { operation: 'Restore', ending: 'cancelled' };
  return { operation: 'Restore', ending: chance < 15 ? 'failed' : 'completed' };
}

interface ScaleJobFacts {
  readonly instance: InstanceSeed;
  readonly machine: () => MachineSeed;
  readonly startMs: number;
  /** Where its disks went, if it is a restore. */
  readonly target: () => NonNullable<JobSeed['target']>;
}

/** The plan of a job of the past; each part is made when it is looked at, and the rest of it then. */
export class ScaleJob implements JobPlan {
  readonly isClassic = false;
  readonly isCancellable = true;
  readonly #job: number;
  readonly #facts: ScaleJobFacts;
  readonly #seed: Pick<JobSeed, 'operation' | 'ending'>;
  #jobId: string | null = null;

  constructor(job: number, facts: ScaleJobFacts) {
    this.#job = job;
    this.#facts = facts;
    this.#seed = seedOf(job);
  }

  /** Made once: every row of a list says it several times. */
  get jobId(): string {
    this.#jobId ??= jobIdOf(this.#job);
    return this.#jobId;
  }

  get vaultId(): string {
    return this.#facts.instance.vaultId;
  }

  get itemId(): string {
    return this.#facts.instance.id;
  }

  get machineId(): string {
    return this.#facts.instance.machineId;
  }

  get friendlyName(): string {
    return this.#facts.instance.friendlyName;
  }

  get operation(): JobPlan['operation'] {
    return this.#seed.operation;
  }

  get startedAtMs(): number {
    return this.#facts.startMs - Math.round((15 + this.#job * SECONDS_APART) * 1000);
  }

  get isUserTriggered(): boolean {
    return this.operation === 'Restore';
  }

  get tasks(): readonly TaskPlan[] {
    const machine = this.#facts.machine();
    return this.operation === 'Restore'
      ? restoreTasks(machine, 'RestoreDisks')
      : backupTasks(machine);
  }

  get ending(): Ending {
    return endingOf(this.#seed);
  }

  get containerName(): string {
    return containerNameOf(this.itemId);
  }

  get activityId(): string {
    return activityIdOf(this.jobId);
  }

  get bag(): JobPlan['bag'] {
    return this.#whole.bag;
  }

  get bagAfterSuccess(): JobPlan['bagAfterSuccess'] {
    return this.#whole.bagAfterSuccess;
  }

  get internalBag(): JobPlan['internalBag'] {
    return this.#whole.internalBag;
  }

  get #whole(): JobPlan {
    const { instance, machine, target } = this.#facts;
    const order = {
      instance,
      machine: machine(),
      atMs: this.startedAtMs,
      jobId: this.jobId,
    };
    return planJob({ ...this.#seed, target: target() }, order).plan;
  }
}
