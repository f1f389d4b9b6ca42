import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * The id that a vault gives the backup instance of a machine: `iaasvmcontainerv2;{resource group};{VM}` (document
 * 004; azure-contract §3).
 */
export function protectedItemId(vaultId: ResourceId, machineId: ResourceId): ResourceId {
  const group = parseResourceId(machineId)?.resourceGroup ?? '';
  const name = `iaasvmcontainerv2;${group};${nameOf(machineId)}`;
  return resourceId(
    `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${name}/protectedItems/VM;${name}`,
  );
}
