import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import type { BackupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The same instance among those that a vault protects, whichever of its two lists it stands in. */
const ownId = (id: string): ResourceId =>
  resourceId(id.replace(/\/deletedBackupInstances\/(?=[^/]+$)/i, '/backupInstances/'));

/** Its address among those that were deleted. */
export const deletedId = (id: ResourceId): ResourceId =>
  resourceId(id.replace(/\/backupInstances\/(?=[^/]+$)/i, '/deletedBackupInstances/'));

/** A backup instance as the product speaks of it, under the id that it has, or had before it was deleted. */
export function toDiskInstance({ id, name, properties }: BackupInstanceWire): DiskBackupInstance {
  const { dataSourceInfo: source, policyInfo: policy, deletionInfo } = properties;
  const vaultId = backupVaultIdOf(id) ?? resourceId('');
  const stores = policy?.policyParameters?.dataStoreParametersList ?? [];
  const snapshotGroup = stores.find(({ resourceGroupId }) => resourceGroupId)?.resourceGroupId;
  return {
    id: ownId(id),
    vaultId,
    vaultName: nameOf(vaultId),
    subscriptionId: parseResourceId(vaultId)?.subscriptionId ?? '',
    friendlyName: source.resourceName || properties.friendlyName || name,
    sourceDiskId: resourceId(source.resourceID),
    resourceGroup: parseResourceId(source.resourceID)?.resourceGroup ?? '',
    region: source.resourceLocation || null,
    snapshotGroupId: snapshotGroup ? resourceId(snapshotGroup) : null,
    policyName: policy?.policyId ? nameOf(policy.policyId) : null,
    protectionState: properties.currentProtectionState ?? properties.protectionStatus?.status ?? '',
    deletion: deletionInfo
      ? {
          deletedAt: parseInstant(deletionInfo.deletionTime),
          purgeAt: parseInstant(deletionInfo.scheduledPurgeTime),
        }
      : null,
  };
}
