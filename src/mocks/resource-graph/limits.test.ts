import { describe, expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query/wire.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure, type TestAzure } from '#src/mocks/testing.ts';

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const items = `recoveryservicesresources | where type endswith '/protecteditems' | project id | order by id asc`;
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
  test('is counted down, and begins anew', async () => {
    const azure = testAzure('default');
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

  test('refuses nothing in most worlds', async () => {
    const azure = testAzure('default');
    const over = await lastOf(azure, 16);
    expect([over.status, over.headers.get('x-ms-user-quota-remaining')]).toEqual([200, '0']);
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
  const first = await page(ask(azure, items, { $top: 10 }));
  const next = { $top: 10, $skipToken: first.$skipToken };
  const refused = await ask(azure, items, next);
  expect(refused.status).toBe(400);
  expect(await jsonOf(refused)).toMatchObject({
    error: { code: 'BadRequest', details: [{ code: 'InvalidSkipToken' }] },
  });
  expect((await page(ask(azure, items, next))).count).toBe(7);
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

  test('is computed anew at another moment, where the answer hangs on the clock', async () => {
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
    expect((await page(ask(azure, items))).totalRecords).toBe(17);
    expect(
      (await page(azure.send('POST', path, { query: items, subscriptions }))).totalRecords,
    ).toBe(1);
    for (let nth = 0; nth < 6; nth += 1) {
      const few = await page(ask(azure, `${items} | take ${nth}`));
      expect(few.totalRecords).toBe(nth);
    }
    expect((await page(ask(azure, items))).totalRecords).toBe(17);
  });
});
