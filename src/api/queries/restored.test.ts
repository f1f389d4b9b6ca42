import { describe, expect, test } from 'vitest';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What is found in the target of a restore that has ended, against the simulated Azure. */

const subscriptionId = '00000000-0000-0000-0000-000000000000';
const group = resourceGroupId(subscriptionId, 'targetRG');
const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
const machine = {
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: group,
  targetVirtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/targetVM`,
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
};
const onlyDisks = { targetResourceGroupId: group };

async function restored(change: object, failsIn: number | null) {
  const it = testAzure('document');
  const { arm } = testArm(it.azure.fetch);
  if (failsIn !== null) {
    const effect = { kind: 'job-fails', task: failsIn } as const;
    const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  }
  const restore = async () => {
    const body = { properties: { ...exampleRestore.properties, ...change } };
    const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    expect((await it.send('POST', path, body)).status).toBe(202);
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

const osDisk = { name: 'testvm-osdisk-20180604-130000', osType: 'Windows', machineId: null };
const dataDisk = { name: 'testvm-datadisk-000-20180604-130000', osType: null, sizeGiB: 32 };

describe('of a new machine', () => {
  test('is the machine', async () => {
    const { find } = await restored(machine, null);
    expect(await find()).toEqual({
      group,
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
    await remove(group);
    clock.add(1);
    expect(await find()).toMatchObject({ isMachineThere: false, disks: [] });
  });

  test('is not reported missing where its subscription is only assumed', async () => {
    const { find } = await restored(machine, 0);
    expect(await find(false)).toEqual({
      group,
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
