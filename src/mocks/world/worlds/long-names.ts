import type { Seed } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import {
  dailyPoints,
  diskInstanceOf,
  diskPointAt,
  disksOf,
  instanceOf,
  machineOf,
} from '#src/mocks/world/worlds/builders.ts';

/**
 * One machine and one disk, of which everything has the longest name that Azure allows (Naming rules and
 * restrictions for Azure resources): what a page does with them is seen here.
 */

const FILLER = '-as-long-as-azure-allows';

/** So many characters, the last of them a digit, which every kind of name may end with. */
const long = (start: string, length: number): string =>
  `${start.padEnd(length - 1, FILLER).slice(0, length - 1)}1`;

const subscriptionId = '5d1f0c7a-3b8e-4f6d-9a27-c41e08b5d963';
const subscription = `/subscriptions/${subscriptionId}`;
const location = 'westeurope';

const groupName = (start: string): string => long(start, 90);
const groupId = (start: string): string => `${subscription}/resourceGroups/${groupName(start)}`;

const machineGroup = groupId('rg-payments');
const vaultGroup = groupId('rg-backup');
const vaultId = `${vaultGroup}/providers/Microsoft.RecoveryServices/vaults/${long('rsv-payments', 50)}`;
const machineName = long('payments-settlement', 64);

const machine = machineOf(machineGroup, machineName, {
  location,
  size: 'Standard_E104ids_v5',
  osType: 'Linux',
  disks: disksOf(machineName, 'Premium_LRS', [128, 1024]),
});

const instance = instanceOf(vaultId, machine, {
  policyName: long('policy', 150),
  points: dailyPoints({
    key: machineName,
    newest: '2025-06-04T22:00:00.000Z',
    days: 14,
    osType: 'Linux',
  }),
});

const diskName = long('data', 80);
const backupVaultId = `${vaultGroup}/providers/Microsoft.DataProtection/backupVaults/${long('bv-payments', 50)}`;

const accountId = `${machineGroup}/providers/Microsoft.Storage/storageAccounts/${'st'.padEnd(24, 'payments0')}`;

export const longNamesWorld: Seed = {
  name: 'long-names',
  startsAt: '2025-06-05T02:44:00.000Z',
  frontDoor: 'WESTEUROPE',
  subscriptions: [
    {
      subscriptionId,
      displayName: long('Contoso Payments', 64),
      tenantId: '72f988bf-0000-4000-a000-2d7cd011db47',
    },
  ],
  groups: ['rg-payments', 'rg-backup', 'rg-restore'].map((start) => ({
    subscriptionId,
    name: groupName(start),
    location,
  })),
  vaults: [
    {
      id: vaultId,
      location,
      redundancy: 'GeoRedundant',
      crossRegionRestore: 'Enabled',
      crossSubscriptionRestore: 'Enabled',
      tags: { [long('cost-center', 512)]: long('payments', 256) },
    },
  ],
  machines: [machine],
  instances: [instance],
  accounts: [{ id: accountId, location, kind: 'StorageV2', sku: 'Standard_LRS' }],
  networks: [
    {
      id: `${machineGroup}/providers/Microsoft.Network/virtualNetworks/${long('vnet-payments', 64)}`,
      location,
      subnets: [{ name: long('subnet', 80), prefix: '10.0.0.0/24' }],
    },
  ],
  encryptionSets: [],
  diskAccesses: [],
  backupVaults: [{ id: backupVaultId, location, hasIdentity: true }],
  diskInstances: [
    diskInstanceOf(backupVaultId, `${machineGroup}/providers/Microsoft.Compute/disks/${diskName}`, {
      location,
      snapshotGroup: vaultGroup,
      points: [diskPointAt(diskName, seedMs('2025-06-04T22:00:00.000Z'))],
    }),
  ],
  jobs: [
    {
      name: 'running at start',
      itemId: instance.id,
      operation: 'Restore',
      recoveryType: 'AlternateLocation',
      startedSecondsBefore: 14 * 60,
      target: {
        group: machineGroup,
        account: accountId,
        machine: `${machineGroup}/providers/Microsoft.Compute/virtualMachines/${long('payments-restored', 64)}`,
      },
    },
  ],
};
