import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';

/** How what was accepted ends, where Azure has more than one way. */

const version = '?api-version=2024-04-01';
const restore = `${exampleItem}/recoveryPoints/20982486783671/restore${version}`;

test('a cancel that is long over answers 200 where it answered nothing before', async () => {
  const { get, send, clock } = testAzure('document');
  await send('POST', restore, exampleRestore);
  clock.add(100);
  const [job] = JSON.stringify(
    await jsonOf(await get(`${exampleVault}/backupJobs${version}`)),
  ).match(/backupJobs\/[0-9a-f-]{36}/) ?? [''];
  const cancel = await send('POST', `${exampleVault}/${job}/cancel${version}`);
  const location = cancel.headers.get('location') ?? '';
  clock.add(30);
  expect((await get(location)).status).toBe(204);
  clock.add(3600);
  expect((await get(location)).status).toBe(200);
});

test('the result of what was done with an item that is gone is nothing, and its status not found', async () => {
  const { get, send, clock, azure } = testAzure('document');
  const accepted = await send('POST', restore, exampleRestore);
  const location = accepted.headers.get('location') ?? '';
  await azure.append([{ type: 'resource-removed', at: clock.now() + 1, id: exampleItem }]);
  clock.add(1);
  expect((await get(location)).status).toBe(404);
  clock.add(100);
  expect((await get(location)).status).toBe(204);
  expect((await get(accepted.headers.get('azure-asyncoperation') ?? '')).status).toBe(404);
  expect(
    (await get(location.replace(/operationResults\/[^?]+/, 'operationResults/x'))).status,
  ).toBe(403);
});

test('what moving points saves is counted once, and told at once the second time', async () => {
  const { send, get, clock } = testAzure('document');
  const url = `${exampleVault}/backupTieringCost/default/fetchTieringCost${version}`;
  const tiers = { sourceTierType: 'HardenedRP', targetTierType: 'ArchivedRP' };
  const ofVault = { objectType: 'FetchTieringCostSavingsInfoForVaultRequest', ...tiers };
  const first = await send('POST', url, ofVault);
  expect(first.status).toBe(202);
  clock.add(60);
  const saving = await jsonOf(await get(first.headers.get('location') ?? ''));
  expect(saving).toMatchObject({ objectType: 'TieringCostSavingInfo' });
  const again = await send('POST', url, ofVault);
  expect([again.status, await jsonOf(again)]).toEqual([200, saving]);
  const ofItem = {
    ...tiers,
    objectType: 'FetchTieringCostSavingsInfoForProtectedItemRequest',
    containerName: 'nothing',
    protectedItemName: 'nothing',
  };
  expect((await send('POST', url, ofItem)).status).toBe(404);
  expect((await send('POST', url, { ...ofVault, targetTierType: 'InstantRP' })).status).toBe(400);
});

test('the link to a guard has the name that the world gives it', async () => {
  const { seed, ...origin } = originOf('document');
  const resourceGuard =
    '/subscriptions/1/resourceGroups/rg/providers/Microsoft.DataProtection/resourceGuards/g';
  const vaults = seed.vaults.map((one) => ({ ...one, resourceGuard, guardProxy: 'OurLink' }));
  const { get } = testAzure({ ...origin, seed: { ...seed, vaults } });
  const links = `${exampleVault}/backupResourceGuardProxies`;
  expect(await jsonOf(await get(`${links}/ourlink${version}`))).toMatchObject({
    name: 'OurLink',
    id: '/backupmanagement/resources/backupResourceGuardProxies/OurLink',
  });
  expect((await get(`${links}/VaultProxy${version}`)).status).toBe(404);
});
