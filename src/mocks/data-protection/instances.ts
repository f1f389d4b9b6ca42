import type { BackupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import {
  backupVaultPath,
  diskInstancePath,
  instancesOf,
  onBackupVault,
  onDiskInstance,
} from '#src/mocks/data-protection/paths.ts';
import { list, ok, type Route, route, rowsOf } from '#src/mocks/service.ts';
import type { DiskInstanceSeed } from '#src/mocks/world/disk-backup-seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** The policy by which disks are protected here. */
export const policyOf = ({ vaultId }: DiskInstanceSeed): string =>
  `${vaultId}/backupPolicies/DiskDaily`;

/** What is protected. The key of its id ends in a capital `D` (azure-contract §11). */
const sourceOf = ({ sourceId, sourceType, location }: DiskInstanceSeed) => ({
  resourceID: sourceId,
  resourceUri: '',
  datasourceType: sourceType,
  resourceName: nameOf(sourceId),
  resourceType: sourceType,
  resourceLocation: location,
  objectType: 'Datasource',
});

/** The properties of a backup instance of 2024-04-01; `provisioningState` has a word of its own (S). */
export const diskInstanceProperties = (
  instance: DiskInstanceSeed,
): BackupInstanceWire['properties'] => ({
  friendlyName: nameOf(instance.sourceId),
  dataSourceInfo: sourceOf(instance),
  dataSourceSetInfo: null,
  policyInfo: {
    policyId: policyOf(instance),
    policyVersion: '',
    policyParameters: {
      dataStoreParametersList: [
        {
          objectType: 'AzureOperationalStoreParameters',
          dataStoreType: 'OperationalStore',
          resourceGroupId: instance.snapshotGroup,
        },
      ],
    },
  },
  protectionStatus: { status: instance.state },
  currentProtectionState: instance.state,
  provisioningState: 'Provisioned',
  objectType: 'BackupInstance',
});

/** A backup instance as the wire has it. */
const diskInstanceWire = (instance: DiskInstanceSeed): BackupInstanceWire => ({
  id: instance.id,
  name: nameOf(instance.id),
  type: 'Microsoft.DataProtection/backupVaults/backupInstances',
  properties: diskInstanceProperties(instance),
});

export const diskInstanceRoutes: readonly Route[] = [
  route.get(
    'backupInstances.list',
    `${backupVaultPath}/backupInstances`,
    onBackupVault((call, vault) => list(rowsOf(instancesOf(call, vault), diskInstanceWire))),
  ),
  route.get(
    'backupInstances.get',
    diskInstancePath,
    onDiskInstance((_, instance) => ok(diskInstanceWire(instance))),
  ),
];
