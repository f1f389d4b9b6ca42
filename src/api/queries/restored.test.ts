import { describe, expect, test } from 'vitest';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines.ts';
import { listVirtualNetworks } from '#src/api/network.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { createResourceGroup, listResourceGroups } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage-accounts.ts';
import {
  azureClient,
  breaks,
  intoMachine,
  sendRestore,
  targetGroup,
} from '#src/api/queries/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { reportedTarget } from '#src/progress/observe.ts';

/** What is found in the target of a restore that has ended, against the simulated Azure. */
const subscriptionId = '00000000-0000-0000-0000-000000000000';
const machine = intoMachine('targetVM');
const onlyDisks = { targetResourceGroupId: targetGroup };

async function restored(change: object, failsIn: number | null) {
  const it = azureClient('document');
  const { arm } = it;
  if (failsIn !== null) await breaks(it, 'restores.trigger', { kind: 'job-fails', task: failsIn });
  const restore = async () => {
    expect((await sendRestore(it, change)).status).toBe(202);
    it.clock.add(3600);
  };
  await restore();
  const [made] = (await it.azure.state()).restores;
  const job = await getJob(arm, resourceId(`${exampleVault}/backupJobs/${made?.jobId ?? ''}`));
  const target = reportedTarget(job);
  if (target === null) throw new Error('the job tells its target');
  const find = (isCertain = true) => findRestored(arm, target, { subscriptionId, isCertain });
  const remove = (id: string) =>
    it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id }]);
  return { find, restore, remove, clock: it.clock };
}

/** The document's world starts on 4 June 2018 at 13:00:00. */
const osDiskName = 'testvm-osdisk-20180604-130000';
const dataDiskName = 'testvm-datadisk-000-20180604-130000';
const osDisk = { name: osDiskName, osType: 'Windows', machineId: null };
const dataDisk = { name: dataDiskName, osType: null, sizeGiB: 32 };

describe('of a new machine', () => {
  test('is the machine', async () => {
    const { find } = await restored(machine, null);
    expect(await find()).toEqual({
      group: targetGroup,
      isMachineThere: true,
      isMachineOfJob: true,
      disks: null,
    });
  });

  test('that could not be made are its disks, of this restore and no later one', async () => {
    const { find, restore } = await restored(machine, 1);
    expect(await find()).toMatchObject({ isMachineThere: false, disks: [osDisk, dataDisk] });
    await restore();
    // Its machine is the later restore's, and the disks of this one are still told.
    expect(await find()).toMatchObject({
      isMachineThere: true,
      isMachineOfJob: false,
      disks: [osDisk, dataDisk],
    });
  });

  test('whose transfer failed is nothing', async () => {
    const { find } = await restored(machine, 0);
    expect(await find()).toMatchObject({ isMachineThere: false, disks: [] });
  });

  test('that was deleted since is gone, and with its group too', async () => {
    const { clock, find, remove } = await restored(machine, null);
    await remove(machine.targetVirtualMachineId);
    clock.add(1);
    expect(await find()).toMatchObject({ isMachineThere: false, disks: [] });
    await remove(targetGroup);
    clock.add(1);
    expect(await find()).toMatchObject({ isMachineThere: false, disks: [] });
  });

  test('is not reported missing where its subscription is only assumed', async () => {
    const { find } = await restored(machine, 0);
    expect(await find(false)).toEqual({
      group: targetGroup,
      isMachineThere: null,
      isMachineOfJob: null,
      disks: null,
    });
  });
});

describe('of disks', () => {
  test('are those that were made while the job ran', async () => {
    const { find, restore } = await restored(onlyDisks, null);
    await restore();
    expect((await find()).disks).toMatchObject([osDisk, dataDisk]);
    expect(await find()).toMatchObject({ isMachineThere: null });
  });

  test('that could not be made are none', async () => {
    const { find } = await restored(onlyDisks, 1);
    expect(await find()).toMatchObject({ disks: [] });
  });
});

/** What restores make of the world, and when. */
const inPlace = { recoveryType: 'OriginalLocation' };
const source = resourceId(exampleRestore.properties.sourceResourceId);
const HOUR = 3600;

function restoring(effect?: FaultEffect) {
  const it = azureClient('document');
  const { arm } = it;
  const restore = async (change: object) => (await sendRestore(it, change)).status;
  const ready = async () => {
    if (effect !== undefined) await breaks(it, 'restores.trigger', effect);
  };
  const names = () => listMachineNames(arm, subscriptionId);
  const looseDisk = async (name: string) => {
    const path = `${targetGroup}/providers/Microsoft.Compute/disks/${name}?api-version=2023-10-02`;
    return (await it.get(path)).status;
  };
  return { ...it, restore, ready, names, looseDisk };
}

describe('a new machine', () => {
  test('is there when its job is done, not before, with disks of its own', async () => {
    const { arm, clock, restore, names } = restoring();
    expect(await restore(intoMachine('targetVM'))).toBe(202);
    expect(await names()).toEqual(['testVM']);
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM', 'targetVM']);
    const id = resourceId(intoMachine('targetVM').targetVirtualMachineId);
    const made = await getMachine(arm, id);
    expect(made).toMatchObject({ name: 'targetVM', region: 'westus', size: 'Standard_A1_v2' });
    expect(made?.disks.map(({ name }) => name)).toEqual([osDiskName, dataDiskName]);
    for (const { managedDiskId } of made?.disks ?? []) {
      expect(await getDisk(arm, managedDiskId ?? resourceId(''))).toMatchObject({ sizeGiB: 32 });
    }
  });

  test('has its name taken from the moment of acceptance on, in any letter case', async () => {
    const { clock, restore } = restoring();
    expect(await restore(intoMachine('targetVM'))).toBe(202);
    expect(await restore(intoMachine('TARGETvm'))).toBe(400);
    expect(await restore(intoMachine('another'))).toBe(202);
    clock.add(HOUR);
    expect(await restore(intoMachine('targetvm'))).toBe(400);
  });

  test('that could not be made leaves its disks, and its name free', async () => {
    const { clock, ready, restore, names, looseDisk } = restoring({ kind: 'job-fails', task: 1 });
    await ready();
    await restore(intoMachine('targetVM'));
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM']);
    expect(await looseDisk(osDiskName)).toBe(200);
    expect(await restore(intoMachine('targetVM'))).toBe(202);
  });

  test('whose transfer failed leaves nothing', async () => {
    const { clock, ready, restore, looseDisk } = restoring({ kind: 'job-fails', task: 0 });
    await ready();
    await restore(intoMachine('targetVM'));
    clock.add(HOUR);
    expect(await looseDisk(osDiskName)).toBe(404);
  });

  test('whose job was canceled is never created, and its name is free again', async () => {
    const { azure, clock, restore, names, send } = restoring();
    await restore(intoMachine('targetVM'));
    clock.add(60);
    const [job] = (await azure.state()).restores;
    const path = `${exampleVault}/backupJobs/${job?.jobId ?? ''}/cancel?api-version=2024-04-01`;
    expect((await send('POST', path)).status).toBe(202);
    clock.add(HOUR);
    expect(await names()).toEqual(['testVM']);
    expect(await restore(intoMachine('targetVM'))).toBe(202);
  });
});

describe('restored disks', () => {
  test('are in the target group when the job is done', async () => {
    const { clock, restore, looseDisk } = restoring();
    await restore(onlyDisks);
    expect(await looseDisk(osDiskName)).toBe(404);
    clock.add(HOUR);
    expect([await looseDisk(osDiskName), await looseDisk(dataDiskName)]).toEqual([200, 200]);
  });

  test('are only the requested ones', async () => {
    const { clock, restore, looseDisk } = restoring();
    await restore({ ...onlyDisks, restoreDiskLunList: [] });
    clock.add(HOUR);
    expect([await looseDisk(osDiskName), await looseDisk(dataDiskName)]).toEqual([200, 404]);
  });

  test('are blobs where no group is given', async () => {
    const { clock, restore, looseDisk } = restoring();
    await restore({});
    clock.add(HOUR);
    expect(await looseDisk(osDiskName)).toBe(404);
  });
});

test('disks of a job that failed are not there', async () => {
  const { clock, ready, restore, looseDisk } = restoring({ kind: 'job-fails', task: 0 });
  await ready();
  await restore(onlyDisks);
  clock.add(HOUR);
  expect(await looseDisk(osDiskName)).toBe(404);
});

test('a replace without its safety snapshot ends with warnings, and nothing was replaced', async () => {
  const { arm, azure, clock, ready, restore } = restoring({ kind: 'job-fails', task: 0 });
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
    const { arm, clock, restore, names } = restoring();
    const before = await getMachine(arm, source);
    await restore(inPlace);
    clock.add(HOUR);
    const after = await getMachine(arm, source);
    expect(after?.disks.map(({ name }) => name)).toEqual([osDiskName, dataDiskName]);
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

const newest = '20982486783671';

function vanishing(scenario: ScenarioId) {
  const it = azureClient(scenario);
  const { arm } = it;
  const remove = (id: string) =>
    it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id }]);
  const restore = async (change: object = {}) => {
    const answer = await sendRestore(it, change);
    return [answer.status, await answer.text()] as const;
  };
  const names = async (list: Promise<readonly { readonly name: string }[]>) =>
    (await list).map(({ name }) => name);
  return {
    ...it,
    remove,
    restore,
    points: () => names(listRecoveryPoints(arm, resourceId(exampleItem))),
    accounts: () => names(listStorageAccounts(arm, subscriptionId)),
    groups: () => names(listResourceGroups(arm, subscriptionId)),
    networks: () => names(listVirtualNetworks(arm, subscriptionId)),
  };
}

describe('scenarios in which something vanishes ten minutes after the start', () => {
  test('a recovery point: gone from the list, and its restore is a 404', async () => {
    const { clock, points, restore } = vanishing('expiring-point');
    clock.add(599);
    expect(await points()).toContain(newest);
    clock.add(1);
    expect(await points()).not.toContain(newest);
    expect((await restore())[0]).toBe(404);
  });

  test('a storage account: gone from the list, and refused', async () => {
    const { clock, accounts, restore } = vanishing('vanishing-account');
    expect(await accounts()).toContain('testAccount');
    clock.add(600);
    expect(await accounts()).not.toContain('testAccount');
    expect(await accounts()).toContain('testingAccount');
    expect(await restore()).toEqual([400, expect.stringContaining('testAccount was not found')]);
  });

  test('a group with the network in it', async () => {
    const { clock, groups, networks, restore } = vanishing('group-deleted');
    expect([await groups(), await networks()]).toEqual([
      expect.arrayContaining(['targetRG']),
      ['testNet'],
    ]);
    clock.add(600);
    expect(await groups()).not.toContain('targetRG');
    expect(await networks()).toEqual([]);
    expect((await restore(onlyDisks))[1]).toContain('targetRG');
  });
});

describe('what a test or a person deletes', () => {
  test('a machine is gone, its backups are not', async () => {
    const { arm, remove, points } = vanishing('default');
    const id = resourceId(exampleRestore.properties.sourceResourceId);
    await remove(id.toUpperCase());
    expect(await getMachine(arm, id)).toBeNull();
    expect(await points()).toContain(newest);
  });

  test('a group that is made again is there, empty, even in the same moment', async () => {
    const { arm, remove, groups, networks, restore } = vanishing('default');
    await remove(targetGroup);
    expect(await groups()).not.toContain('targetRG');
    await createResourceGroup(arm, { subscriptionId, name: 'targetRG', region: 'westus' });
    expect((await groups()).filter((name) => name === 'targetRG')).toHaveLength(1);
    expect(await networks()).toEqual([]);
    expect((await restore(onlyDisks))[0]).toBe(202);
    await remove(targetGroup);
    expect(await groups()).not.toContain('targetRG');
  });

  test('a neighbor whose name has the same start stays', async () => {
    const { remove, accounts } = vanishing('default');
    const id = exampleRestore.properties.storageAccountId;
    await remove(id.slice(0, -1));
    expect(await accounts()).toContain('testAccount');
  });

  test('a restored machine', async () => {
    const { arm, clock, remove, restore } = vanishing('default');
    const change = intoMachine('again');
    const id = change.targetVirtualMachineId;
    expect((await restore(change))[0]).toBe(202);
    clock.add(3600);
    expect(await getMachine(arm, resourceId(id))).not.toBeNull();
    await remove(id);
    expect(await getMachine(arm, resourceId(id))).toBeNull();
    expect((await restore(change))[0]).toBe(202);
  });
});
