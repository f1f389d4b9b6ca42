import { describe, expect, test } from 'vitest';
import {
  protectedItemWire,
  type ProtectedItemWire,
  toProtectedItem,
} from '#src/api/recovery-services/items.ts';

const vault =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault-a';
const machine =
  '/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/vm-web';
const id = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-app;vm-web/protectedItems/VM;iaasvmcontainerv2;rg-app;vm-web`;

const itemOf = (properties: Partial<ProtectedItemWire['properties']>, itemId = id) =>
  toProtectedItem(
    protectedItemWire.parse({
      id: itemId,
      name: 'VM;iaasvmcontainerv2;rg-app;vm-web',
      properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', ...properties },
    }),
  );

test('a protected item knows its vault from its id and its machine from its properties', () => {
  const item = itemOf({
    friendlyName: 'vm-web',
    sourceResourceId: machine,
    virtualMachineId: '/other',
    protectionState: 'Protected',
    healthStatus: 'Passed',
    policyName: 'daily',
    lastBackupStatus: 'Completed',
    lastBackupTime: '2025-05-08T08:38:46.1002122Z',
    lastRecoveryPoint: '2025-05-08T08:39:00Z',
    vaultId: `https://management.azure.com${vault}`,
  });
  expect(item).toEqual({
    id,
    vaultId: vault,
    vaultName: 'vault-a',
    subscriptionId: '11111111-1111-1111-1111-111111111111',
    region: null,
    friendlyName: 'vm-web',
    resourceGroup: 'rg-app',
    sourceResourceId: machine,
    deployment: 'arm',
    health: 'passed',
    deletion: null,
    protectionState: 'Protected',
    policyName: 'daily',
    lastBackupStatus: 'completed',
    lastBackupAt: Date.parse('2025-05-08T08:38:46.100Z'),
    lastRecoveryPointAt: Date.parse('2025-05-08T08:39:00Z'),
  });
});

describe('what is missing is not made up', () => {
  test('an item that was never backed up has no times', () => {
    expect(
      itemOf({ lastBackupTime: '0001-01-01T00:00:00Z', lastRecoveryPoint: null }),
    ).toMatchObject({
      lastBackupAt: null,
      lastRecoveryPointAt: null,
    });
  });

  test('an item without its source has the names that are in its ID, and no more', () => {
    expect(itemOf({}, `${vault}/protectedItems/x`)).toMatchObject({
      friendlyName: '',
      resourceGroup: '',
    });
    expect(itemOf({})).toMatchObject({
      friendlyName: 'vm-web',
      resourceGroup: 'rg-app',
      sourceResourceId: '',
      health: 'unknown',
      protectionState: '',
    });
  });

  test('the machine’s own id stands in for a missing source and a missing name', () => {
    expect(itemOf({ virtualMachineId: machine })).toMatchObject({
      sourceResourceId: machine,
      friendlyName: 'vm-web',
      resourceGroup: 'rg-app',
    });
  });
});

test.each([
  ['Passed', 'passed'],
  ['ActionSuggested', 'actionSuggested'],
  ['actionrequired', 'actionRequired'],
  ['Invalid', 'unknown'],
  ['Splendid', 'unknown'],
])('health %s is %s', (healthStatus, expected) => {
  expect(itemOf({ healthStatus }).health).toBe(expected);
});

test.each([
  ['Microsoft.Compute/virtualMachines', 'arm'],
  ['Microsoft.ClassicCompute/virtualMachines', 'classic'],
  ['microsoft.classiccompute/virtualmachines', 'classic'],
  ['AzureIaaSVMProtectedItem', 'arm'],
])('an item of type %s is of deployment %s', (protectedItemType, expected) => {
  expect(itemOf({ protectedItemType }).deployment).toBe(expected);
});

test('the id of an official example, without a fabric and in other letter case, still has its vault', () => {
  const odd = `${vault.toLowerCase()}/protectedItems/VM;a;b`;
  expect(itemOf({}, odd)).toMatchObject({
    id: odd,
    vaultId: vault.toLowerCase(),
    vaultName: 'vault-a',
  });
});
