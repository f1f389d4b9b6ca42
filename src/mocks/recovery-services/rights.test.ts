import { expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { hrVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';

const version = '?api-version=2024-04-01';
const inVault = defaultWorld.instances.find(({ vaultId }) => vaultId === hrVault);
const item = inVault?.id ?? '';

async function count(scenario: 'default' | 'vault-without-rights', query: string) {
  const { send } = testAzure(scenario);
  const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
  return graphPageWire.parse(await jsonOf(await send('POST', path, { query }))).totalRecords;
}

test('a closed vault is listed and read like others', async () => {
  const { get } = testAzure('vault-without-rights');
  expect((await get(`${hrVault}${version}`)).status).toBe(200);
  const vaults = "resources | where type =~ 'microsoft.recoveryservices/vaults'";
  expect(await count('vault-without-rights', vaults)).toBe(defaultWorld.vaults.length);
});

test.each([
  ['GET', `${hrVault}/backupProtectedItems`, '/vaults/backupProtectedItems/read'],
  ['GET', item, '/protectedItems/read'],
  ['GET', `${item}/recoveryPoints`, '/recoveryPoints/read'],
  ['GET', `${hrVault}/backupJobs`, '/vaults/backupJobs/read'],
  ['POST', `${item}/recoveryPoints/1/restore`, '/recoveryPoints/restore/action'],
])('%s %s answers 403 and names what is missing', async (method, path, action) => {
  const { send } = testAzure('vault-without-rights');
  const answer = await send(method, path + version);
  expect(answer.status).toBe(403);
  const text = await answer.text();
  expect(text).toContain('AuthorizationFailed');
  expect(text).toContain(`${action}'`);
});

test('Resource Graph leaves out what lies in it, without a word', async () => {
  for (const type of ['protectedItems', 'backupJobs']) {
    const all = `recoveryservicesresources | where type endswith '/${type}'`;
    const inIt = `${all} and id contains '/vaults/rsv-hr-weu/'`;
    const there = await count('default', inIt);
    expect(there).toBeGreaterThan(0);
    expect(await count('vault-without-rights', inIt)).toBe(0);
    expect(await count('vault-without-rights', all)).toBe((await count('default', all)) - there);
  }
  expect(
    await count('vault-without-rights', `recoveryservicesresources | where id =~ '${item}'`),
  ).toBe(0);
});

test('the permissions on a vault tell which one is closed', async () => {
  const { get } = testAzure('vault-without-rights');
  const path = (vault: string) =>
    `${vault}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
  expect(await jsonOf(await get(path(hrVault)))).toEqual({
    value: [{ actions: ['Microsoft.RecoveryServices/vaults/read'], notActions: [] }],
  });
  expect(await jsonOf(await get(path(prodVault)))).toMatchObject({ value: [{ actions: ['*'] }] });
});
