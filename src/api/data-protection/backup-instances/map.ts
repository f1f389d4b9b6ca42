import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import type { BackupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

/** A backup instance as the product speaks of it. */
export function toDiskInstance({ id, name, properties }: BackupInstanceWire): DiskBackupInstance {
  const { dataSourceInfo: source, policyInfo: policy } = properties;
  const vaultId = backupVaultIdOf(id) ?? resourceId('');
  const stores = policy?.policyParameters?.dataStoreParametersList ?? [];
  const snapshotGroup = stores.find(({ resourceGroupId }) => resourceGroupId)?.resourceGroupId;
  return {
    id: resourceId(id),
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
  };
}
