import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { itemFields, itemWireOf } from '#src/mocks/recovery-services/protected-items.ts';
import { parseQuery } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { runQuery } from '#src/mocks/resource-graph/kql/run.ts';
import { tablesOf } from '#src/mocks/resource-graph/query.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { initialState } from '#src/mocks/world/fold.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/** How many protected machines the default world has. */
const machines = defaultWorld.instances.length;
const withoutE = defaultWorld.instances.filter(({ friendlyName }) => !/e/i.test(friendlyName));

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const errorShape = z.object({
  error: z.object({ code: z.string(), details: z.array(z.object({ message: z.string() })) }),
});

async function ask(query: string, more: object = {}) {
  const { send } = testAzure('default');
  return graphPageWire.parse(await (await send('POST', path, { query, ...more })).json());
}

async function refusal(query: string, more: object = {}): Promise<string> {
  const { send } = testAzure('default');
  const answer = await send('POST', path, { query, ...more });
  expect(answer.status).toBe(400);
  const { error } = errorShape.parse(await answer.json());
  expect(error.code).toBe('BadRequest');
  return error.details.map(({ message }) => message).join();
}

const items = `recoveryservicesresources
| where type =~ 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems'`;
const jobs = `recoveryservicesresources | where type in~ ('Microsoft.RecoveryServices/vaults/backupJobs')`;

describe('the queries of the specification', () => {
  const resources = 'Resources | project id, name, type, location, tags';

  test('the first of all resources, with tags', async () => {
    const page = await ask(`${resources} | limit 3`);
    expect(page.data.map((row) => row['tags'])).toEqual([{}, {}, {}]);
  });

  test('the regions with most machines', async () => {
    const counted = `${resources} | where type =~ 'Microsoft.Compute/virtualMachines' | summarize count() by location`;
    const all = await ask(`${counted} | order by count_`);
    const top = await ask(`${counted} | top 2 by count_`);
    expect(all.data.length).toBeGreaterThan(2);
    expect(top.data).toEqual(all.data.slice(0, 2));
    expect((await ask(`${counted} | top 2 by count_ asc`)).data).not.toEqual(top.data);
  });

  test('each region once', async () => {
    const page = await ask(`${resources} | summarize by location`);
    expect(page.data).toEqual((await ask(`${resources} | distinct location`)).data);
  });
});

describe('the published queries', () => {
  test('instances over all vaults, with the vault cut out of the id', async () => {
    const page = await ask(`${items}
| where properties.backupManagementType =~ 'AzureIaasVM'
| extend vaultName = tostring(split(split(tolower(id), '/vaults/')[1], '/')[0])
| extend friendlyName = tostring(properties.friendlyName), state = tostring(properties.protectionState)
| project id, name, subscriptionId, resourceGroup, vaultName, friendlyName, state, properties | order by id asc`);
    expect(page.totalRecords).toBe(machines);
    expect(page.resultTruncated).toBe('false');
    const example = page.data.find((row) => row['friendlyName'] === 'testVM');
    expect(example).toMatchObject({ vaultName: 'testvault', state: 'Protected' });
    const ids = page.data.map((row) => String(row['id']));
    expect(ids).toEqual(ids.toSorted());
  });

  test('jobs of the last day, newest first', async () => {
    const page = await ask(`${jobs} | where todatetime(properties.startTime) > ago(1d)
| extend friendlyName = case(type =~ 'microsoft.dataprotection/backupvaults/backupjobs',
      strcat(properties.dataSourceSetName, '/', properties.dataSourceName), tostring(properties.entityFriendlyName))
| project id, name, type, subscriptionId, friendlyName, properties | order by todatetime(properties.startTime) desc, id asc`);
    expect(page.data.length).toBeGreaterThan(10);
    expect(page.data[0]).toMatchObject({ type: 'microsoft.recoveryservices/vaults/backupjobs' });
    expect(JSON.stringify(page.data)).not.toContain('extendedInfo');
  });

  test('running restores', async () => {
    const page = await ask(
      `${jobs} | where properties.operation == 'Restore' and properties.status == 'InProgress' | project name = tostring(properties.entityFriendlyName) | distinct name | order by name asc`,
    );
    expect(page.data).toEqual([{ name: 'app01' }, { name: 'sql-erp-02' }]);
  });

  test('vaults are in the table resources', async () => {
    const page = await ask(
      "resources | where type =~ 'microsoft.recoveryservices/vaults' | project name, location, sku.name | order by name asc",
    );
    expect(page.data[0]).toEqual({ name: 'rsv-apps-eus2', location: 'eastus2', sku_name: 'RS0' });
    expect(page.totalRecords).toBe(defaultWorld.vaults.length);
  });
});

describe('operators and functions', () => {
  test.each([
    [`${items} | where name has 'testVM' | count`, [{ Count: 1 }]],
    [`${items} | where name has 'test' | count`, [{ Count: 0 }]],
    [`${items} | where properties.friendlyName contains 'FE-0' | count`, [{ Count: 2 }]],
    [
      `${items} | where properties.friendlyName !contains 'e' | count`,
      [{ Count: withoutE.length }],
    ],
    [
      `${items} | where properties.friendlyName startswith 'WEB' or properties.friendlyName == 'app01' | count`,
      [{ Count: 3 }],
    ],
    [`${items} | where properties.friendlyName == 'APP01' | count`, [{ Count: 0 }]],
    [
      `${items} | where properties.friendlyName != 'app01' and properties.friendlyName !~ 'TESTVM' | count`,
      [{ Count: machines - 2 }],
    ],
    [`${items} | where not(properties.healthStatus == 'Passed') | count`, [{ Count: 1 }]],
    [`${items} | where isnotnull(properties.lastRecoveryPoint) | count`, [{ Count: machines - 1 }]],
    [
      `${items} | where isempty(properties.lastRecoveryPoint) | project properties.friendlyName`,
      [{ properties_friendlyName: 'build-agent-04' }],
    ],
    [
      `${items} | where todatetime(properties.lastRecoveryPoint) < datetime(2025-05-01) | project n = coalesce(properties.nothing, properties.friendlyName)`,
      [{ n: 'old-crm-01' }],
    ],
    [
      `${items} | where name has 'testVM' | project x = iff(name startswith 'VM', 'yes', 'no'), y = strcat('a', 1)`,
      [{ x: 'yes', y: 'a1' }],
    ],
    [
      `${items} | where name has 'testVM' | project id, name | project-away id`,
      [{ name: 'VM;testRG;testVM' }],
    ],
    [
      `${items} | summarize n = count() by state = tostring(properties.protectionState) | order by n desc, state asc | take 2`,
      [
        { state: 'Protected', n: machines - 3 },
        { state: 'ProtectionStopped', n: 2 },
      ],
    ],
    [`${items} | summarize count() | project count_`, [{ count_: machines }]],
    [
      `${items} | sort by todatetime(properties.lastRecoveryPoint) asc nulls first | limit 1 | project properties.friendlyName`,
      [{ properties_friendlyName: 'build-agent-04' }],
    ],
    [
      `${items} // a remark\n| where properties.friendlyName in ('app01', "dc-hq-01") | count`,
      [{ Count: 2 }],
    ],
    [`${items} | where properties.friendlyName !in~ ('APP01') | count`, [{ Count: machines - 1 }]],
  ])('%s', async (query, rows) => {
    expect((await ask(query)).data).toEqual(rows);
  });
});

describe('what is not simulated is refused by name', () => {
  test.each([
    [`${items} | mv-expand properties`, "'mv-expand'"],
    [`${items} | join kind=fullouter (resources) on id`, "'fullouter'"],
    [`${items} | join (resources) on id`, "'innerunique'"],
    [`${items} | join kind=inner (resources) on nosuchcolumn`, "'nosuchcolumn'"],
    [`${items} | where name matches regex 'x'`, "'matches'"],
    [`${items} | where name hasprefix 'x'`, "'hasprefix'"],
    [`${items} | extend x = 1 + 2`, "'+'"],
    [`${items} | extend x = parse_json(name)`, "'parse_json'"],
    [`${items} | extend x = constructor('a')`, "'constructor'"],
    [`${items} | summarize dcount(name) by id`, 'count()'],
    [`${items} | summarize max(name, id) by id`, 'count()'],
    [`${items} | where nosuchcolumn == 1`, "'nosuchcolumn'"],
    [`${items} | where name == 'open`, "'open"],
    [`${items} where`, "expected '|'"],
    ['advisorresources | count', 'advisorresources'],
  ])('%s', async (query, words) => {
    expect(await refusal(query)).toContain(words);
  });
});

test('pages are followed by their token, which belongs to its query', async () => {
  const query = `${items} | project id, name | order by id asc`;
  const first = await ask(query, { options: { $top: 10 } });
  expect([first.count, first.totalRecords, first.resultTruncated]).toEqual([10, machines, 'false']);
  const options = { $top: machines - 10, $skipToken: first.$skipToken };
  const second = await ask(query, { options });
  expect(second.count).toBe(machines - 10);
  expect(second.$skipToken).toBeUndefined();
  const ids = [...first.data, ...second.data].map((row) => row['id']);
  expect(new Set(ids).size).toBe(machines);
  expect(await refusal(`${items} | project id`, { options })).toContain('skip token');
  expect(await refusal(query, { options: { $top: 1001 } })).toContain('1000');
  const noId = await ask(`${items} | project name`, { options: { $top: 10 } });
  expect([noId.$skipToken, noId.resultTruncated]).toEqual([undefined, 'true']);
});

test('subscriptions limit what is seen', async () => {
  const scope = { subscriptions: ['00000000-0000-0000-0000-000000000000'] };
  expect((await ask(`${items} | count`, scope)).data).toEqual([{ Count: 1 }]);
});

const rows = async (query: string) => (await ask(query)).data;

const itemRows = `recoveryservicesresources | where type endswith '/protectedItems'`;
const jobRows = `recoveryservicesresources | where type endswith '/backupJobs'`;
const machineRows = `resources | where type =~ 'Microsoft.Compute/virtualMachines'`;

test('machines that exist are in the table resources, with their size, system and zones', async () => {
  expect(
    await rows(
      `${machineRows} | where name in ('app01', 'old-crm-01', 'classic-crm', 'dc-hq-01') | order by name asc
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
    `${itemRows} | where properties.friendlyName in ('app01', 'old-crm-01')
| extend machine = tolower(properties.sourceResourceId)
| join kind=leftouter (${machineRows} | project machine = tolower(id), size = properties.hardwareProfile.vmSize) on machine
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
      `${itemRows} | summarize healthy = countif(properties.healthStatus == 'Passed'), count(), first = min(properties.friendlyName), max(properties.friendlyName)`,
    ),
  ).toEqual([
    {
      healthy: machines - 1,
      count_: machines,
      first: 'app01',
      max_properties_friendlyName: 'web-fe-07',
    },
  ]);
  expect(await rows(`${itemRows} | where name == '' | summarize n = count(), min(name)`)).toEqual([
    { n: 0, min_name: null },
  ]);
  expect(await rows(`${itemRows} | where name == '' | summarize n = count() by name`)).toEqual([]);
});

test('jobs are counted by the hour', async () => {
  const hours = await rows(
    `${jobRows} | where todatetime(properties.startTime) > ago(6h) | summarize n = count() by hour = bin(todatetime(properties.startTime), 1h) | order by hour asc`,
  );
  expect(hours.length).toBeGreaterThan(4);
  for (const { hour } of hours) expect(hour).toMatch(/T\d\d:00:00\.000Z$/);
  expect(await rows(`${jobRows} | take 1 | project x = bin(7, 5), y = bin('a', 5)`)).toEqual([
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
    machines - 1,
  );
});

test('what lies in some vaults is found by the beginning of its id', async () => {
  const count = async (condition: string) =>
    (await rows(`${itemRows} and (${condition}) | project name`)).length;
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
  expect(() => run(`${itemRows} | where type == 'nothing' | extend x = nosuchcolumn`)).toThrow(
    "'nosuchcolumn'",
  );
});
