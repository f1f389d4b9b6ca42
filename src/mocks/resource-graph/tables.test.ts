import { expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { runQuery } from '#src/mocks/resource-graph/kql/run.ts';
import { tablesOf } from '#src/mocks/resource-graph/tables.ts';
import { itemFields, itemWireOf } from '#src/mocks/recovery-services/protected-items.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { parseQuery } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { initialState } from '#src/mocks/world/fold.ts';

/** How many protected machines the default world has. */
const instanceCount = defaultWorld.instances.length;

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

async function rows(query: string) {
  const { send } = testAzure('default');
  return graphPageWire.parse(await (await send('POST', path, { query })).json()).data;
}

const items = `recoveryservicesresources | where type endswith '/protectedItems'`;
const jobs = `recoveryservicesresources | where type endswith '/backupJobs'`;
const machines = `resources | where type =~ 'Microsoft.Compute/virtualMachines'`;

test('machines that exist are in the table resources, with their size, system and zones', async () => {
  expect(
    await rows(
      `${machines} | where name in ('app01', 'old-crm-01', 'classic-crm', 'dc-hq-01') | order by name asc
| project name, resourceGroup, location, zones, size = properties.hardwareProfile.vmSize, os = properties.storageProfile.osDisk.osType`,
    ),
  ).toEqual([
    {
      name: 'app01',
      resourceGroup: 'rg-app-prod',
      location: 'westeurope',
      zones: ['1'],
      size: 'Standard_D4s_v5',
      os: 'Linux',
    },
    {
      name: 'dc-hq-01',
      resourceGroup: 'rg-identity',
      location: 'northeurope',
      zones: null,
      size: 'Standard_B2ms',
      os: 'Windows',
    },
  ]);
});

test('classic machines are there by a type of their own', async () => {
  const type = 'microsoft.classiccompute/virtualmachines';
  expect(await rows(`resources | where type =~ '${type}' | project name, type`)).toEqual([
    { name: 'classic-crm', type },
  ]);
});

test('subscriptions are in resourcecontainers by their display name, beside the groups', async () => {
  expect(
    await rows(
      `resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project name, subscriptionId, id | order by name asc | take 1`,
    ),
  ).toEqual([
    {
      name: 'Contoso Corporate',
      subscriptionId: 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330',
      id: '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330',
    },
  ]);
  expect(
    await rows(`resourcecontainers | where name =~ 'targetRG' | project type, resourceGroup`),
  ).toEqual([
    { type: 'microsoft.resources/subscriptions/resourcegroups', resourceGroup: 'targetrg' },
  ]);
});

test('a left join keeps every row of the left side, and says nothing where nothing fits', async () => {
  const joined = await rows(
    `${items} | where properties.friendlyName in ('app01', 'old-crm-01')
| extend machine = tolower(properties.sourceResourceId)
| join kind=leftouter (${machines} | project machine = tolower(id), size = properties.hardwareProfile.vmSize) on machine
| order by name desc | project n = properties.friendlyName, size, has1 = isnotnull(machine1)`,
  );
  expect(joined).toEqual([
    { n: 'old-crm-01', size: null, has1: false },
    { n: 'app01', size: 'Standard_D4s_v5', has1: true },
  ]);
});

test('an inner join keeps the rows that have a partner; equal names of the right get a 1', async () => {
  const joined = await rows(
    `resources | where type =~ 'microsoft.recoveryservices/vaults' and name startswith 'rsv-hq'
| project name, subscriptionId
| join kind=inner (resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project name, subscriptionId) on subscriptionId`,
  );
  const subscriptionId = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
  expect(joined).toEqual([
    {
      name: 'rsv-hq-neu',
      subscriptionId,
      name1: 'Contoso Corporate',
      subscriptionId1: subscriptionId,
    },
  ]);
  const none = `resources | join kind=inner (resourcecontainers | where name == 'nobody') on subscriptionId | count`;
  expect(await rows(none)).toEqual([{ Count: 0 }]);
});

test('several aggregates stand in one summarize', async () => {
  expect(
    await rows(
      `${items} | summarize healthy = countif(properties.healthStatus == 'Passed'), count(), first = min(properties.friendlyName), max(properties.friendlyName)`,
    ),
  ).toEqual([
    {
      healthy: instanceCount - 1,
      count_: instanceCount,
      first: 'app01',
      max_properties_friendlyName: 'web-fe-07',
    },
  ]);
  expect(await rows(`${items} | where name == '' | summarize n = count(), min(name)`)).toEqual([
    { n: 0, min_name: null },
  ]);
  expect(await rows(`${items} | where name == '' | summarize n = count() by name`)).toEqual([]);
});

test('jobs are counted by the hour', async () => {
  const hours = await rows(
    `${jobs} | where todatetime(properties.startTime) > ago(6h) | summarize n = count() by hour = bin(todatetime(properties.startTime), 1h) | order by hour asc`,
  );
  expect(hours.length).toBeGreaterThan(4);
  for (const { hour } of hours) expect(hour).toMatch(/T\d\d:00:00\.000Z$/);
  expect(await rows(`${jobs} | take 1 | project x = bin(7, 5), y = bin('a', 5)`)).toEqual([
    { x: 5, y: null },
  ]);
});

test('one id is found in any letter case, with any other condition', async () => {
  const find = (more: string) => rows(`recoveryservicesresources | where ${more} | project name`);
  const id = exampleItem.toUpperCase();
  const found = [{ name: 'VM;testRG;testVM' }];
  expect(await find(`id =~ '${id}'`)).toEqual(found);
  expect(await find(`id in~ ('${id}', '${exampleItem}', 'nothing')`)).toEqual(found);
  expect(await find(`id in~ (tolower('${id}')) and type endswith '/PROTECTEDITEMS'`)).toEqual(
    found,
  );
  expect(await find(`id == '${id}'`)).toEqual([]);
  expect(await find(`id =~ '${id}' and type endswith '/backupjobs'`)).toEqual([]);
  expect(await find(`id !in~ ('${id}') and type endswith '/protecteditems'`)).toHaveLength(
    instanceCount - 1,
  );
});

test('what lies in some vaults is found by the beginning of its id', async () => {
  const count = async (condition: string) =>
    (await rows(`${items} and (${condition}) | project name`)).length;
  const [web, hq] = ['rsv-prod-weu', 'rsv-hq-neu'].map(
    (name) => defaultWorld.vaults.find(({ id }) => id.endsWith(`/${name}`))?.id ?? '',
  );
  const inWeb = defaultWorld.instances.filter(({ vaultId }) => vaultId === web).length;
  const inHq = defaultWorld.instances.filter(({ vaultId }) => vaultId === hq).length;
  expect(await count(`id startswith '${web}/'`)).toBe(inWeb);
  expect(await count(`id startswith '${web?.toUpperCase()}/' or id startswith '${hq}/'`)).toBe(
    inWeb + inHq,
  );
  // The same vault twice is no reason to count it twice, and half a name is no vault.
  expect(await count(`id startswith '${web}/' or id startswith '${web}/backupFabrics/'`)).toBe(
    inWeb,
  );
  expect(await count(`id startswith '${web?.slice(0, -4)}'`)).toBe(inWeb);
  expect(await count(`id startswith '${web}/' or name has 'testVM'`)).toBe(inWeb + 1);
  expect(await count(`id startswith '${web}/' and not(id startswith '${web}/')`)).toBe(0);
});

test('a property read alone is the property of the whole', () => {
  const state = initialState(originOf('default'));
  for (const instance of state.seed.instances) {
    const { properties } = itemWireOf(instance, 0);
    for (const [name, read] of Object.entries(itemFields)) {
      expect([name, read(instance)]).toEqual([name, properties[name]]);
    }
  }
});

test('a query that reads no row still refuses what it does not know', () => {
  const { seed } = originOf('default');
  const state = initialState(originOf('default'));
  const tables = tablesOf({ state, now: isoMs(seed.startsAt), subscriptions: [] });
  const run = (text: string) => runQuery(parseQuery(text), tables);
  expect(() => run(`${items} | where type == 'nothing' | extend x = nosuchcolumn`)).toThrow(
    "'nosuchcolumn'",
  );
});
