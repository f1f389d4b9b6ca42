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

/** Samples of our own of what protects a machine and registers it, as the official ones are. */

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

interface Known {
  readonly vaultAddress: Readonly<Record<string, string>>;
  readonly itemAddress: Readonly<Record<string, string>>;
  readonly itemBody: object;
  readonly accepted: object;
}

/** One of each operation, by Azure's ids. */
export const protectionSamples = ({
  vaultAddress,
  itemAddress,
  itemBody,
  accepted,
}: Known): Readonly<Record<string, RawSample>> => ({
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
});
