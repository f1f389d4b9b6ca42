import { describe, expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import type { MadeThings } from '#src/mocks/world/find-thing.ts';
import { fold, initialState } from '#src/mocks/world/fold.ts';
import {
  allJobs,
  findInstance,
  findJob,
  findMachine,
  findVault,
  instancesIn,
  instancesNamed,
  jobsIn,
  machinesNamed,
  machinesOf,
} from '#src/mocks/world/lookup.ts';
import { planJob } from '#src/mocks/world/plan-seed-job.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';

const version = '?api-version=2024-04-01';
const graphPath = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const world = scaleWorld();
const state = initialState(originOf('scale'));

/** A machine of production with its vault, and the way to restore it to a new one beside it. */
function machineToRestore() {
  const instance = instancesNamed(state, 'app-prod-07').find(({ points }) => points.length > 0);
  const vault = findVault(state, instance?.vaultId ?? '');
  const machine = findMachine(state, instance?.machineId ?? '');
  if (instance === undefined || vault === undefined || machine === undefined) {
    throw new Error('the large world has no app-prod-07');
  }
  const subscription = vault.id.slice(0, vault.id.indexOf('/resourceGroups/'));
  const inIt = ({ id, location }: { readonly id: string; readonly location: string }): boolean =>
    id.startsWith(`${subscription}/`) && location === vault.location;
  const network = world.networks.find(inIt);
  const group = network?.id.slice(0, network.id.indexOf('/providers/')) ?? '';
  const target = `${group}/providers/Microsoft.Compute/virtualMachines/app-again`;
  const body = {
    properties: {
      objectType: 'IaasVMRestoreRequest',
      recoveryPointId: instance.points[0]?.name,
      recoveryType: 'AlternateLocation',
      sourceResourceId: machine.id,
      storageAccountId: world.accounts.find(inIt)?.id,
      region: vault.location,
      targetResourceGroupId: group,
      targetVirtualMachineId: target,
      virtualNetworkId: network?.id,
      subnetId: `${network?.id ?? ''}/subnets/default`,
    },
  };
  return { instance, machine, vault, target, body };
}

test('a machine among a hundred thousand is read with its points and disks', async () => {
  const { get } = testAzure('scale');
  const { instance, machine, vault } = machineToRestore();
  expect(await jsonOf(await get(`${vault.id}${version}`))).toMatchObject({ id: vault.id });
  expect(await jsonOf(await get(`${instance.id}${version}`))).toMatchObject({
    properties: {
      friendlyName: 'app-prod-07',
      extendedInfo: { recoveryPointCount: instance.points.length },
    },
  });
  expect(await jsonOf(await get(`${instance.id}/recoveryPoints${version}`))).toMatchObject({
    value: { length: instance.points.length },
  });
  expect(await jsonOf(await get(`${machine.id}?api-version=2024-03-01`))).toMatchObject({
    properties: { hardwareProfile: { vmSize: machine.size } },
  });
  const disk = machine.id.replace(/virtualMachines\/.*/, `disks/${machine.disks[0]?.name ?? ''}`);
  expect(await jsonOf(await get(`${disk}?api-version=2023-10-02`))).toMatchObject({
    managedBy: machine.id,
  });
});

test('it is restored: the job runs to its end and the new machine is there', async () => {
  const { get, send, clock } = testAzure('scale');
  const { instance, vault, target, body } = machineToRestore();
  const restore = `${instance.id}/recoveryPoints/${body.properties.recoveryPointId ?? ''}/restore`;
  expect((await send('POST', restore + version, body)).status).toBe(202);
  const jobs = `${vault.id}/backupJobs${version}&$filter=${encodeURIComponent("operation eq 'Restore' and status eq 'InProgress'")}`;
  expect(await jsonOf(await get(jobs))).toMatchObject({
    value: [{ properties: { entityFriendlyName: 'app-prod-07' } }],
  });
  // The name is taken from now on, and the machine is not there yet.
  expect((await send('POST', restore + version, body)).status).toBe(400);
  expect((await get(`${target}?api-version=2024-03-01`)).status).toBe(404);
  clock.add(4 * 3600);
  expect(await jsonOf(await get(jobs))).toEqual({ value: [] });
  expect((await get(`${target}?api-version=2024-03-01`)).status).toBe(200);
  const query = `resources | where id =~ '${target}' | project name`;
  const found = graphPageWire.parse(await jsonOf(await send('POST', graphPath, { query })));
  expect(found.data).toEqual([{ name: 'app-again' }]);
});

test('a machine that is deleted is gone, its backups are not; a removed vault takes its items along', async () => {
  const { get, send, azure } = testAzure('scale');
  const { instance, machine, vault } = machineToRestore();
  const count = async (table: string, type: string) => {
    const query = `${table} | where type endswith '/${type}' | count`;
    return graphPageWire.parse(await jsonOf(await send('POST', graphPath, { query }))).data[0];
  };
  const machines = Number((await count('resources', 'virtualMachines'))?.['Count']);
  expect(machines).toBeGreaterThan(98_000);
  await azure.append([{ type: 'resource-removed', at: 0, id: machine.id }]);
  expect((await get(`${machine.id}?api-version=2024-03-01`)).status).toBe(404);
  expect(await count('resources', 'virtualMachines')).toEqual({ Count: machines - 1 });
  expect((await get(`${instance.id}${version}`)).status).toBe(200);
  const point = `${instance.id}/recoveryPoints/${instance.points[0]?.name ?? ''}`;
  await azure.append([{ type: 'resource-removed', at: 0, id: point }]);
  expect((await get(`${point}${version}`)).status).toBe(404);
  await azure.append([{ type: 'resource-removed', at: 0, id: vault.id }]);
  expect((await get(`${instance.id}${version}`)).status).toBe(404);
  expect(await count('recoveryservicesresources', 'protectedItems')).toEqual({ Count: 99_950 });
});

test('a job of the past is read with its details', async () => {
  const { get } = testAzure('scale');
  const [first] = world.history ?? [];
  const id = `${first?.vaultId ?? ''}/backupJobs/${first?.jobId ?? ''}`;
  expect(await jsonOf(await get(id + version))).toMatchObject({
    name: first?.jobId,
    properties: { status: 'InProgress', extendedInfo: { tasksList: { length: 1 } } },
  });
});

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
