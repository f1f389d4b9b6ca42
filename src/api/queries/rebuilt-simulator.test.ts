import { expect, test } from 'vitest';
import { pollOperation, type StartedWrite } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import { getMachine, listSourceMachines } from '#src/api/compute/machines.ts';
import { attachDetachDisks, deleteMachine, writeMachine } from '#src/api/compute/machine-writes.ts';
import { deleteInterface, readInterface, writeInterface } from '#src/api/network/interfaces.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Machines that are built from what restores made. */

const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
const group = resourceId(`${root}/targetRG`);
const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
const subnetId = resourceId(`${network}/subnets/default`);
const source = resourceId(exampleRestore.properties.sourceResourceId);
const target = resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/targetVM`);
const nic = resourceId(`${group}/providers/Microsoft.Network/networkInterfaces/targetVM-nic`);
const HOUR = 3600;

const newMachine = {
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: group,
  targetVirtualMachineId: target,
  virtualNetworkId: network,
  subnetId,
};
const inPlace = { recoveryType: 'OriginalLocation' };

function world(it: TestAzure = testAzure('document')) {
  return { ...it, ...testArm(it.azure.fetch) };
}
type World = ReturnType<typeof world>;

async function restored(it: World, change: object, effect?: FaultEffect): Promise<void> {
  if (effect !== undefined) {
    const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  }
  const body = { properties: { ...exampleRestore.properties, ...change } };
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  expect((await it.send('POST', path, body)).status).toBe(202);
  it.clock.add(HOUR);
}

async function ended(it: World, started: StartedWrite): Promise<string> {
  it.clock.add(120);
  if (started.kind === 'done' || started.operation === null) return started.kind;
  return (await pollOperation(it.arm, started.operation)).status;
}

/** Builds the machine of all loose disks in the group. */
async function build(it: World): Promise<void> {
  const region = 'westus';
  const disks = (await listDisksOfGroup(it.arm, group)).filter(
    ({ machineId }) => machineId === null,
  );
  const osDisk = disks.find(({ osType }) => osType !== null);
  const dataDisks = disks
    .filter(({ osType }) => osType === null)
    .map(({ id }, lun) => ({ diskId: id, lun }));
  const card = nicBody({ region, subnetId, address: null });
  expect(await ended(it, await writeInterface(it.arm, nic, card, {}))).toBe('succeeded');
  const body = machineFromDisks({
    region,
    zone: null,
    size: 'Standard_A1_v2',
    osType: 'Windows',
    osDiskId: osDisk?.id ?? resourceId(''),
    dataDisks,
    nicIds: [nic],
    licenseType: 'Windows_Server',
  });
  const started = await writeMachine(it.arm, target, body, { isOnlyNew: true });
  expect(await ended(it, started)).toBe('succeeded');
}

test('the disks of a completed restore become a machine, also for another tab', async () => {
  const it = world();
  await restored(it, { targetResourceGroupId: group });
  await build(it);
  for (const tab of [it, world(testAzure('document', { store: it.store, clock: it.clock }))]) {
    expect(await getMachine(tab.arm, target)).toMatchObject({
      region: 'westus',
      osType: 'Windows',
      hybridBenefit: true,
      isRunning: true,
      disks: [{ lun: -1 }, { lun: 0 }],
    });
    expect(await listSourceMachines(tab.arm, [target])).toEqual([
      { id: target, size: 'Standard_A1_v2', tags: {} },
    ]);
  }
});

test('the disks that a failed restore left become the machine that it should have made', async () => {
  const it = world();
  await restored(it, newMachine, { kind: 'job-fails', task: 1 });
  expect(await getMachine(it.arm, target)).toBeNull();
  await build(it);
  expect((await getMachine(it.arm, target))?.disks).toHaveLength(2);
});

test('while a restore makes a machine its name is taken', async () => {
  const it = world();
  await restored(it, { targetResourceGroupId: group });
  const body = { properties: { ...exampleRestore.properties, ...newMachine } };
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  expect((await it.send('POST', path, body)).status).toBe(202);
  await expect(build(it)).rejects.toMatchObject({
    facts: { status: 409, code: 'ConflictingConcurrentWriteNotAllowed' },
  });
});

test('a machine whose disks a restore replaces keeps no disk that was attached before', async () => {
  const it = world();
  await restored(it, { targetResourceGroupId: group });
  const disks = await listDisksOfGroup(it.arm, group);
  const extra = disks.find(({ osType }) => osType === null)?.id ?? resourceId('');
  const change = { attach: [{ diskId: extra, lun: 9 }], detach: [] };
  expect(await ended(it, await attachDetachDisks(it.arm, source, change))).toBe('succeeded');
  expect((await findDisk(it.arm, extra))?.machineId).toBe(source);
  await it.azure.append([
    { type: 'machine-powered', at: it.clock.now(), machineId: source, isStopped: true },
  ]);
  await restored(it, inPlace);
  expect((await findDisk(it.arm, extra))?.machineId).toBeNull();
  const after = await getMachine(it.arm, source);
  expect(after?.disks.map(({ managedDiskId }) => managedDiskId)).not.toContain(extra);
});

test('a machine that was removed can be built again of its own disks', async () => {
  const it = world();
  await restored(it, { targetResourceGroupId: group });
  await build(it);
  expect(await ended(it, await deleteMachine(it.arm, target))).toBe('succeeded');
  await build(it);
  expect((await getMachine(it.arm, target))?.disks).toHaveLength(2);
});

test('a machine that is removed leaves its disks and its NIC', async () => {
  const it = world();
  const before = await getMachine(it.arm, source);
  expect(await ended(it, await deleteMachine(it.arm, source))).toBe('succeeded');
  expect(await getMachine(it.arm, source)).toBeNull();
  for (const { managedDiskId } of before?.disks ?? []) {
    const disk = await findDisk(it.arm, managedDiskId ?? resourceId(''));
    expect(disk).toMatchObject({ machineId: null });
  }
  expect(before?.disks.length).toBeGreaterThan(0);
  const [nicId = resourceId('')] = before?.nicIds ?? [];
  expect(await readInterface(it.arm, nicId)).not.toBeNull();
  expect(await ended(it, await deleteInterface(it.arm, nicId))).toBe('succeeded');
  expect(await readInterface(it.arm, nicId)).toBeNull();
});
