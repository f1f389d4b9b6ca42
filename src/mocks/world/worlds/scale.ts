import { invariant } from '#src/lib/result.ts';
import type { Ending, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import type { Clue, MadeThings } from '#src/mocks/world/find-thing.ts';
import { guidFrom, hashNumbers } from '#src/mocks/world/ids.ts';
import { activityIdOf, containerNameOf, restoreTasks } from '#src/mocks/world/plan-restore.ts';
import { backupTasks, endingOf, planJob } from '#src/mocks/world/plan-seed-job.ts';
import type {
  InstanceSeed,
  JobSeed,
  MachineSeed,
  VaultSeed,
  WorldSeed,
} from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { withPoints } from '#src/mocks/world/changes.ts';
import { example } from '#src/mocks/world/worlds/default-instances.ts';
import { defaultStart } from '#src/mocks/world/worlds/default.ts';
import {
  restoreTargetOf,
  scaleEstate,
  vaultsInSubscription,
} from '#src/mocks/world/worlds/scale-estate.ts';
import {
  pointCountAt,
  ScaleInstance,
  ScaleMachine,
} from '#src/mocks/world/worlds/scale-machines.ts';
import {
  EXAMPLE_PLACE,
  PLACE_COUNT,
  placesInVault,
  placesOfName,
  vaultAtPlace,
} from '#src/mocks/world/worlds/scale-places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Jobs of the large world's last seven days, newest first: one every half minute. */
const JOB_COUNT = 20_000;
const SECONDS_APART = (7 * 86_400) / JOB_COUNT;

/** Leads from job to job over all places, and meets none twice. */
const PLACE_STEP = 7919;

/** The place of the machine that a job is about. */
const placeOfJob = (job: number): number => (job * PLACE_STEP) % PLACE_COUNT;

/** Odd, so that 32 bits can be multiplied with it and, by its inverse, back again. */
const SCATTER = 0x9e3779b1;
const SCATTER_BACK = 0xe8b2f51;

/** A job's name starts with its number, scattered, so that it can be found by its name. */
function jobIdOf(job: number): string {
  const head = (Math.imul(job + 1, SCATTER) >>> 0).toString(16).padStart(8, '0');
  return `${head}${guidFrom(`scale:job:${job}`).slice(8)}`;
}

/** The number of the job of a name; undefined when there is none. */
function jobOfId(jobId: string): number | undefined {
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
class ScaleJob implements JobPlan {
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

/**
 * A hundred thousand backup instances of machines in two thousand vaults in forty subscriptions, a
 * million points and twenty thousand jobs. Large sets are made on request, each thing from its number
 * alone; lists are in the order of names, then of ids.
 */
function made(): WorldSeed {
  const estate = scaleEstate();
  const { vaults } = estate;
  const startMs = seedMs(defaultStart);
  const exampleInstance = withPoints(example.instance, example.instance.points.slice(0, 10));
  const vaultOf = (place: number): VaultSeed => {
    const vault = vaults[vaultAtPlace(place)];
    invariant(vault, 'every place has a vault');
    return vault;
  };
  const instanceOf = (place: number): InstanceSeed =>
    place === EXAMPLE_PLACE ? exampleInstance : new ScaleInstance(place, vaultOf(place), startMs);
  const machineOf = (place: number): MachineSeed =>
    place === EXAMPLE_PLACE ? example.machine : new ScaleMachine(place, vaultOf(place));
  const wholeMachineOf = (place: number): MachineSeed =>
    place === EXAMPLE_PLACE ? example.machine : new ScaleMachine(place, vaultOf(place)).whole();
  const jobOf = (job: number): JobPlan => {
    const place = placeOfJob(job);
    return new ScaleJob(job, {
      instance: instanceOf(place),
      machine: () => machineOf(place),
      startMs,
      target: () => restoreTargetOf(vaultAtPlace(place), vaultOf(place)),
    });
  };
  const vaultNumber = (id: string): number => vaults.findIndex((vault) => sameId(vault.id, id));
  const placesNear = (clue: Clue): readonly number[] => {
    if ('vaultId' in clue) return placesInVault(vaultNumber(clue.vaultId));
    if ('subscriptionId' in clue) {
      return vaultsInSubscription(estate, clue.subscriptionId).flatMap(placesInVault);
    }
    return placesOfName(
      'name' in clue ? clue.name : clue.diskName.replace(/_(?:Os|Data)Disk.*/i, ''),
    );
  };
  return {
    name: 'scale',
    startsAt: defaultStart,
    frontDoor: 'WESTEUROPE',
    ...estate,
    instances: thingsAt({
      at: instanceOf,
      wholeAt: instanceOf,
      idAt: (place) => instanceOf(place).id,
      nameIn: (id) => id.slice(id.lastIndexOf(';') + 1),
      placesNear,
    }),
    machines: thingsAt({
      at: machineOf,
      wholeAt: wholeMachineOf,
      idAt: (place) => instanceOf(place).machineId,
      nameIn: nameOf,
      placesNear,
    }),
    jobs: [],
    history: historyOf(jobOf, (clue) => ('vaultId' in clue ? vaultNumber(clue.vaultId) : null)),
  };
}

interface Making<Thing> {
  readonly at: (place: number) => Thing;
  readonly wholeAt: (place: number) => Thing;
  /** The id of a thing, without making the whole of it. */
  readonly idAt: (place: number) => string;
  /** The machine's name in an id. */
  readonly nameIn: (id: string) => string;
  readonly placesNear: (clue: Clue) => readonly number[];
}

/** Things of which there is one at every place. */
function thingsAt<Thing>(making: Making<Thing>): MadeThings<Thing> {
  const { at, wholeAt, idAt, nameIn, placesNear } = making;
  return {
    *[Symbol.iterator]() {
      for (let place = 0; place < PLACE_COUNT; place += 1) yield at(place);
    },
    near: (clue) => placesNear(clue).map(at),
    inOrder: {
      length: PLACE_COUNT,
      slice: (from, to) => {
        const end = Math.min(to, PLACE_COUNT);
        return Array.from({ length: Math.max(0, end - from) }, (_, nth) => at(from + nth));
      },
    },
    byId: (id) => {
      const place = placesOfName(nameIn(id)).find((one) => sameId(idAt(one), id));
      return place === undefined ? undefined : wholeAt(place);
    },
  };
}

/** Jobs; those of a vault are found by their numbers. */
function historyOf(
  jobOf: (job: number) => JobPlan,
  vaultIn: (clue: Clue) => number | null,
): MadeThings<JobPlan> {
  const all = function* (vault: number | null): Generator<JobPlan> {
    for (let job = 0; job < JOB_COUNT; job += 1) {
      if (vault === null || vaultAtPlace(placeOfJob(job)) === vault) yield jobOf(job);
    }
  };
  return {
    [Symbol.iterator]: () => all(null),
    near: (clue) => all(vaultIn(clue)),
    byId: (id) => {
      const job = jobOfId(id);
      return job === undefined ? undefined : jobOf(job);
    },
  };
}

let world: WorldSeed | null = null;

/** The large world; what of it is written down is written when it is first wanted. */
export function scaleWorld(): WorldSeed {
  world ??= made();
  return world;
}
