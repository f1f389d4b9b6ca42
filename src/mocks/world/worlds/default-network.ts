import type {
  DiskAccessSeed,
  EncryptionSetSeed,
  NetworkSeed,
  SubnetSeed,
} from '#src/mocks/world/place-seed.ts';
import type { LostKeyVaultSeed } from '#src/mocks/world/seed-limits.ts';
import { corporate, inGroup, production } from './default-estate.ts';

/** Networks, disk accesses and encryption sets of the default world: usable ones, and one for each reason not to be. */

const subnetsOf = (root: string, names: readonly string[]): readonly SubnetSeed[] =>
  names.map((name, index) => ({ name, prefix: `${root}.${index}.0/24` }));

/** Writes a network down. */
export const network = (
  groupId: string,
  location: string,
  name: string,
  subnets: readonly SubnetSeed[],
): NetworkSeed => ({
  id: `${groupId}/providers/Microsoft.Network/virtualNetworks/${name}`,
  location,
  subnets,
});

const prodNetworks = inGroup(production, 'rg-network-weu');

export const networks: readonly NetworkSeed[] = [
  network(prodNetworks, 'westeurope', 'vnet-prod-weu', [
    ...subnetsOf('10.20', ['default', 'snet-app']),
    // No address is left in it.
    { name: 'snet-data', prefix: '10.20.2.0/24', taken: 251 },
    { name: 'snet-sqlmi', prefix: '10.20.8.0/27', delegatedTo: 'Microsoft.Sql/managedInstances' },
  ]),
  network(prodNetworks, 'westeurope', 'vnet-hub-weu', subnetsOf('10.10', ['snet-shared'])),
  // A network in which there is nothing to choose.
  network(prodNetworks, 'westeurope', 'vnet-empty-weu', []),
  network(
    prodNetworks,
    'northeurope',
    'vnet-prod-neu',
    subnetsOf('10.30', ['default', 'snet-app']),
  ),
  network(inGroup(corporate, 'rg-identity'), 'northeurope', 'vnet-corp-neu', [
    ...subnetsOf('10.40', ['default']),
    { name: 'snet-servers', prefix: '10.40.1.0/24', hasSecurityGroup: true },
  ]),
  network(
    inGroup(corporate, 'rg-restore-eus2'),
    'eastus2',
    'vnet-apps-eus2',
    subnetsOf('10.50', ['default', 'snet-test']),
  ),
  network(
    inGroup(corporate, 'rg-dr-weu'),
    'westeurope',
    'vnet-dr-weu',
    subnetsOf('10.60', ['snet-dr']),
  ),
];

const access = (
  groupId: string,
  location: string,
  name: string,
  endpoint?: DiskAccessSeed['endpoint'],
): DiskAccessSeed => ({
  id: `${groupId}/providers/Microsoft.Compute/diskAccesses/${name}`,
  location,
  ...(endpoint === undefined ? {} : { endpoint }),
});

export const diskAccesses: readonly DiskAccessSeed[] = [
  access(inGroup(production, 'rg-pay'), 'westeurope', 'da-pay-api-02', 'Approved'),
  access(inGroup(production, 'rg-restore-weu'), 'westeurope', 'da-restore-weu', 'Approved'),
  access(inGroup(production, 'rg-restore-weu'), 'westeurope', 'da-pending-weu', 'Pending'),
  access(inGroup(production, 'rg-restore-weu'), 'westeurope', 'da-unused-weu'),
  access(inGroup(production, 'rg-restore-weu'), 'northeurope', 'da-restore-neu', 'Approved'),
  access(inGroup(corporate, 'rg-dr-weu'), 'westeurope', 'da-dr-weu', 'Approved'),
];

/** Writes an encryption set down, by default under a customer-managed key. */
export const encryptionSet = (
  groupId: string,
  location: string,
  name: string,
  facts: Partial<EncryptionSetSeed> = {},
): EncryptionSetSeed => ({
  id: `${groupId}/providers/Microsoft.Compute/diskEncryptionSets/${name}`,
  location,
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  ...facts,
});

export const encryptionSets: readonly EncryptionSetSeed[] = [
  encryptionSet(inGroup(corporate, 'rg-finance'), 'eastus2', 'des-backup'),
  encryptionSet(inGroup(corporate, 'rg-restore-eus2'), 'eastus2', 'des-restore-eus2'),
  encryptionSet(inGroup(corporate, 'rg-restore-eus2'), 'eastus2', 'des-double-eus2', {
    encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
  }),
  encryptionSet(inGroup(corporate, 'rg-restore-eus2'), 'eastus2', 'des-failed-eus2', {
    provisioningState: 'Failed',
  }),
  encryptionSet(inGroup(corporate, 'rg-restore-neu'), 'northeurope', 'des-restore-neu'),
  encryptionSet(inGroup(production, 'rg-restore-weu'), 'westeurope', 'des-prod-weu'),
];

const keyVault = (
  groupId: string,
  name: string,
  state: LostKeyVaultSeed['state'],
): LostKeyVaultSeed => ({
  id: `${groupId}/providers/Microsoft.KeyVault/vaults/${name}`,
  state,
});

/** Key vaults that the person can't read, and deleted ones. */
export const lostKeyVaults: readonly LostKeyVaultSeed[] = [
  keyVault(inGroup(corporate, 'rg-restore-eus2'), 'kv-des-double-eus2', 'forbidden'),
  keyVault(inGroup(corporate, 'rg-restore-eus2'), 'kv-des-restore-eus2', 'gone'),
];
