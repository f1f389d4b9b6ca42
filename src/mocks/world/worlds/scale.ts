import { invariant } from '#src/lib/result.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { InstanceSeed, MachineSeed, VaultSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { withPoints } from '#src/mocks/world/with-points.ts';
import type { Clue, MadeThings } from '#src/mocks/world/find-thing.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { example } from './default-instances.ts';
import { defaultStart } from './default-jobs.ts';
import { restoreTargetOf, scaleEstate, vaultsInSubscription } from './scale-estate.ts';
import { ScaleInstance } from './scale-instances.ts';
import { JOB_COUNT, jobOfId, placeOfJob, ScaleJob } from './scale-jobs.ts';
import { ScaleMachine } from './scale-machines.ts';
import {
  EXAMPLE_PLACE,
  PLACE_COUNT,
  placesInVault,
  placesOfName,
  vaultAtPlace,
} from './scale-places.ts';

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
