import { expect, test } from 'vitest';
import { toDiskRestoreBody } from '#src/api/data-protection/restores.ts';
import { resourceId } from '#src/model/resource-id.ts';

const ofDisk = (group: string, name: string) =>
  resourceId(
    `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${group}/providers/Microsoft.Compute/disks/${name}`,
  );

test('the body of a disk’s restore is what azure-contract §11 prints, key by key', () => {
  const source = ofDisk('rg-prod', 'disk-a');
  const target = ofDisk('rg-dr', 'disk-a-restored');
  const body = toDiskRestoreBody({
    instanceId: resourceId('/vault/backupInstances/disk-a'),
    recoveryPointId: '10a0ebb9d8c64dc1a56e7a2c2d0a8a3e',
    sourceDiskId: source,
    targetDiskId: target,
    region: 'westeurope',
  });
  expect(body).toEqual({
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: '10a0ebb9d8c64dc1a56e7a2c2d0a8a3e',
    sourceDataStoreType: 'OperationalStore',
    sourceResourceId: source,
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: 'westeurope',
      datasourceInfo: {
        objectType: 'Datasource',
        datasourceType: 'Microsoft.Compute/disks',
        resourceType: 'Microsoft.Compute/disks',
        resourceID: target,
        resourceUri: target,
        resourceName: 'disk-a-restored',
        resourceLocation: 'westeurope',
      },
    },
    identityDetails: { useSystemAssignedIdentity: true },
  });
});
