import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { describe, expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure, type TestAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/** How many protected machines the default world has. */
const machines = defaultWorld.instances.length;

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const items = `recoveryservicesresources | where type endswith '/protecteditems' | project id | order by id asc`;
const testJobs = `${exampleVault}/backupJobs?api-version=2024-04-01`;
const jobs = `recoveryservicesresources | where type endswith '/backupjobs' | where name != ''`;

const ask = ({ send }: TestAzure, query: string, options: object = {}) =>
  send('POST', path, { query, options });
const page = async (answer: Promise<Response>) => graphPageWire.parse(await jsonOf(await answer));

/** The last answer of so many questions. */
async function lastOf(azure: TestAzure, count: number): Promise<Response> {
  for (let nth = 1; nth < count; nth += 1) await ask(azure, items);
  return ask(azure, items);
}

describe('the quota of 15 questions in 5 seconds', () => {
  test('is counted down, and starts again', async () => {
    const azure = testAzure('strict-quota');
    const left = async () => {
      const { headers } = await ask(azure, items);
      return [
        headers.get('x-ms-user-quota-remaining'),
        headers.get('x-ms-user-quota-resets-after'),
      ];
    };
    expect(await left()).toEqual(['14', '00:00:05']);
    azure.clock.add(2);
    expect(await left()).toEqual(['13', '00:00:03']);
    await azure.get('/subscriptions?api-version=2022-12-01');
    azure.clock.add(3);
    expect(await left()).toEqual(['14', '00:00:05']);
  });

  test('is whole in a restarted world, though its clock equals that of the last one', async () => {
    let epoch = 1;
    const origin = originOf('strict-quota');
    const { azure, clock } = testAzure(origin, { world: async () => ({ epoch, origin }) });
    const left = async () => {
      const body = JSON.stringify({ query: items });
      const headers = { Authorization: 'Bearer token' };
      const url = `https://management.azure.com${path}`;
      const given = await azure.fetch(new Request(url, { method: 'POST', headers, body }));
      return given.headers.get('x-ms-user-quota-remaining');
    };
    const start = clock.now();
    expect(await left()).toBe('14');
    expect(await left()).toBe('13');
    epoch = 2;
    clock.set(start);
    expect(await left()).toBe('14');
  });

  test('was raised in most worlds', async () => {
    const azure = testAzure('default');
    const over = await lastOf(azure, 16);
    expect([over.status, over.headers.get('x-ms-user-quota-remaining')]).toEqual([200, '134']);
  });

  test('is kept to in a strict one: 429, and how long to wait', async () => {
    const azure = testAzure('strict-quota');
    expect((await lastOf(azure, 15)).status).toBe(200);
    azure.clock.add(1);
    const over = await ask(azure, items);
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '4']);
    expect(await jsonOf(over)).toMatchObject({ error: { code: 'RateLimiting' } });
    azure.clock.add(4);
    expect((await ask(azure, items)).status).toBe(200);
  });
});

test('a page token that expires: the next request that brings one is refused, once', async () => {
  const azure = testAzure('default');
  const fault: Fault = { id: 'f', match: {}, times: 1, effect: { kind: 'expire-page-token' } };
  await azure.azure.append([{ type: 'fault-added', at: 0, fault }]);
  const first = await page(ask(azure, items, { $top: machines - 1 }));
  const next = { $top: machines - 1, $skipToken: first.$skipToken };
  const refused = await ask(azure, items, next);
  expect(refused.status).toBe(400);
  expect(await jsonOf(refused)).toMatchObject({
    error: { code: 'BadRequest', details: [{ code: 'InvalidSkipToken' }] },
  });
  expect((await page(ask(azure, items, next))).count).toBe(1);
});

describe('what is remembered', () => {
  test('is forgotten when something was done', async () => {
    const azure = testAzure('document');
    const all = `${jobs} | count`;
    expect((await page(ask(azure, all))).data).toEqual([{ Count: 0 }]);
    const restore = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    await azure.send('POST', restore, exampleRestore);
    expect((await page(ask(azure, all))).data).toEqual([{ Count: 1 }]);
  });

  test('is computed again at another moment, where the answer depends on the clock', async () => {
    const azure = testAzure('document');
    const restore = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    await azure.send('POST', restore, exampleRestore);
    const answers = async () => [
      (await page(ask(azure, `${jobs} | project properties.duration`))).data,
      (await page(ask(azure, `${items} | where now() > datetime(2018-06-04T13:00:30Z) | count`)))
        .data,
      (
        await page(
          ask(
            azure,
            `resources | take 1 | join kind=inner (${jobs}) on location | project properties1.duration`,
          ),
        )
      ).data,
    ];
    expect(await answers()).toEqual([
      [{ properties_duration: 'PT0S' }],
      [{ Count: 0 }],
      [{ properties1_duration: 'PT0S' }],
    ]);
    azure.clock.add(60);
    expect(await answers()).toEqual([
      [{ properties_duration: 'PT1M' }],
      [{ Count: 1 }],
      [{ properties1_duration: 'PT1M' }],
    ]);
  });

  test('is each question’s own, also with other subscriptions', async () => {
    const azure = testAzure('default');
    const subscriptions = ['00000000-0000-0000-0000-000000000000'];
    expect((await page(ask(azure, items))).totalRecords).toBe(machines);
    expect(
      (await page(azure.send('POST', path, { query: items, subscriptions }))).totalRecords,
    ).toBe(1);
    for (let nth = 0; nth < 6; nth += 1) {
      const few = await page(ask(azure, `${items} | take ${nth}`));
      expect(few.totalRecords).toBe(nth);
    }
    expect((await page(ask(azure, items))).totalRecords).toBe(machines);
  });
});

describe('the lag of Resource Graph', () => {
  const lagging = () => testAzure({ ...originOf('default'), graphLagSeconds: 20 });
  const row = async (azure: TestAzure, query: string) => (await page(ask(azure, query))).data[0];

  test('a vault’s setting is changed at once, its row seconds later', async () => {
    const azure = lagging();
    const storage = `${prodVault}/backupstorageconfig/vaultstorageconfig?api-version=2024-04-01`;
    const query = `resources | where id =~ '${prodVault}' | project flag = properties.redundancySettings.crossRegionRestore`;
    const changed = { properties: { crossRegionRestoreFlag: false } };
    expect((await azure.send('PATCH', storage, changed)).status).toBe(204);
    expect(await jsonOf(await azure.get(storage))).toMatchObject(changed);
    expect(await row(azure, query)).toEqual({ flag: 'Enabled' });
    azure.clock.add(19);
    expect(await row(azure, query)).toEqual({ flag: 'Enabled' });
    azure.clock.add(1);
    expect(await row(azure, query)).toEqual({ flag: 'Disabled' });
  });

  test('a group is there at once, its row seconds later', async () => {
    const azure = lagging();
    const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-new';
    const address = `${group}?api-version=2021-04-01`;
    const query = `resourcecontainers | where id =~ '${group}' | count`;
    expect((await azure.send('PUT', address, { location: 'westus' })).status).toBe(201);
    expect((await azure.send('HEAD', address)).status).toBe(204);
    expect(await row(azure, query)).toEqual({ Count: 0 });
    azure.clock.add(20);
    expect(await row(azure, query)).toEqual({ Count: 1 });
  });

  test('a job that was canceled still runs in its row', async () => {
    const azure = lagging();
    const restore = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    await azure.send('POST', restore, exampleRestore);
    azure.clock.add(100);
    const [, name = ''] = /"name":"([^"]+)"/.exec(await (await azure.get(testJobs)).text()) ?? [];
    const query = `${jobs} | where name == '${name}' | project s = properties.status`;
    await azure.send('POST', `${exampleVault}/backupJobs/${name}/cancel?api-version=2024-04-01`);
    expect(await (await azure.get(testJobs)).text()).toContain('"Cancelling"');
    expect(await row(azure, query)).toEqual({ s: 'InProgress' });
    azure.clock.add(60);
    expect(await row(azure, query)).toEqual({ s: 'Cancelled' });
  });

  test('is nothing without a request for it', async () => {
    const azure = testAzure('default');
    const restore = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    const before = await page(ask(azure, `${jobs} | count`));
    await azure.send('POST', restore, exampleRestore);
    const after = await page(ask(azure, `${jobs} | count`));
    expect(Number(after.data[0]?.['Count'])).toBe(Number(before.data[0]?.['Count']) + 1);
  });
});
