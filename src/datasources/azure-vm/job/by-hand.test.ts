import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import {
  COMPUTE,
  machineId,
  machineOfDisks,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';

/** What an operator makes by hand after a restore, against the simulated Azure. */

/** A new VM of the documents’ world whose creation failed, and its disks. */
async function failedRestore() {
  const it = testAzure('document');
  const { arm } = testArm(it.azure.fetch);
  const subscriptionId = '00000000-0000-0000-0000-000000000000';
  const group = `/subscriptions/${subscriptionId}/resourceGroups/targetRG`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
  const target = `${group}/providers/Microsoft.Compute/virtualMachines/targetVM`;
  const effect = { kind: 'job-fails', task: 1 } as const;
  const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
  await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  const body = {
    properties: {
      ...exampleRestore.properties,
      recoveryType: 'AlternateLocation',
      targetResourceGroupId: group,
      targetVirtualMachineId: target,
      virtualNetworkId: network,
      subnetId: `${network}/subnets/default`,
    },
  };
  await it.send(
    'POST',
    `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`,
    body,
  );
  it.clock.add(3600);
  const [accepted] = (await it.azure.state()).restores;
  const read = await getJob(arm, resourceId(`${exampleVault}/backupJobs/${accepted?.jobId ?? ''}`));
  const verdict = async () => {
    const place = reportedTarget(read);
    if (place === null) throw new Error('the job names its target');
    const found = await findRestored(arm, place, { subscriptionId, isCertain: true });
    return {
      found,
      ...jobVerdictOf(read, { ...found, disks: found.disks?.map(({ name }) => name) ?? null }),
    };
  };
  return { ...it, verdict, group, network, target };
}

test('a VM that is built by hand from the disks of a failed restore doesn’t change its outcome', async () => {
  const it = await failedRestore();
  const before = await it.verdict();
  expect(before).toMatchObject({ outcome: 'disksOnly', own: 'disksOnly' });
  const disks = before.found.disks ?? [];
  it.clock.add(8 * 3600);
  const nic = `${it.group}/providers/Microsoft.Network/networkInterfaces/by-hand`;
  const { properties } = machineOfDisks();
  await it.send('PUT', `${nic}?api-version=2024-01-01`, {
    location: 'westus',
    properties: {
      ipConfigurations: [
        { name: 'ip', properties: { subnet: { id: `${it.network}/subnets/default` } } },
      ],
    },
  });
  it.clock.add(60);
  const made = await it.send('PUT', `${it.target}?${COMPUTE}`, {
    location: 'westus',
    properties: {
      ...properties,
      hardwareProfile: { vmSize: 'Standard_A1_v2' },
      networkProfile: { networkInterfaces: [{ id: nic }] },
      storageProfile: {
        osDisk: {
          createOption: 'Attach',
          osType: 'Windows',
          managedDisk: { id: disks.find(({ osType }) => osType !== null)?.id },
        },
      },
    },
  });
  expect(made.status).toBe(201);
  it.clock.add(600);
  const after = await it.verdict();
  expect(after).toMatchObject({ outcome: 'disksOnly', own: 'disksOnly' });
  expect(after.found).toMatchObject({ isMachineThere: true, isMachineOfJob: false });
  expect(after.found.disks).toHaveLength(2);
  expect(after.evidence).toContainEqual({ kind: 'otherVm', name: 'targetVM', isDated: true });
  expect(after.evidence).not.toContainEqual({ kind: 'vm', isThere: true });
});

test('a VM that was written again keeps when it was created', async () => {
  const it = await withNic(writesAzure());
  const createdAt = async () => {
    const text = await (await it.get(`${machineId('made')}?${COMPUTE}`)).text();
    return /"timeCreated":"([^"]+)"/.exec(text)?.[1];
  };
  await it.send('PUT', `${machineId('made')}?${COMPUTE}`, machineOfDisks());
  it.clock.add(600);
  const first = await createdAt();
  expect(first).toMatch(/^\d{4}-/);
  await it.send('PATCH', `${machineId('made')}?${COMPUTE}`, {
    properties: { licenseType: 'RHEL_BYOS' },
  });
  it.clock.add(600);
  expect(await createdAt()).toBe(first);
});
