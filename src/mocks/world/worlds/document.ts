import type { InstanceSeed, MachineSeed, Seed } from '#src/mocks/world/seed.ts';

/**
 * The documents' own example (document 004, Select Recovery point, Restore disks, Restore as another
 * virtual machine), as printed: ids, names, points and times. What 004 does not print (sizes of
 * disks, the vault's redundancy) is a guess (G).
 */
export const exampleSubscription = '00000000-0000-0000-0000-000000000000';
const root = `/subscriptions/${exampleSubscription}/resourceGroups`;
const vaultId = `${root}/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`;
const itemId = `${root}/testVaultRG/providers/microsoft.recoveryservices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;

export const exampleMachine: MachineSeed = {
  id: `${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
  location: 'westus',
  size: 'Standard_A1_v2',
  osType: 'Windows',
  isManaged: true,
  deployment: 'arm',
  encryption: 'none',
  exists: true,
  isGeneralized: false,
  // So that each of its three restores can be acted out (G): 004 says nothing of it.
  isStopped: true,
  disks: [
    { lun: -1, name: 'testVM_OsDisk', sizeGiB: 32, sku: 'Standard_LRS' },
    { lun: 0, name: 'testVM_DataDisk_0', sizeGiB: 32, sku: 'Standard_LRS' },
  ],
};

const bothTiers = [
  { type: 'InstantRP', status: 'Valid' },
  { type: 'HardenedRP', status: 'Valid' },
] as const;

export const exampleInstance: InstanceSeed = {
  id: itemId,
  vaultId,
  machineId: exampleMachine.id,
  friendlyName: 'testVM',
  policyName: 'DefaultPolicy',
  protectionState: 'Protected',
  healthStatus: 'Passed',
  lastBackupStatus: 'Completed',
  lastBackupTime: '2018-06-04T06:05:48.3301420Z',
  points: [
    {
      name: '20982486783671',
      time: '2018-06-04T06:06:00.5121087Z',
      consistency: 'AppConsistent',
      tiers: bothTiers,
      privateAccess: false,
    },
    {
      name: '23358112038108',
      time: '2018-06-03T06:20:56.3043878Z',
      consistency: 'CrashConsistent',
      tiers: bothTiers,
      privateAccess: false,
    },
  ],
};

/** Everything of the example but its clock; the default world contains it too. */
export const exampleParts = {
  subscriptions: [
    {
      subscriptionId: exampleSubscription,
      displayName: 'Documents example',
      tenantId: '72f988bf-0000-4000-a000-2d7cd011db47',
    },
  ],
  groups: ['testVaultRG', 'testRG', 'targetRG'].map((name) => ({
    subscriptionId: exampleSubscription,
    name,
    location: 'westus',
  })),
  vaults: [
    {
      id: vaultId,
      location: 'westus',
      redundancy: 'GeoRedundant',
      crossRegionRestore: 'Disabled',
      crossSubscriptionRestore: 'Enabled',
    },
  ],
  machines: [exampleMachine],
  instances: [exampleInstance],
  accounts: ['testAccount', 'testingAccount'].map((name) => ({
    id: `${root}/testRG/providers/Microsoft.Storage/storageAccounts/${name}`,
    location: 'westus',
    kind: 'StorageV2' as const,
    sku: 'Standard_LRS',
  })),
  networks: [
    {
      id: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`,
      location: 'westus',
      subnets: [{ name: 'default', prefix: '10.0.0.0/24' }],
    },
  ],
  encryptionSets: [],
  diskAccesses: [],
} as const satisfies Partial<Seed>;

export const documentWorld: Seed = {
  name: 'document',
  startsAt: '2018-06-04T13:00:00.000Z',
  frontDoor: 'SOUTHINDIA',
  ...exampleParts,
  jobs: [],
  presets: [
    {
      operationId: '781a0f18-e250-4d73-b059-5e9ffed4069e',
      jobId: '3021262a-fb3a-4538-9b37-e3e97a386093',
    },
  ],
};
