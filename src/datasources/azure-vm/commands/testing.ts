import { resourceId } from '#src/model/resource-id.ts';
import type { CreateVm, ReplaceDisks, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

/** Plans for the tests of commands. */

const SUBSCRIPTION = '/subscriptions/sub-a';
const GROUP = `${SUBSCRIPTION}/resourceGroups`;
const ITEM = `${GROUP}/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault-a/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-app;app01/protectedItems/VM;iaasvmcontainerv2;rg-app;app01`;

const common = {
  recoveryPointResourceId: resourceId(`${ITEM}/recoveryPoints/123`),
  recoveryPointId: '123',
  sourceResourceId: resourceId(`${GROUP}/rg-app/providers/Microsoft.Compute/virtualMachines/app01`),
  stagingAccountId: resourceId(
    `${GROUP}/rg-staging/providers/Microsoft.Storage/storageAccounts/staging1`,
  ),
  region: 'westeurope',
};

export const disks: RestoreDisks = {
  ...common,
  kind: 'restoreDisks',
  targetResourceGroupId: resourceId(`${GROUP}/rg-target`),
  networkAccess: null,
};

export const machine: CreateVm = {
  ...common,
  kind: 'createVm',
  targetResourceGroupId: resourceId(`${GROUP}/rg-target`),
  targetVirtualMachineId: resourceId(
    `${GROUP}/rg-target/providers/Microsoft.Compute/virtualMachines/app02`,
  ),
  virtualNetworkId: resourceId(
    `${GROUP}/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-a`,
  ),
  subnetId: resourceId(
    `${GROUP}/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-a/subnets/default`,
  ),
  networkAccess: null,
};

export const replacement: ReplaceDisks = { ...common, kind: 'replaceDisks' };

/** A plan of a machine with managed disks, in the region of its vault. */
export const planOf = (restore: VmPlan['restore'], more: Partial<VmPlan> = {}): VmPlan => ({
  restore,
  isSecondary: false,
  newGroup: null,
  isManaged: true,
  vaultRegion: 'westeurope',
  ...more,
});
