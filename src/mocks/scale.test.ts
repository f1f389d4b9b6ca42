import { expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { initialState } from '#src/mocks/world/fold.ts';
import { findMachine, findVault, instancesNamed } from '#src/mocks/world/lookup.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';

const version = '?api-version=2024-04-01';
const graphPath = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const world = scaleWorld();
const state = initialState({ seed: world, faults: [], profile: 'documented' });

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
