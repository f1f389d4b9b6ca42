import { expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listPermissions } from '#src/api/authorization.ts';
import { listComputeUsages, listMachineSizes } from '#src/api/compute/sizes.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { hasKeyVault } from '#src/api/key-vaults.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { startRestore, validateRestore } from '#src/api/recovery-services/restores.ts';
import { exampleMachine } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import {
  corporate,
  inGroup,
  production,
  prodVault,
} from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { quotasOf } from '#src/model/machines.ts';
import { allows } from '#src/model/roles.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What only the list before a restore reads, read from the simulated Azure by the client. */

const world = (...wanted: Parameters<typeof testAzure>) => {
  const it = testAzure(...wanted);
  return { ...it, ...testArm(it.azure.fetch) };
};
const keyVault = (group: string, name: string) =>
  resourceId(`${group}/providers/Microsoft.KeyVault/vaults/${name}`);
const eus2 = inGroup(corporate, 'rg-restore-eus2');

test.each([
  ['Standard_E16s_v5', 16, 'standardESv5Family', 8],
  ['Standard_D4s_v5', 4, 'cores', 28],
])(
  'a machine of size %s needs %i cores; the least is left of %s',
  async (name, cores, of, left) => {
    const { arm } = world('default');
    const size = (await listMachineSizes(arm, production, 'westeurope')).find(
      (one) => one.name === name,
    );
    const usages = await listComputeUsages(arm, production, 'westeurope');
    expect(size?.cores).toBe(cores);
    const [tightest] = size === undefined ? [] : quotasOf(usages, size);
    expect([tightest?.name, (tightest?.limit ?? 0) - (tightest?.used ?? 0)]).toEqual([of, left]);
  },
);

test('the addresses in use of a subnet are those of its machines, and of what is beyond the world', async () => {
  const networks = await listVirtualNetworks(world('default').arm, production);
  const subnets = networks.find(({ name }) => name === 'vnet-prod-weu')?.subnets ?? [];
  expect(subnets.map(({ name, usedAddresses }) => [name, usedAddresses])).toEqual([
    ['default', 13],
    ['snet-app', 0],
    ['snet-data', 251],
    ['snet-sqlmi', 0],
  ]);
});

test.each([
  ['of a set', keyVault(eus2, 'kv-des-failed-eus2'), true],
  ['of an encrypted machine', keyVault(inGroup(production, 'rg-hr'), 'KV-HR-DB-01'), true],
  ['that was deleted', keyVault(eus2, 'kv-des-restore-eus2'), false],
  ['that there never was', keyVault(eus2, 'kv-nothing'), false],
])('a key vault %s', async (_, id, expected) => {
  expect(await hasKeyVault(world('default').arm, id)).toBe(expected);
});

test('a key vault without read access is not reported as gone', async () => {
  const read = hasKeyVault(world('default').arm, keyVault(eus2, 'kv-des-double-eus2'));
  expect(armFacts(await read.catch((error: unknown) => error))).toMatchObject({ status: 403 });
});

test('points of an encrypted machine name its key vault, and of no other', async () => {
  const vaultsOf = async (name: string) => {
    const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === name);
    const points = await listRecoveryPoints(world('default').arm, resourceId(item?.id ?? ''));
    return points[0]?.keyVaultIds;
  };
  expect(await vaultsOf('hr-db-01')).toEqual([
    keyVault(inGroup(production, 'rg-hr'), 'kv-hr-db-01'),
  ]);
  expect(await vaultsOf('app01')).toEqual([]);
});

test('machines are running but for those that were shut down', async () => {
  const isRunning = async (part: string) => {
    const id = defaultWorld.machines.find((one) => one.id.endsWith(part))?.id ?? '';
    return (await getMachine(world('default').arm, resourceId(id)))?.isRunning;
  };
  expect(await isRunning('/app01')).toBe(true);
  expect(
    await isRunning('rg-web-stage/providers/Microsoft.Compute/virtualMachines/web-fe-07'),
  ).toBe(false);
});

test('with too few rights a vault may be looked into, and nothing be started there', async () => {
  const { arm } = world('few-rights');
  const rights = await listPermissions(arm, resourceId(prodVault));
  const action = 'Microsoft.RecoveryServices/vaults/backupFabrics/read';
  expect([allows(rights, action), allows(rights, action.replace('/read', '/write'))]).toEqual([
    true,
    false,
  ]);
  const network = await listPermissions(arm, resourceId(inGroup(production, 'rg-network-weu')));
  expect(allows(network, 'Microsoft.Network/virtualNetworks/subnets/join/action')).toBe(false);
});

test('a validation finds too few cores for a new machine, which the restore is not refused for', async () => {
  const { arm } = world('default');
  const size = { code: 'UserErrorCoreCountSubscriptionQuotaReached' };
  const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'sql-erp-02');
  const point = item?.points[0]?.name ?? '';
  const group = inGroup(production, 'rg-restore-weu');
  const network = `${inGroup(production, 'rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;
  const restore: Restore = {
    ...exampleMachine,
    recoveryPointResourceId: resourceId(`${item?.id ?? ''}/recoveryPoints/${point}`),
    recoveryPointId: point,
    sourceResourceId: resourceId(item?.machineId ?? ''),
    region: 'westeurope',
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
    ),
    targetResourceGroupId: resourceId(group),
    targetVirtualMachineId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/x`),
    virtualNetworkId: resourceId(network),
    subnetId: resourceId(`${network}/subnets/default`),
  };
  expect(await validateRestore(arm, restore)).toMatchObject([size]);
  expect(await startRestore(arm, restore, 'mine')).not.toBeNull();
});
