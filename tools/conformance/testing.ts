import { operations } from './operations.ts';
import { absentOperations } from './operations/absent.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import {
  group,
  machineId,
  ok,
  OPERATION,
  type RawSample,
  sample,
  SUBSCRIPTION,
  tail,
  vaultId,
  vaultType,
} from './testing-names.ts';
import { protectionSamples } from './testing-protection.ts';

/** Samples of our own, as the contract says that Azure answers; names and ids are made up. */

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
  ...protectionSamples({ vaultAddress, itemAddress, itemBody, accepted }),
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

/** What becomes of a sample; `operation` is the word of an index. */
export function judge(raw: unknown, operation?: string, file = ''): Outcome {
  const row = operation === undefined ? null : { file, operation, method: '' };
  return outcomeOf(JSON.stringify(raw), { operations, absent: absentOperations, row });
}

/** The operations that a sample is taken for. */
export const operationsOf = (raw: unknown): readonly string[] => operationsIn(judge(raw));

/** The operations that an outcome names. */
export function operationsIn(outcome: Outcome): readonly string[] {
  return outcome.kind === 'unreadable' ? [] : outcome.operation.split(' | ');
}

/** An outcome's first words, as a line has them. */
export const wordsOf = (outcome: Outcome): string =>
  `${outcome.kind}: ${outcome.kind === 'unreadable' ? outcome.problem : outcome.operation}`;
