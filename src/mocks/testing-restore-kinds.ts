import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';

/** The three ways in which a restore is started, for tests of what goes wrong in all of them. */

const version = 'api-version=2024-04-01';

function disk(azure: TestAzure): Promise<Response> {
  const wish = restoreOfDisk('app01_DataDisk_0');
  return azure.send('POST', `${wish.instanceId}/restore?${version}`, {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: wish.recoveryPointId,
    sourceDataStoreType: 'OperationalStore',
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: wish.region,
      datasourceInfo: { objectType: 'Datasource', resourceID: wish.targetDiskId },
    },
  });
}

const vm = (azure: TestAzure): Promise<Response> =>
  azure.send(
    'POST',
    `${exampleItem}/recoveryPoints/20982486783671/restore?${version}`,
    exampleRestore,
  );

/** The name of each kind of restore, and its request in the world `default`. */
export const restoreKinds: readonly (readonly [string, (azure: TestAzure) => Promise<Response>])[] =
  [
    ['a VM', vm],
    ['a VM in the secondary region', (azure) => restoreElsewhere(azure, 'app01')],
    ['a disk', disk],
  ];

/** The default world with a fault that meets one start of a restore. */
export async function azureWith(
  effect: FaultEffect,
  more: Partial<Fault> = {},
): Promise<TestAzure> {
  const azure = testAzure('default');
  const fault: Fault = { id: 'f', match: { group: 'restore-start' }, times: 1, effect, ...more };
  await azure.azure.append([{ type: 'fault-added', at: 0, fault }]);
  return azure;
}

/** How many restores this world has accepted. */
export async function acceptedIn({ azure }: TestAzure): Promise<number> {
  return (await azure.state()).restores.length;
}
