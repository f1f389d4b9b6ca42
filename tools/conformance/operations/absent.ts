import type { Operation } from '../operation.ts';
import { absentDisks } from './absent-disks.ts';
import { group, item, itemFollowed, pointType, subscription, vault, vaults } from './paths.ts';

const shown = { 200: { schema: null } };

const get = (id: string, path: string, yields?: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: shown,
  ...(yields === undefined ? {} : { yields }),
});

const list = (id: string, path: string, yields: string): Operation => ({
  ...get(id, path, yields),
  isList: true,
});

/** A list of things that have no id: known by what each has. */
const listOf = (id: string, path: string, ...marks: readonly string[]): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema: null, marks } },
  isList: true,
});

const services = '/providers/Microsoft.RecoveryServices';

const ofVaults: readonly Operation[] = [
  {
    id: 'Vaults_CreateOrUpdate',
    method: 'PUT',
    path: vault,
    body: { name: 'vault', marks: ['sku', 'location'] },
    answers: { 200: { schema: null }, 201: { schema: null } },
    yields: vaults,
    followedAt: [
      `${vault}/operationStatus/{operationId}`,
      `${vault}/operationResults/{operationId}`,
      `${group}${services}/locations/{location}/operationStatus/{operationId}`,
    ],
  },
  get(
    'VaultExtendedInfo_Get',
    `${vault}/extendedInformation/vaultExtendedInfo`,
    `${vaults}/extendedInformation`,
  ),
  {
    id: 'RecoveryServices_CheckNameAvailability',
    method: 'POST',
    path: `${subscription}/resourceGroups/{resourceGroupName}${services}/locations/{location}/checkNameAvailability`,
    body: { name: 'input', marks: ['name'] },
    answers: { 200: { schema: null, marks: ['nameAvailable'] } },
  },
  listOf('Usages_ListByVaults', `${vault}/usages`, 'currentValue', 'limit'),
  listOf('ReplicationUsages_List', `${vault}/replicationUsages`, 'monitoringSummary'),
  {
    ...listOf(
      'BackupUsageSummariesCRR_List',
      `${vault}/backupUsageSummaries`,
      'currentValue',
      'limit',
    ),
    plane: 'secondary',
  },
  {
    ...listOf(
      'BackupUsageSummaries_List',
      `${vault}/backupUsageSummaries`,
      'currentValue',
      'limit',
    ),
    plane: 'primary',
  },
];

const ofItems: readonly Operation[] = [
  {
    id: 'ProtectedItems_CreateOrUpdate',
    method: 'PUT',
    path: item,
    body: { name: 'parameters', marks: ['properties.protectedItemType'] },
    answers: { 200: { schema: null }, 202: { schema: null } },
    yields: pointType.replace('/recoveryPoints', ''),
    followedAt: itemFollowed,
  },
  list('BackupPolicies_List', `${vault}/backupPolicies`, `${vaults}/backupPolicies`),
];

const ofSubscription = (id: string, type: string): Operation =>
  list(id, `${subscription}/providers/${type}`, type);

const ofGroup = (id: string, type: string): Operation =>
  list(id, `${group}/providers/${type}`, type);

const ofCompute: readonly Operation[] = [
  ofGroup('VirtualMachines_List', 'Microsoft.Compute/virtualMachines'),
  ofSubscription('Disks_List', 'Microsoft.Compute/disks'),
  ofGroup('Disks_ListByResourceGroup', 'Microsoft.Compute/disks'),
  ofGroup('DiskAccesses_ListByResourceGroup', 'Microsoft.Compute/diskAccesses'),
  get(
    'DiskAccesses_Get',
    `${group}/providers/Microsoft.Compute/diskAccesses/{diskAccessName}`,
    'Microsoft.Compute/diskAccesses',
  ),
  ofGroup('DiskEncryptionSets_ListByResourceGroup', 'Microsoft.Compute/diskEncryptionSets'),
  get(
    'DiskEncryptionSets_Get',
    `${group}/providers/Microsoft.Compute/diskEncryptionSets/{diskEncryptionSetName}`,
    'Microsoft.Compute/diskEncryptionSets',
  ),
  listOf(
    'Usage_List',
    `${subscription}/providers/Microsoft.Compute/locations/{location}/usages`,
    'currentValue',
    'limit',
  ),
  listOf(
    'VirtualMachineSizes_List',
    `${subscription}/providers/Microsoft.Compute/locations/{location}/vmSizes`,
    'numberOfCores',
  ),
];

const networks = 'Microsoft.Network/virtualNetworks';

const ofOthers: readonly Operation[] = [
  ofGroup('VirtualNetworks_List', networks),
  get('VirtualNetworks_Get', `${group}/providers/${networks}/{virtualNetworkName}`, networks),
  ofGroup('StorageAccounts_ListByResourceGroup', 'Microsoft.Storage/storageAccounts'),
  listOf(
    'Skus_List',
    `${subscription}/providers/Microsoft.Storage/skus`,
    'resourceType',
    'tier',
    'kind',
  ),
  ofSubscription(
    'UserAssignedIdentities_ListBySubscription',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
  ),
  ofSubscription('Vaults_ListBySubscription', 'Microsoft.KeyVault/vaults'),
  get('RoleDefinitions_GetById', '/{roleId}', 'Microsoft.Authorization/roleDefinitions'),
  {
    id: 'Subscriptions_CheckZonePeers',
    method: 'POST',
    path: `${subscription}/providers/Microsoft.Resources/checkZonePeers`,
    body: { name: 'parameters', marks: ['subscriptionIds'] },
    answers: { 200: { schema: null, marks: ['availabilityZonePeers'] } },
  },
];

/**
 * Operations that we do not have, so that their samples are told by their names and not taken for
 * others.
 */
export const absentOperations: readonly Operation[] = [
  ...ofVaults,
  ...ofItems,
  ...absentDisks,
  ...ofCompute,
  ...ofOthers,
];
