/** Paths of Azure's specifications, with their own names of parameters. */

export const subscription = '/subscriptions/{subscriptionId}';
export const group = `${subscription}/resourceGroups/{resourceGroupName}`;
export const vaults = 'Microsoft.RecoveryServices/vaults';
export const vault = `${group}/providers/${vaults}/{vaultName}`;
export const item = `${vault}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}`;
export const point = `${item}/recoveryPoints/{recoveryPointId}`;

export const itemType = `${vaults}/backupFabrics/protectionContainers/protectedItems`;
export const pointType = `${itemType}/recoveryPoints`;
export const jobType = `${vaults}/backupJobs`;

/** Where what was accepted of a protected item is followed. */
export const itemFollowed = [
  `${item}/operationsStatus/{operationId}`,
  `${item}/operationResults/{operationId}`,
];
/** Where a change of a vault is followed: another word than for items (azure-contract §1). */
export const vaultFollowed = [
  `${vault}/operationStatus/{operationId}`,
  `${vault}/operationResults/{operationId}`,
];

/** A region, as Azure Backup names it. */
export const region = `${subscription}/providers/Microsoft.RecoveryServices/locations/{azureRegion}`;

/** Microsoft.DataProtection: backups of managed disks (azure-contract §11). */
export const dataProtection = 'Microsoft.DataProtection';
export const backupVaults = `${dataProtection}/backupVaults`;
export const backupVault = `${group}/providers/${backupVaults}/{vaultName}`;
export const backupInstances = `${backupVaults}/backupInstances`;
export const backupInstance = `${backupVault}/backupInstances/{backupInstanceName}`;
export const protectionRegion = `${subscription}/providers/${dataProtection}/locations/{location}`;

/** Where what was accepted there is followed: here without an `s` in `operationStatus`. */
export const diskFollowed = [
  `${protectionRegion}/operationStatus/{operationId}`,
  `${protectionRegion}/operationResults/{operationId}`,
  `${backupVault}/operationStatus/{operationId}`,
  `${backupVault}/operationResults/{operationId}`,
  `${backupVault}/backupJobs/operations/{operationId}`,
  `${backupInstance}/operationResults/{operationId}`,
  `${group}/providers/${dataProtection}/operationStatus/{operationId}`,
  // Addresses of official samples, which no path of the specification has.
  `${group}/providers/${dataProtection}/operationResults/{operationId}`,
  `${group}/providers/${dataProtection}/backupInstances/{name}/operationResults/{operationId}`,
];
