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
