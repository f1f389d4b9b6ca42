import { join } from 'node:path';

import { root } from '../program.ts';
import { type Entry, judge } from './judge.ts';

/** Samples of our own, as the contract says that Azure answers; names and ids are made up. */

interface RawSample {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, unknown>>;
}

const SUBSCRIPTION = '5b1c8b3e-1111-4222-8333-abcdefabcdef';
const OPERATION = '0d9f5c7a-9a3e-4d1b-b8f6-3a1c2b4d5e6f';

const tail = 'iaasvmcontainerv2;rg-plum;vm-plum';

const group = (name: string): string => `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
const vaultId = `${group('rg-quince')}/providers/Microsoft.RecoveryServices/vaults/vault-quince`;
const machineId = `${group('rg-plum')}/providers/Microsoft.Compute/virtualMachines/vm-plum`;
const vaultType = 'Microsoft.RecoveryServices/vaults';

const ok = (body: unknown) => ({ 200: { body } });

const sample = (
  parameters: RawSample['parameters'],
  responses: RawSample['responses'],
): RawSample => ({ parameters, responses });

/** The parameters of a vault's address. */
export const vaultAddress = {
  'api-version': '2024-04-01',
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: 'rg-quince',
  vaultName: 'vault-quince',
};

/** The parameters of a protected item's address. */
export const itemAddress = {
  ...vaultAddress,
  fabricName: 'Azure',
  containerName: `IaasVMContainer;${tail}`,
  protectedItemName: `VM;${tail}`,
};

const itemId = `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${tail}/protectedItems/VM;${tail}`;
const POINT = '318273645546372';

const itemType = `${vaultType}/backupFabrics/protectionContainers/protectedItems`;

const followed = (kind: string): string =>
  `https://management.azure.com${itemId}/${kind}/${OPERATION}?api-version=2019-06-15`;

const accepted = {
  headers: {
    Location: followed('operationResults'),
    'Azure-AsyncOperation': followed('operationsStatus'),
    'Retry-After': 60,
  },
};

/** A protected item as a GET answers it. */
export const itemBody = {
  id: itemId,
  name: `VM;${tail}`,
  type: itemType,
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    backupManagementType: 'AzureIaasVM',
    friendlyName: 'vm-plum',
    sourceResourceId: machineId,
    protectionState: 'Protected',
    lastRecoveryPoint: '2023-02-03T04:05:06.7890123Z',
  },
};

const pointBody = {
  id: `${itemId}/recoveryPoints/${POINT}`,
  name: POINT,
  type: `${itemType}/recoveryPoints`,
  properties: {
    objectType: 'IaasVMRecoveryPoint',
    recoveryPointType: 'AppConsistent',
    recoveryPointTime: '2023-02-03T04:05:06.7890123Z',
    recoveryPointTierDetails: [{ type: 'HardenedRP', status: 'Valid' }],
  },
};

const jobBody = {
  id: `${vaultId}/backupJobs/${OPERATION}`,
  name: OPERATION,
  type: `${vaultType}/backupJobs`,
  properties: {
    jobType: 'AzureIaaSVMJob',
    operation: 'Restore',
    status: 'InProgress',
    startTime: '2023-02-03T04:05:06.7890123Z',
  },
};

const statusBody = {
  id: OPERATION,
  name: OPERATION,
  status: 'Succeeded',
  startTime: '2023-02-03T04:05:06.7890123Z',
  endTime: '2023-02-03T04:05:06.7890123Z',
};

/** The body of a restore to a new machine, with all that it needs of the world. */
export const restoreBody = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: POINT,
    recoveryType: 'AlternateLocation',
    sourceResourceId: machineId,
    targetVirtualMachineId: `${group('rg-new')}/providers/Microsoft.Compute/virtualMachines/vm-new`,
    targetResourceGroupId: group('rg-new'),
    storageAccountId: `${group('rg-plum')}/providers/Microsoft.Storage/storageAccounts/stplum`,
    virtualNetworkId: `${group('rg-plum')}/providers/Microsoft.Network/virtualNetworks/vnet-plum`,
    subnetId: `${group('rg-plum')}/providers/Microsoft.Network/virtualNetworks/vnet-plum/subnets/snet-plum`,
    region: 'brazilsouth',
  },
};

/** The answer of a vault that starts to look for new machines. */
const discovery = {
  headers: {
    Location: `https://management.azure.com${vaultId}/backupFabrics/Azure/operationResults/${OPERATION}?api-version=2019-06-15`,
    'Retry-After': 60,
  },
};

const sqlAddress = {
  'api-version': '2023-10-01',
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: 'rg-plum',
  sqlVirtualMachineName: 'vm-plum',
};

const sqlBody = (provisioningState: string) => ({
  id: `${group('rg-plum')}/providers/Microsoft.SqlVirtualMachine/sqlVirtualMachines/vm-plum`,
  name: 'vm-plum',
  type: 'Microsoft.SqlVirtualMachine/sqlVirtualMachines',
  location: 'brazilsouth',
  properties: {
    virtualMachineResourceId: machineId,
    sqlServerLicenseType: 'AHUB',
    provisioningState,
  },
});

/** One of each operation, by Azure's ids. */
const protectionSamples: Readonly<Record<string, RawSample>> = {
  ProtectedItems_CreateOrUpdate: sample(
    {
      ...itemAddress,
      parameters: {
        properties: {
          protectedItemType: 'Microsoft.Compute/virtualMachines',
          sourceResourceId: machineId,
          policyId: `${vaultId}/backupPolicies/policy-plum`,
        },
      },
    },
    { ...ok(itemBody), 202: accepted },
  ),
  BackupPolicies_List: sample(
    { ...vaultAddress, $filter: "backupManagementType eq 'AzureIaasVM'" },
    ok({
      value: [
        {
          id: `${vaultId}/backupPolicies/policy-plum`,
          name: 'policy-plum',
          type: `${vaultType}/backupPolicies`,
          properties: { backupManagementType: 'AzureIaasVM', protectedItemsCount: 1 },
        },
      ],
    }),
  ),
  BackupProtectableItems_List: sample(
    { ...vaultAddress, $filter: "backupManagementType eq 'AzureIaasVM'" },
    ok({
      value: [
        {
          id: `${vaultId}/protectionContainers/IaasVMContainer;${tail}/protectableItems/VM;${tail}`,
          name: `VM;${tail}`,
          type: `${vaultType}/backupFabrics/protectionContainers/protectableItems`,
          properties: { virtualMachineId: machineId, protectionState: 'NotProtected' },
        },
      ],
    }),
  ),
  ProtectionContainers_Refresh: sample(
    { ...vaultAddress, fabricName: 'Azure' },
    { 202: discovery },
  ),
  ProtectionContainerRefreshOperationResults_Get: sample(
    { ...vaultAddress, fabricName: 'Azure', operationId: OPERATION },
    { 202: discovery, 204: {} },
  ),
  SqlVirtualMachines_Get: sample(sqlAddress, ok(sqlBody('Succeeded'))),
  SqlVirtualMachines_CreateOrUpdate: sample(
    {
      ...sqlAddress,
      parameters: {
        location: 'brazilsouth',
        properties: { virtualMachineResourceId: machineId, sqlServerLicenseType: 'AHUB' },
      },
    },
    { ...ok(sqlBody('Updating')), 201: { body: sqlBody('Provisioning') } },
  ),
};

/** One sample of each of some operations, by Azure's ids. */
export const ownSamples: Readonly<Record<string, RawSample>> = {
  Vaults_Get: sample(
    vaultAddress,
    ok({ id: vaultId, name: 'vault-quince', type: vaultType, location: 'brazilsouth' }),
  ),
  BackupProtectedItems_List: sample(
    { ...vaultAddress, $filter: "backupManagementType eq 'AzureIaasVM'" },
    ok({ value: [itemBody] }),
  ),
  BackupProtectedItemsCrr_List: sample(
    {
      ...vaultAddress,
      'api-version': '2023-01-15',
      $filter: "backupManagementType eq 'AzureIaasVM'",
    },
    ok({ value: [itemBody] }),
  ),
  ProtectedItems_Get: sample(itemAddress, ok(itemBody)),
  RecoveryPoints_List: sample(itemAddress, ok({ value: [pointBody] })),
  RecoveryPoints_Get: sample({ ...itemAddress, recoveryPointId: POINT }, ok(pointBody)),
  Restores_Trigger: sample(
    { ...itemAddress, recoveryPointId: POINT, parameters: restoreBody },
    { 202: accepted },
  ),
  ProtectedItemOperationStatuses_Get: sample(
    { ...itemAddress, operationId: OPERATION },
    ok(statusBody),
  ),
  ProtectedItemOperationResults_Get: sample(
    { ...itemAddress, operationId: OPERATION },
    { ...ok(itemBody), 202: accepted },
  ),
  BackupOperationStatuses_Get: sample({ ...vaultAddress, operationId: OPERATION }, ok(statusBody)),
  ValidateOperationStatuses_Get: sample(
    { ...vaultAddress, operationId: OPERATION },
    ok({
      ...statusBody,
      properties: { validateOperationResponse: { validationResults: [] } },
    }),
  ),
  Operation_Validate: sample(
    {
      ...vaultAddress,
      parameters: {
        id: `${itemId}/recoveryPoints/${POINT}`,
        properties: {
          objectType: 'ValidateIaasVMRestoreOperationRequest',
          restoreRequest: restoreBody.properties,
        },
      },
    },
    ok({ validateOperationResponse: {} }),
  ),
  BackupJobs_List: sample(
    { ...vaultAddress, $filter: "startTime eq '2023-02-01 01:00:00 AM'" },
    ok({ value: [jobBody], nextLink: null }),
  ),
  JobDetails_Get: sample({ ...vaultAddress, jobName: OPERATION }, ok(jobBody)),
  JobCancellations_Trigger: sample(
    { ...vaultAddress, jobName: OPERATION },
    {
      202: {
        headers: {
          location: `${vaultId}/backupJobs/${OPERATION}/operationResults/${OPERATION}`,
          'retry-after': '60',
        },
      },
    },
  ),
  BackupResourceStorageConfigsNonCRR_patch: sample(
    { ...vaultAddress, parameters: { properties: { storageType: 'LocallyRedundant' } } },
    { 204: {} },
  ),
  ...protectionSamples,
  Subscriptions_List: sample(
    { 'api-version': '2022-12-01' },
    ok({
      value: [
        { id: `/subscriptions/${SUBSCRIPTION}`, subscriptionId: SUBSCRIPTION, displayName: 'Plum' },
      ],
    }),
  ),
  VirtualNetworks_ListAll: sample(
    { 'api-version': '2024-01-01', subscriptionId: SUBSCRIPTION },
    ok({
      value: [
        {
          id: restoreBody.properties.virtualNetworkId,
          name: 'vnet-plum',
          type: 'Microsoft.Network/virtualNetworks',
          location: 'brazilsouth',
        },
      ],
    }),
  ),
};

/** Official samples lie beside the checkout while the project is written, and are not needed to test it. */
export const officialFolder = join(root, '../shared/azure-samples');

/** What becomes of a sample; `indexed` is the word of an index. */
export const judged = (raw: unknown, indexed?: string, file = ''): Entry =>
  judge(JSON.stringify(raw), file, indexed);

/** The operations that an entry names. */
export const operationsIn = ({ operation }: Entry): readonly string[] => operation.split(' | ');

/** The operations that a sample is taken for. */
export const operationsOf = (raw: unknown): readonly string[] => operationsIn(judged(raw));

/** An entry's first words. */
export const wordsOf = ({ kind, operation }: Entry): string => `${kind}: ${operation}`;
