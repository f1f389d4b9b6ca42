import { describe, expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { fold, initialState } from '#src/mocks/world/fold.ts';
import {
  allJobs,
  findInstance,
  findJob,
  findMachine,
  instancesIn,
  instancesNamed,
  jobsIn,
  machinesNamed,
  machinesOf,
} from '#src/mocks/world/lookup.ts';
import { planJob } from '#src/mocks/world/plan-seed-job.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import type { MadeThings } from '#src/mocks/world/find-thing.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';

const world = scaleWorld();
const state = initialState(originOf('scale'));
const startMs = seedMs(world.startsAt);
const instances = [...world.instances];
const every = (step: number) => instances.filter((_, place) => place % step === 0);

/** Things that throw when accessed. */
const untouched: MadeThings<never> = {
  [Symbol.iterator]: () => {
    throw new Error('things are walked over');
  },
  near: () => {
    throw new Error('things are looked for');
  },
  byId: () => {
    throw new Error('a thing is made');
  },
};

test('loading it, and time going by, makes no machine, no instance and no job', () => {
  const seed: WorldSeed = {
    ...world,
    instances: untouched,
    machines: untouched,
    history: untouched,
  };
  const start = initialState({ ...originOf('scale'), seed });
  const later = fold(start, [
    { seq: 1, event: { type: 'resource-removed', at: startMs, id: '/subscriptions/x' } },
    { seq: 2, event: { type: 'fault-removed', at: startMs, faultId: 'x' } },
  ]);
  for (const now of [startMs, startMs + 1000, startMs + 2000]) {
    expect(() => stateAt(later, now)).not.toThrow();
  }
  expect(stateAt(later, startMs + 3000)).toBe(stateAt(later, startMs + 4000));
});

describe('its size', () => {
  test('100 000 machines, 2 000 vaults, 40 subscriptions, seven regions', () => {
    expect(instances).toHaveLength(100_000);
    expect(new Set(instances.map(({ id }) => id.toLowerCase())).size).toBe(100_000);
    expect(new Set(instances.map(({ machineId }) => machineId.toLowerCase())).size).toBe(100_000);
    expect(new Set(world.vaults.map(({ id }) => id)).size).toBe(2000);
    expect(world.subscriptions).toHaveLength(40);
    expect(new Set(world.vaults.map(({ location }) => location)).size).toBe(7);
  });

  test('a million recovery points, and machines without any', () => {
    const counts = instances.map(({ points }) => points.length);
    expect(counts.reduce((total, count) => total + count, 0)).toBe(1_000_000);
    expect(counts.filter((count) => count === 0)).toHaveLength(500);
  });

  test('20 000 jobs in the last seven days, newest first, some of them running', () => {
    const jobs = [...allJobs(state)];
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(20_000);
    const starts = jobs.map(({ startedAtMs }) => startedAtMs);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect([starts[0], starts.at(-1)].map((at) => startMs - (at ?? 0))).toEqual([
      15_000,
      7 * 86_400_000 - 15_240,
    ]);
  });
});

test('lists come in the order of names, then of ids', () => {
  const wrong = instances.findIndex((one, index) => {
    const next = instances[index + 1];
    return (
      next !== undefined &&
      (one.friendlyName > next.friendlyName ||
        (one.friendlyName === next.friendlyName && one.id >= next.id))
    );
  });
  expect(instances.slice(wrong, wrong + 2).map(({ id }) => id)).toEqual([]);
  const ids = world.vaults.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
});

describe('every thing is found', () => {
  test('by its id in any letter case, and is the one in the list', () => {
    for (const one of every(101)) {
      const found = findInstance(state, one.id.toUpperCase());
      expect(found?.id).toBe(one.id);
      expect(found?.points.map(({ name }) => name)).toEqual(one.points.map(({ name }) => name));
      expect(findMachine(state, one.machineId.toUpperCase())?.id).toBe(one.machineId);
    }
    expect(findInstance(state, `${exampleItem}x`)).toBeUndefined();
    expect(findMachine(state, '/subscriptions/x/web-prod-01')).toBeUndefined();
  });

  test('by its name, its vault and its subscription', () => {
    expect(instancesNamed(state, 'WEB-prod-07')).toHaveLength(20);
    expect(machinesNamed(state, 'web-prod-26')).toEqual([]);
    for (const { id } of world.vaults.filter((_, nth) => nth % 7 === 0)) {
      expect(instancesIn(state, id)).toHaveLength(50);
    }
    expect(instancesIn(state, 'nowhere')).toEqual([]);
    const { subscriptionId } = world.subscriptions[7] ?? { subscriptionId: '' };
    const ids = [...machinesOf(state, subscriptionId)].map(({ id }) => id);
    expect(ids).toHaveLength(2500);
    expect(ids.every((id) => id.startsWith(`/subscriptions/${subscriptionId}/`))).toBe(true);
  });

  test('a job by its name and its vault; read part by part it is the plan of the whole', () => {
    for (const job of [...allJobs(state)].filter((_, nth) => nth % 409 === 0)) {
      expect(findJob(state, job.jobId)?.startedAtMs).toBe(job.startedAtMs);
      expect(jobsIn(state, job.vaultId).map(({ jobId }) => jobId)).toContain(job.jobId);
      const instance = findInstance(state, job.itemId);
      const machine = findMachine(state, job.machineId);
      if (instance === undefined || machine === undefined) throw new Error(job.itemId);
      const order = { instance, machine, atMs: job.startedAtMs, jobId: job.jobId };
      const operation = job.operation === 'Restore' ? 'Restore' : 'Backup';
      const { plan } = planJob({ operation }, order);
      const { bag: _bag, bagAfterSuccess: _after, ending: _ending, ...facts } = plan;
      expect(job).toMatchObject(facts);
    }
    expect(findJob(state, 'nothing')).toBeUndefined();
  });
});

test('the documents’ example is in it, in its own vault', () => {
  const example = findInstance(state, exampleItem);
  expect(example?.points.slice(0, 2).map(({ name }) => name)).toEqual([
    '20982486783671',
    '23358112038108',
  ]);
  expect(instances.filter(({ friendlyName }) => friendlyName === 'testVM')).toEqual([example]);
  expect(instancesIn(state, example?.vaultId ?? '')).toContain(example);
});

test('most are healthy; some need action, have no source or share a name with others', () => {
  const count = (is: (one: (typeof instances)[number]) => boolean) => instances.filter(is).length;
  expect(count(({ healthStatus }) => healthStatus === 'ActionRequired')).toBeGreaterThan(1800);
  expect(count(({ healthStatus }) => healthStatus === 'ActionSuggested')).toBeGreaterThan(2700);
  expect(count(({ healthStatus }) => healthStatus === 'Passed')).toBeGreaterThan(94_000);
  expect(count(({ protectionState }) => protectionState === 'ProtectionStopped')).toBeGreaterThan(
    900,
  );
  const kinds = new Set(
    world.vaults.map((one) =>
      [one.redundancy, one.crossRegionRestore, one.crossSubscriptionRestore].join(),
    ),
  );
  expect(kinds.size).toBe(16);
});

test('it is the same world every time', () => {
  const facts = () =>
    [...world.instances]
      .filter((_, place) => place % 997 === 0)
      .map(({ id, healthStatus, lastBackupTime, points }) => [
        id,
        healthStatus,
        lastBackupTime,
        points.map(({ name, time, consistency, tiers }) => [name, time, consistency, tiers]),
      ]);
  expect(facts()).toEqual(facts());
  const { id, lastBackupTime, points } = instances[12_345] ?? {};
  expect([id?.slice(-30), lastBackupTime, points?.[3]?.name]).toEqual([
    'inerv2;rg-uat-cus;batch-uat-18',
    '2025-06-04T18:43:10.1250125Z',
    '112345035712867',
  ]);
});
