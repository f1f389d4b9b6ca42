import { resourceId } from '#src/model/resource-id.ts';

/** Document 004's example as tests send it. */
const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

export const exampleVault = `${root}/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`;
export const exampleItem = `${exampleVault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;

/** The body of Restore disks, Example request, as printed. */
export const exampleRestore = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: '20982486783671',
    recoveryType: 'RestoreDisks',
    sourceResourceId: `${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
    storageAccountId: `${root}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
    region: 'westus',
    createNewCloudService: false,
    originalStorageAccountOption: false,
    encryptionDetails: { encryptionEnabled: false },
  },
};

const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;
const common = {
  recoveryPointResourceId: resourceId(`${exampleItem}/recoveryPoints/20982486783671`),
  recoveryPointId: '20982486783671',
  sourceResourceId: resourceId(exampleRestore.properties.sourceResourceId),
  stagingAccountId: resourceId(exampleRestore.properties.storageAccountId),
  region: 'westus',
};
const targetResourceGroupId = resourceId(`${root}/targetRG`);

/** The three restores of the example's machine, in the product's words. */
export const exampleDisks = {
  ...common,
  kind: 'restoreDisks' as const,
  targetResourceGroupId,
  networkAccess: null,
  encryption: { isOn: false },
};
export const exampleMachine = {
  ...common,
  kind: 'createVm' as const,
  targetVirtualMachineId: resourceId(
    `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/targetVM`,
  ),
  targetResourceGroupId,
  virtualNetworkId: resourceId(network),
  subnetId: resourceId(`${network}/subnets/default`),
  networkAccess: null,
  encryption: { isOn: false },
};
export const exampleReplace = { ...common, kind: 'replaceDisks' as const };
