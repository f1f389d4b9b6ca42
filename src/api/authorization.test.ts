import { afterEach, describe, expect, test } from 'vitest';
import { answer, failureOf, inTurn, testArm } from '#src/api/arm/testing.ts';
import { denials, getRole, grantsOf, listRoleIds, noteDenial } from '#src/api/authorization.ts';
import { listMachineSizes } from '#src/api/compute/sizes.ts';
import { getVault } from '#src/api/recovery-services/vaults.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import { sizeList } from '#src/mocks/compute/sizes.ts';
import { corporate, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { canBeMade } from '#src/model/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { givesRestoreActions, hasRestoreRole } from '#src/model/roles.ts';

describe('a role', () => {
  const roleOf = (properties: object) =>
    getRole(testArm(inTurn(() => answer(200, { properties }))).arm, resourceId('/roles/a'));

  test('gives and takes actions, and those of the data inside', async () => {
    const row = { actions: ['a'], notActions: ['b'], dataActions: ['c'], notDataActions: ['d'] };
    expect(await roleOf({ roleName: 'Of our own', permissions: [row] })).toEqual({
      name: 'Of our own',
      permissions: [{ actions: ['a'], notActions: ['b'] }],
      dataPermissions: [{ actions: ['c'], notActions: ['d'] }],
    });
  });

  test('that says nothing gives nothing', async () => {
    expect(await roleOf({})).toEqual({ name: '', permissions: [], dataPermissions: [] });
    expect(await roleOf({ permissions: [{}] })).toMatchObject({
      permissions: [{ actions: [], notActions: [] }],
      dataPermissions: [{ actions: [], notActions: [] }],
    });
  });
});

const host = 'https://management.azure.com';
const ownGroup = resourceId('/subscriptions/1/resourceGroups/rg');
const assignment = (scope: string, roleDefinitionId: string) => ({
  properties: { scope, roleDefinitionId, principalId: 'p' },
});

describe('the roles of an identity in a scope', () => {
  test('are those of the scope and above it, each once', async () => {
    const { arm, sent } = testArm(
      inTurn(() =>
        answer(200, {
          value: [
            assignment('/', '/roles/root'),
            assignment('/subscriptions/1', '/roles/a'),
            assignment('/SUBSCRIPTIONS/1/resourcegroups/RG', '/roles/b'),
            assignment(ownGroup, '/roles/a'),
            assignment(`${ownGroup}/providers/X/y/z`, '/roles/below'),
          ],
        }),
      ),
    );
    expect(await listRoleIds(arm, ownGroup, 'p-1')).toEqual([
      '/roles/root',
      '/roles/a',
      '/roles/b',
    ]);
    expect(sent.map(({ url }) => url)).toEqual([
      `${host}${ownGroup}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=assignedTo('p-1')`,
    ]);
  });
});

const groupOf = (subscription: string, name: string) =>
  resourceId(`/subscriptions/${subscription}/resourceGroups/${name}`);
const accountOf = (subscription: string, group: string, name: string) =>
  resourceId(`${groupOf(subscription, group)}/providers/Microsoft.Storage/storageAccounts/${name}`);

async function principalOf(vaultName: string, kind: 'system' | 'user'): Promise<string> {
  const id = defaultWorld.vaults.find((one) => one.id.endsWith(`/${vaultName}`))?.id ?? '';
  const vault = await getVault(azureClient().arm, resourceId(id));
  const [user] = vault.userIdentityIds;
  return (
    (kind === 'system'
      ? vault.systemPrincipalId
      : vault.userPrincipalIds[user?.toLowerCase() ?? '']) ?? ''
  );
}

const crm = groupOf(production, 'rg-crm');
test.each([
  ['rsv-prod-weu', 'system', crm, [true, true]],
  ['rsv-prod-weu', 'system', groupOf(corporate, 'rg-dr-weu'), [true, true]],
  ['rsv-prod-weu', 'system', groupOf(corporate, 'rg-files'), [false, false]],
  ['rsv-prod-weu', 'user', groupOf(production, 'rg-restore-weu'), [false, true]],
  ['rsv-prod-weu', 'user', crm, [false, false]],
  ['rsv-hq-neu', 'system', groupOf(corporate, 'rg-restore-neu'), [false, false]],
  ['rsv-apps-eus2', 'user', groupOf(corporate, 'rg-restore-eus2'), [true, true]],
] as const)('%s: what its %s identity holds in %s', async (vault, kind, group, expected) => {
  const grants = await grantsOf(azureClient().arm, group, await principalOf(vault, kind));
  expect([hasRestoreRole(grants.roles), givesRestoreActions(grants.roles)]).toEqual(expected);
});

test('what is given in a group reaches the accounts in it; what is given on an account, not the group', async () => {
  const { arm } = azureClient();
  const principal = await principalOf('rsv-prod-weu', 'user');
  const account = accountOf(production, 'rg-restore-weu', 'stprodweu01');
  expect(await listRoleIds(arm, account, principal)).toHaveLength(2);
  const above = resourceId(`/subscriptions/${production}`);
  const [reader, ...others] = await listRoleIds(arm, above, principal);
  expect(others).toEqual([]);
  expect((await getRole(arm, reader ?? above)).name).toBe('Reader');
});

test('an unknown principal holds nothing, and a missing subscription is a 404', async () => {
  const { arm } = azureClient();
  expect(await listRoleIds(arm, crm, 'nobody')).toEqual([]);
  expect(await failureOf(listRoleIds(arm, resourceId('/subscriptions/x'), 'nobody'))).toMatchObject(
    { status: 404, code: 'SubscriptionNotFound' },
  );
});

test('a role that there is not is a 404, and a filter that is none a 400', async () => {
  const { arm, get } = azureClient();
  const root = `/subscriptions/${production}/providers/Microsoft.Authorization`;
  expect((await failureOf(getRole(arm, resourceId(`${root}/roleDefinitions/x`))))?.status).toBe(
    404,
  );
  const list = `${root}/roleAssignments?api-version=2022-04-01`;
  const filtered = async (filter: string): Promise<number> =>
    (await get(`${list}&$filter=${encodeURIComponent(filter)}`)).status;
  expect(await filtered('nobody')).toBe(400);
  expect(await filtered("principalId eq 'nobody'")).toBe(200);
  expect((await get(list)).status).toBe(200);
});

describe('sizes of machines', () => {
  test.each([
    ['Standard_NC6s_v3', 'eastus2', null, false],
    ['Standard_NC6s_v3', 'westeurope', null, true],
    ['Standard_D4s_v5', 'northeurope', '2', true],
    ['Standard_D4s_v5', 'northeurope', '3', false],
    ['Standard_D4s_v5', 'westus', '1', false],
    ['Standard_A2', 'eastus2', null, false],
  ])('%s in %s, zone %s: %s', async (size, region, zone, expected) => {
    const sizes = await listMachineSizes(azureClient().arm, corporate, region);
    expect(canBeMade(sizes, { size, zone })).toBe(expected);
  });

  test('are those of the one region, and nothing else', async () => {
    const sizes = await listMachineSizes(azureClient().arm, production, 'WestEurope');
    expect(sizes.map(({ name }) => name)).toEqual(sizeList.map(({ name }) => name));
    expect(await listMachineSizes(azureClient().arm, production, 'nowhere')).toEqual([]);
  });

  test('are requested by region alone', async () => {
    const path = `/subscriptions/${production}/providers/Microsoft.Compute/skus?api-version=2021-07-01`;
    expect((await azureClient().get(`${path}&$filter=name eq 'x'`)).status).toBe(400);
    expect((await azureClient().get(path)).status).toBe(200);
  });
});

describe('what was rejected for lack of a permission', () => {
  freshStorage();
  afterEach(() => installClock(machineClock));

  const message = (action: string, scope: string) =>
    `The client 'a' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid.`;
  const linked =
    "The client 'a' has permission to perform action 'x/write' on scope '/s'; however, it does not have permission to perform action(s) 'subnets/join/action' on the linked scope(s) '/s/net' (respectively) or the linked scope(s) are invalid.";

  test('is remembered over a reload by its permission and scope, the latest first and each once', () => {
    noteDenial(message('vms/write', '/s/rg'));
    noteDenial(linked);
    noteDenial(message('vms/WRITE', '/S/rg'));
    resetPageState();
    expect(denials().map(({ action, scope }) => [action, scope])).toEqual([
      ['vms/WRITE', '/S/rg'],
      ['subnets/join/action', '/s/net'],
    ]);
  });

  test('isn’t where the message names none, and ends after a day', () => {
    noteDenial('The VM is busy.');
    expect(denials()).toEqual([]);
    noteDenial(message('vms/write', '/s/rg'));
    const later = (hours: number) => {
      const at = instant(now() + hours * 3_600_000);
      installClock({ ...machineClock, now: () => at });
    };
    later(23);
    expect(denials()).toHaveLength(1);
    later(1.1);
    expect(denials()).toEqual([]);
  });
});
