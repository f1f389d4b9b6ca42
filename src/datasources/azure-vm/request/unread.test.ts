import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { corporate, inGroup } from '#src/mocks/world/worlds/default-estate.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { knownOf, unknownOf } from '#src/datasources/azure-vm/testing-known.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';

/** What one refused look-up makes unknown, asked of the simulated Azure: its own facts and no other. */

async function factsWithout(machine: string, operation: string | null) {
  const { azure } = testAzure('default');
  if (operation !== null) {
    const effect = { kind: 'status', status: 403 } as const;
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await azure.append([{ type: 'fault-added', at: 0, fault }]);
  }
  const item = defaultWorld.instances.find(({ id }) => id.endsWith(`;${machine}`));
  const vault = defaultWorld.vaults.find(({ id }) => id === item?.vaultId);
  const { choices } = newDraft('draft', 0, {
    instance: item?.id ?? '',
    point: item?.points[1]?.name ?? '',
    option: 'createVm',
    rg: 'rg-restore-eus2',
    staging: `${inGroup(corporate, 'rg-restore-eus2')}/providers/Microsoft.Storage/storageAccounts/stcorpeus201`,
    identity: 'user',
    identityId: vault?.userIdentities?.[0] ?? '',
  });
  return vmFactsOf(await readsThrough(testArm(azure.fetch).arm, choices), choices);
}

const OF_CARDS = [
  'vm.staticIp',
  'vm.hasNsg',
  'vm.vnetInPrimary',
  'vm.loadBalancer',
  'vm.reservedIpCount',
];
const OF_IDENTITY = ['identity.hasRestoreOperator', 'identity.hasAllActions'];

test('a machine behind an internal balancer, with an address that stays and an identity that may', async () => {
  expect(await factsWithout('fin-ledger-01', null)).toMatchObject({
    vm: { loadBalancer: 'internal', staticIp: true, reservedIpCount: 0, vnetInPrimary: true },
    identity: { hasRestoreOperator: true, hasAllActions: true },
    platform: { skuAvailable: true },
    target: { hasPermissions: true, vnetInSecondary: true },
    vault: { secondaryRegion: 'centralus' },
  });
});

test.each([
  ['web-fe-07', { loadBalancer: 'external', hasNsg: true }],
  ['files-hq', { loadBalancer: 'none', nicCount: 2, reservedIpCount: 2 }],
  ['dc-hq-01', { staticIp: true, hasNsg: true }],
])('%s has its telling network', async (machine, expected) => {
  expect((await factsWithout(machine, null)).vm).toMatchObject(expected);
});

test('a machine of a size that is closed where it would be made', async () => {
  expect((await factsWithout('ml-batch-01', null)).platform?.skuAvailable).toBe(false);
});

describe('a 403 leaves unknown exactly what it would have told', () => {
  test.each([
    ['networkInterfaces.get', OF_CARDS],
    ['subnets.get', ['vm.hasNsg']],
    ['loadBalancers.get', ['vm.loadBalancer']],
    ['sizes.list', ['platform.skuAvailable']],
    ['roleAssignments.listForAccount', OF_IDENTITY],
    ['roleAssignments.listForGroup', OF_IDENTITY],
    ['roleDefinitions.get', OF_IDENTITY],
  ])('%s', async (operation, expected) => {
    const all = knownOf(await factsWithout('fin-ledger-01', null));
    const unknown = unknownOf(await factsWithout('fin-ledger-01', operation), all);
    expect(unknown.toSorted()).toEqual(expected.toSorted());
  });

  test('publicAddresses.get', async () => {
    const all = knownOf(await factsWithout('files-hq', null));
    const unknown = unknownOf(await factsWithout('files-hq', 'publicAddresses.get'), all);
    expect(unknown).toEqual(['vm.reservedIpCount']);
  });

  test('permissions.listForVault', async () => {
    const all = knownOf(await factsWithout('app01', null));
    const unknown = unknownOf(await factsWithout('app01', 'permissions.listForVault'), all);
    expect(unknown.toSorted()).toEqual(['operator.isAppAdmin', 'operator.isBackupAdmin']);
  });
});
