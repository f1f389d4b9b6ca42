import { pageOf } from '#src/api/arm/wire.ts';
import {
  diskAccessPageWire,
  diskAccessWire,
  diskEncryptionSetPageWire,
  diskEncryptionSetWire,
  diskPageWire,
} from '#src/api/compute/disks.ts';
import { machinePageWire } from '#src/api/compute/machines.ts';
import { usagePageWire, vmSizePageWire } from '#src/api/compute/sizes.ts';
import { keyVaultPageWire } from '#src/api/key-vaults.ts';
import { virtualNetworkPageWire, virtualNetworkWire } from '#src/api/network/networks.ts';
import {
  storageAccountPageWire,
  storageAccountWire,
  storageSkuPageWire,
} from '#src/api/storage/accounts.ts';
import { zonePeersWire } from '#src/mocks/resources/locations.ts';
import { userIdentityWire } from '#src/mocks/authorization/assignments.ts';

import type { AnswerForm, Operation } from '../operation.ts';
import { group, subscription } from './paths.ts';

type Schema = AnswerForm['schema'];

const compute = 'Microsoft.Compute';
const networks = 'Microsoft.Network/virtualNetworks';
const accounts = 'Microsoft.Storage/storageAccounts';

const listed =
  (scope: string) =>
  (id: string, type: string, schema: Schema): Operation => ({
    id,
    method: 'GET',
    path: `${scope}/providers/${type}`,
    answers: { 200: { schema } },
    isList: true,
    yields: type,
  });

const inSubscription = listed(subscription);
const inGroup = listed(group);

const one = (id: string, type: string, name: string, schema: Schema): Operation => ({
  id,
  method: 'GET',
  path: `${group}/providers/${type}/{${name}}`,
  answers: { 200: { schema } },
  yields: type,
});

/** A list of things that have no id: known by what each has. */
const facts = (
  id: string,
  path: string,
  schema: Schema,
  ...marks: readonly string[]
): Operation => ({
  id,
  method: 'GET',
  path: `${subscription}/providers/${path}`,
  answers: { 200: { schema, marks } },
  isList: true,
});

/** Look-ups by which forms are filled (azure-contract §14), in the ways that Azure has beside ours. */
export const lookupOperations: readonly Operation[] = [
  inGroup('VirtualMachines_List', `${compute}/virtualMachines`, machinePageWire),
  inSubscription('Disks_List', `${compute}/disks`, diskPageWire),
  inGroup('Disks_ListByResourceGroup', `${compute}/disks`, diskPageWire),
  inGroup('DiskAccesses_ListByResourceGroup', `${compute}/diskAccesses`, diskAccessPageWire),
  one('DiskAccesses_Get', `${compute}/diskAccesses`, 'diskAccessName', diskAccessWire),
  inGroup(
    'DiskEncryptionSets_ListByResourceGroup',
    `${compute}/diskEncryptionSets`,
    diskEncryptionSetPageWire,
  ),
  one(
    'DiskEncryptionSets_Get',
    `${compute}/diskEncryptionSets`,
    'diskEncryptionSetName',
    diskEncryptionSetWire,
  ),
  facts(
    'Usage_List',
    `${compute}/locations/{location}/usages`,
    usagePageWire,
    'currentValue',
    'limit',
  ),
  facts(
    'VirtualMachineSizes_List',
    `${compute}/locations/{location}/vmSizes`,
    vmSizePageWire,
    'numberOfCores',
  ),
  inGroup('VirtualNetworks_List', networks, virtualNetworkPageWire),
  one('VirtualNetworks_Get', networks, 'virtualNetworkName', virtualNetworkWire),
  inGroup('StorageAccounts_ListByResourceGroup', accounts, storageAccountPageWire),
  one('StorageAccounts_GetProperties', accounts, 'accountName', storageAccountWire),
  facts('Skus_List', 'Microsoft.Storage/skus', storageSkuPageWire, 'resourceType', 'tier', 'kind'),
  inSubscription(
    'UserAssignedIdentities_ListBySubscription',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
    pageOf(userIdentityWire),
  ),
  inSubscription('Vaults_ListBySubscription', 'Microsoft.KeyVault/vaults', keyVaultPageWire),
  {
    id: 'Subscriptions_CheckZonePeers',
    method: 'POST',
    path: `${subscription}/providers/Microsoft.Resources/checkZonePeers`,
    body: { name: 'parameters', marks: ['subscriptionIds'] },
    answers: { 200: { schema: zonePeersWire, marks: ['availabilityZonePeers'] } },
  },
];
