import { permissionPageWire, roleAssignmentPageWire } from '#src/api/authorization.ts';
import { diskAccessPageWire, diskEncryptionSetPageWire, diskWire } from '#src/api/compute/disks.ts';
import { sizePageWire } from '#src/api/compute/sizes.ts';
import { machinePageWire, machineWire } from '#src/api/compute/machines.ts';
import { networkSubnetWire, virtualNetworkPageWire } from '#src/api/network/networks.ts';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import {
  locationPageWire,
  resourceGroupPageWire,
  resourceGroupWire,
  subscriptionPageWire,
} from '#src/api/resources/places.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts.ts';

import type { AnswerForm, Operation } from '../operation.ts';
import { group, subscription } from './paths.ts';

const groupType = 'Microsoft.Resources/resourceGroups';
const disks = 'Microsoft.Compute/disks';
const networks = 'Microsoft.Network/virtualNetworks';
const machines = 'Microsoft.Compute/virtualMachines';

/** A list of all resources of a type in a subscription. */
const listed = (id: string, type: string, schema: AnswerForm['schema']): Operation => ({
  id,
  method: 'GET',
  path: `${subscription}/providers/${type}`,
  answers: { 200: { schema } },
  isList: true,
  yields: type,
});

const permissions: Pick<Operation, 'method' | 'answers' | 'isList'> = {
  method: 'GET',
  answers: { 200: { schema: permissionPageWire, marks: ['actions'] } },
  isList: true,
};

const assignments = 'providers/Microsoft.Authorization/roleAssignments';
const roles: Pick<Operation, 'method' | 'answers' | 'isList' | 'yields'> = {
  method: 'GET',
  answers: { 200: { schema: roleAssignmentPageWire } },
  isList: true,
  yields: 'Microsoft.Authorization/roleAssignments',
};

/** Operations of other services that forms ask (azure-contract §1 and §14). */
export const supportingOperations: readonly Operation[] = [
  {
    id: 'Resources',
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    body: { name: 'query', marks: ['query'] },
    answers: { 200: { schema: graphPageWire, marks: ['totalRecords'] } },
  },
  {
    id: 'Subscriptions_List',
    method: 'GET',
    path: '/subscriptions',
    answers: { 200: { schema: subscriptionPageWire, marks: ['subscriptionId'] } },
    isList: true,
  },
  {
    id: 'Subscriptions_ListLocations',
    method: 'GET',
    path: `${subscription}/locations`,
    answers: { 200: { schema: locationPageWire, marks: ['regionalDisplayName'] } },
    isList: true,
  },
  {
    id: 'ResourceGroups_List',
    method: 'GET',
    path: `${subscription}/resourcegroups`,
    answers: { 200: { schema: resourceGroupPageWire } },
    isList: true,
    yields: groupType,
  },
  {
    id: 'ResourceGroups_Get',
    method: 'GET',
    path: `${subscription}/resourcegroups/{resourceGroupName}`,
    answers: { 200: { schema: resourceGroupWire } },
    yields: groupType,
  },
  {
    id: 'ResourceSkus_List',
    method: 'GET',
    path: `${subscription}/providers/Microsoft.Compute/skus`,
    answers: { 200: { schema: sizePageWire, marks: ['resourceType', 'locationInfo'] } },
    isList: true,
  },
  {
    id: 'Subnets_Get',
    method: 'GET',
    path: `${group}/providers/${networks}/{virtualNetworkName}/subnets/{subnetName}`,
    answers: { 200: { schema: networkSubnetWire } },
    yields: `${networks}/subnets`,
  },
  { id: 'RoleAssignments_ListForSubscription', path: `${subscription}/${assignments}`, ...roles },
  { id: 'RoleAssignments_ListForResourceGroup', path: `${group}/${assignments}`, ...roles },
  {
    id: 'Permissions_ListForResourceGroup',
    path: `${group}/providers/Microsoft.Authorization/permissions`,
    ...permissions,
  },
  listed('VirtualNetworks_ListAll', networks, virtualNetworkPageWire),
  {
    ...listed('StorageAccounts_List', 'Microsoft.Storage/storageAccounts', storageAccountPageWire),
    more: ['monitor'],
  },
  {
    ...listed('VirtualMachines_ListAll', machines, machinePageWire),
    more: ['statusOnly'],
  },
  {
    id: 'VirtualMachines_Get',
    method: 'GET',
    path: `${group}/providers/${machines}/{vmName}`,
    answers: { 200: { schema: machineWire } },
    yields: machines,
  },
  {
    id: 'Disks_Get',
    method: 'GET',
    path: `${group}/providers/${disks}/{diskName}`,
    answers: { 200: { schema: diskWire } },
    yields: disks,
  },
  listed('DiskAccesses_List', 'Microsoft.Compute/diskAccesses', diskAccessPageWire),
  listed(
    'DiskEncryptionSets_List',
    'Microsoft.Compute/diskEncryptionSets',
    diskEncryptionSetPageWire,
  ),
];
