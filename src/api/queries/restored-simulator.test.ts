import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What restores make of the world, and when. */

const sub = '00000000-0000-0000-0000-000000000000';
const group = `/subscriptions/${sub}/resourceGroups/targetRG`;
const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
const newMachine = (name: string) => ({
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: group,
  targetVirtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
});
const toDisks = { targetResourceGroupId: group };
const inPlace = { recoveryType: 'OriginalLocation' };
const source = resourceId(exampleRestore.properties.sourceResourceId);
const HOUR = 3600;

function world(effect?: FaultEffect) {
  const it = testAzure('document');
  const { arm } = testArm(it.azure.fetch);
  const restore = async (change: object) => {
    const body = { properties: { ...exampleRestore.properties, ...change } };
    const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    return (await it.send('POST', path, body)).status;
  };
  const ready = async () => {
    if (effect === undefined) return;
    const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  };
  const names = () => listMachineNames(arm, sub);
  const looseDisk = async (name: string) => {
    const path = `${group}/providers/Microsoft.Compute/disks/${name}?api-version=2023-10-02`;
    return (await it.get(path)).status;
  };
  return { ...it, arm, restore, ready, names, looseDisk };
}

/** The document's world starts on 4 June 2018 at 13:00:00. */
const osDisk = 'testvm-osdisk-20180604-130000';
const dataDisk = 'testvm-datadisk-000-20180604-130000';

describe('a new machine', () => {
  test('is there when its job is done, not before, with disks of its own', async () => {
    const { arm, clock, restore, names } = world();
    expect(await restore(newMachine('targetVM'))).toBe(202);
    expect(await names()).toEqual(['testVM']);
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM', 'targetVM']);
    const id = resourceId(newMachine('targetVM').targetVirtualMachineId);
    const made = await getMachine(arm, id);
    expect(made).toMatchObject({ name: 'targetVM', region: 'westus', size: 'Standard_A1_v2' });
    expect(made?.disks.map(({ name }) => name)).toEqual([osDisk, dataDisk]);
    for (const { managedDiskId } of made?.disks ?? []) {
      expect(await getDisk(arm, managedDiskId ?? resourceId(''))).toMatchObject({ sizeGiB: 32 });
    }
  });

  test('has its name taken from the moment of acceptance on, in any letter case', async () => {
    const { clock, restore } = world();
    expect(await restore(newMachine('targetVM'))).toBe(202);
    expect(await restore(newMachine('TARGETvm'))).toBe(400);
    expect(await restore(newMachine('another'))).toBe(202);
    clock.add(HOUR);
    expect(await restore(newMachine('targetvm'))).toBe(400);
  });

  test('that could not be made leaves its disks, and its name free', async () => {
    const { clock, ready, restore, names, looseDisk } = world({ kind: 'job-fails', task: 1 });
    await ready();
    await restore(newMachine('targetVM'));
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM']);
    expect(await looseDisk(osDisk)).toBe(200);
    expect(await restore(newMachine('targetVM'))).toBe(202);
  });

  test('whose transfer failed leaves nothing', async () => {
    const { clock, ready, restore, looseDisk } = world({ kind: 'job-fails', task: 0 });
    await ready();
    await restore(newMachine('targetVM'));
    clock.add(HOUR);
    expect(await looseDisk(osDisk)).toBe(404);
  });

  test('whose job was canceled is never created, and its name is free again', async () => {
    const { azure, clock, restore, names, send } = world();
    await restore(newMachine('targetVM'));
    clock.add(60);
    const [job] = (await azure.state()).restores;
    const path = `${exampleVault}/backupJobs/${job?.jobId ?? ''}/cancel?api-version=2024-04-01`;
    expect((await send('POST', path)).status).toBe(202);
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM']);
    expect(await restore(newMachine('targetVM'))).toBe(202);
  });
});

describe('restored disks', () => {
  test('are in the target group when the job is done', async () => {
    const { clock, restore, looseDisk } = world();
    await restore(toDisks);
    expect(await looseDisk(osDisk)).toBe(404);
    clock.add(HOUR);
    expect([await looseDisk(osDisk), await looseDisk(dataDisk)]).toEqual([200, 200]);
  });

  test('are only the requested ones', async () => {
    const { clock, restore, looseDisk } = world();
    await restore({ ...toDisks, restoreDiskLunList: [] });
    clock.add(HOUR);
    expect([await looseDisk(osDisk), await looseDisk(dataDisk)]).toEqual([200, 404]);
  });

  test('are blobs where no group is given', async () => {
    const { clock, restore, looseDisk } = world();
    await restore({});
    clock.add(HOUR);
    expect(await looseDisk(osDisk)).toBe(404);
  });
});

test('disks of a job that failed are not there', async () => {
  const { clock, ready, restore, looseDisk } = world({ kind: 'job-fails', task: 0 });
  await ready();
  await restore(toDisks);
  clock.add(HOUR);
  expect(await looseDisk(osDisk)).toBe(404);
});

test('a replace without its safety snapshot ends with warnings, and nothing was replaced', async () => {
  const { arm, azure, clock, ready, restore } = world({ kind: 'job-fails', task: 0 });
  const before = await getMachine(arm, source);
  await ready();
  await restore(inPlace);
  clock.add(HOUR);
  const [job] = (await azure.state()).restores;
  const id = resourceId(`${exampleVault}/backupJobs/${job?.jobId ?? ''}`);
  const ended = await getJob(arm, id);
  expect(ended).toMatchObject({
    status: 'completedWithWarnings',
    errors: [{ title: 'OlrBackupFailed' }],
  });
  expect(ended.tasks.map(({ status }) => status)).toEqual(['failed', 'notStarted']);
  expect(await getMachine(arm, source)).toEqual(before);
});

describe('a replace', () => {
  test('puts other disks into the machine, and the original ones stay in its group', async () => {
    const { arm, clock, restore, names } = world();
    const before = await getMachine(arm, source);
    await restore(inPlace);
    clock.add(HOUR);
    const after = await getMachine(arm, source);
    expect(after?.disks.map(({ name }) => name)).toEqual([osDisk, dataDisk]);
    expect(await names()).toEqual(['testVM']);
    for (const disk of before?.disks ?? []) {
      expect(await getDisk(arm, disk.managedDiskId ?? source)).toMatchObject({ name: disk.name });
    }
    await restore(inPlace);
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM']);
    expect((await getMachine(arm, source))?.disks[0]?.name).toBe('testvm-osdisk-20180604-140000');
  });
});
