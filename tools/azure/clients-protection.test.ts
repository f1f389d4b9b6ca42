import { expect, onTestFinished, test } from 'vitest';

import { production } from '#src/mocks/world/worlds/default-estate.ts';

import { clientsAt, onlyMachines, prodVault, read } from './testing-clients.ts';
import { jobIdOf, operationIn } from './testing-restores.ts';

/** A machine that Azure's own client protects, as the documentation of the REST API has it. */

const connected = clientsAt(onTestFinished);
const HOUR = 3_600_000;

test('a restored machine is discovered, protected by a policy, and an item of the vault', async () => {
  const { backup, step } = await connected({ subscription: production });
  // By then the restore that runs at the world's start has made it.
  await step(HOUR);
  const protectable = async () =>
    (await read(backup.backupProtectableItems.list(...prodVault, onlyMachines).byPage())).flat();
  const isFound = async () =>
    (await protectable()).some(({ properties }) => properties?.friendlyName === 'app01-restored');
  expect(await isFound()).toBe(false);
  let location = '';
  await backup.protectionContainers.refresh(...prodVault, 'Azure', {
    onResponse: ({ headers }) => (location = headers.get('location') ?? ''),
  });
  const refreshed = async (): Promise<number> => {
    let status = 0;
    await backup.protectionContainerRefreshOperationResults.get(
      ...prodVault,
      'Azure',
      operationIn(location),
      { onResponse: (answer) => (status = answer.status) },
    );
    return status;
  };
  expect(await refreshed()).toBe(202);
  await step(60_000);
  expect([await refreshed(), await isFound()]).toEqual([204, true]);

  const policies = (
    await read(backup.backupPolicies.list(...prodVault, onlyMachines).byPage())
  ).flat();
  const policy = policies.find(({ name }) => name === 'EnhancedPolicy');
  expect(policy?.properties).toMatchObject({
    backupManagementType: 'AzureIaasVM',
    policyType: 'V2',
    schedulePolicy: { schedulePolicyType: 'SimpleSchedulePolicyV2' },
    retentionPolicy: { dailySchedule: { retentionDuration: { count: 30, durationType: 'Days' } } },
  });

  const name = 'iaasvmcontainerv2;rg-restore-weu;app01-restored';
  const item = [...prodVault, 'Azure', `IaasVMContainer;${name}`, `VM;${name}`] as const;
  const machineId = `/subscriptions/${production}/resourceGroups/rg-restore-weu/providers/Microsoft.Compute/virtualMachines/app01-restored`;
  let accepted = '';
  await backup.protectedItems.createOrUpdate(
    ...item,
    {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: machineId,
        policyId: policy?.id ?? '',
      },
    },
    {
      onResponse: ({ status, headers }) => {
        expect([status, headers.get('retry-after')]).toEqual([202, '60']);
        accepted = headers.get('azure-asyncoperation') ?? '';
      },
    },
  );
  const statusOf = () => backup.protectedItemOperationStatuses.get(...item, operationIn(accepted));
  expect((await statusOf()).status).toBe('InProgress');
  await step(60_000);
  const over = await statusOf();
  expect(over.status).toBe('Succeeded');
  const job = (await backup.jobDetails.get(...prodVault, jobIdOf(over))).properties;
  expect(job).toMatchObject({
    operation: 'ConfigureBackup',
    status: 'Completed',
    extendedInfo: {
      propertyBag: { 'VM Name': 'app01-restored', 'Policy Name': 'EnhancedPolicy' },
    },
  });
  expect((await backup.protectedItems.get(...item)).properties).toMatchObject({
    protectionState: 'IRPending',
    policyName: 'EnhancedPolicy',
  });
  expect(await isFound()).toBe(false);

  await backup.protectedItems.createOrUpdate(...item, {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: machineId,
      protectionState: 'ProtectionStopped',
    },
  });
  await step(60_000);
  expect((await backup.protectedItems.get(...item)).properties).toMatchObject({
    protectionState: 'ProtectionStopped',
  });
});
