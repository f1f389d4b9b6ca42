import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { answerOf } from '#src/mocks/resource-graph/query.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { restored, versions } from '#src/mocks/testing-manners.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { timelineAt } from '#src/mocks/time/plan.ts';
import type { MadeThings } from '#src/mocks/world/find-thing.ts';
import { initialState, type State } from '#src/mocks/world/fold.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';

const graphPath = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const origin = originOf('default');
const newState = (): State => initialState(origin);
const startMs = isoMs(origin.seed.startsAt);
const jobs = "recoveryservicesresources | where type endswith '/backupJobs'";

/** Moments at which jobs of the world end, just before and just after, and a day on: in their order. */
function moments(): readonly number[] {
  const ends = newState().jobs.flatMap((plan) => {
    const { endedAtMs } = timelineAt(plan, null, startMs + 86_400_000);
    return endedAtMs !== null && endedAtMs > startMs ? [endedAtMs - 1, endedAtMs] : [];
  });
  const first = [...new Set(ends)].toSorted((a, b) => a - b).slice(0, 6);
  return [startMs, ...first, startMs + 86_400_000];
}

const sorts = [
  'todatetime(properties.startTime)',
  'tostring(properties.status)',
  'tolower(tostring(properties.entityFriendlyName))',
  'tostring(properties.duration)',
];

const questions = [
  ...sorts.flatMap((sort) =>
    ['asc', 'desc'].map(
      (way) => `${jobs} | where todatetime(properties.startTime) > ago(7d)
| order by ${sort} ${way}, id asc | project id, name, type, properties`,
    ),
  ),
  `${jobs} | where properties.status in~ ('InProgress') | order by id asc | project id, properties`,
  `${jobs} | project name, properties`,
  `${jobs} | order by tostring(properties.status) asc | project name`,
  `${jobs} | extend old = todatetime(properties.startTime) < ago(1h)
| extend rank = iff(old, 1, 0) | order by rank asc | project name, rank`,
  `${jobs} | extend at = todatetime(properties.startTime) | where at > ago(2h)
| summarize jobs = count() by status = tostring(properties.status), hour = bin(at, 1h)`,
  `${jobs} | where properties.duration == 'PT0S' or isnull(properties.endTime) | count`,
];

/** The answer of a state of the world, with earlier queries at other moments, or without. */
function rows(state: State, text: string, now: number) {
  return answerOf(state, { text, subscriptions: [], now }).records();
}

describe('what is remembered of jobs that ended changes no answer', () => {
  test.each(questions)('%s', (question) => {
    const [on, back] = [newState(), newState()];
    const all = moments();
    const fresh = new Map(all.map((now) => [now, rows(newState(), question, now)]));
    for (const now of all) expect(rows(on, question, now)).toEqual(fresh.get(now));
    for (const now of all.toReversed()) expect(rows(back, question, now)).toEqual(fresh.get(now));
    // The world is not the same all the time: something ended.
    expect(new Set([...fresh.values()].map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
  });
});

describe('what is kept of jobs that ended is for one list of them', () => {
  const newest = questions[1] ?? '';
  const byStatus = `${jobs} | order by tostring(properties.status) asc, id asc | project id, properties`;

  test('a moment that another question comes from, earlier or later, changes no answer', () => {
    const state = newState();
    const all = moments();
    const order = [all[3], all[5], all[1], all[6], all[2], all[4], all[0], all[7]];
    for (const [nth, now = startMs] of order.entries()) {
      const other = order[(nth + 3) % order.length] ?? startMs;
      rows(state, byStatus, other);
      for (const question of [newest, byStatus]) {
        expect(rows(state, question, now)).toEqual(rows(newState(), question, now));
      }
    }
  });

  test('a page that is looked at later is still of its moment', () => {
    const state = newState();
    const [first = 0, last = 0] = [moments()[0], moments().at(-1)];
    const early = answerOf(state, {
      text: `${jobs} | project id, properties`,
      subscriptions: [],
      now: first,
    });
    rows(state, byStatus, last);
    expect(early.records()).toEqual(rows(newState(), `${jobs} | project id, properties`, first));
  });

  test.each([
    'order by tolower(tostring(properties.operation)) asc | project id',
    'order by tolower(tostring(properties.operation)) desc | project id, properties.status',
  ])('jobs that are equal in order come as the table has them: %s', (rest) => {
    const state = newState();
    for (const now of moments()) {
      rows(state, byStatus, now);
      expect(rows(state, `${jobs} | ${rest}`, now)).toEqual(
        rows(newState(), `${jobs} | ${rest}`, now),
      );
    }
  });

  test('a job comes into a window of time, and leaves it', () => {
    const state = newState();
    const seen = new Set<number>();
    for (const minutes of [0, 1, 30, 90, 600, 3000, 9000, 11_000]) {
      const now = startMs + minutes * 60_000;
      for (const window of ['> ago(2h)', '>= ago(7d)', '< ago(3h)', '<= ago(1d)', '!= ago(1h)']) {
        const text = `${jobs} | where todatetime(properties.startTime) ${window}
| order by todatetime(properties.startTime) desc, id asc | project id`;
        expect(rows(state, text, now)).toEqual(rows(newState(), text, now));
        seen.add(rows(state, text, now).length);
      }
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});

/** As the product asks for its list of jobs. */
const jobList = `recoveryservicesresources
| where type in~ ('microsoft.recoveryservices/vaults/backupjobs', 'microsoft.dataprotection/backupvaults/backupjobs')
| where todatetime(properties.startTime) > ago(7d)
| order by tostring(properties.status) asc, id asc
| project id, properties`;

const anyRow = z.record(z.string(), z.unknown());

/** The list of jobs as it is answered, and as it would be in a world of which nothing is remembered. */
async function jobsIn({ send, azure, clock }: TestAzure) {
  const { data } = graphPageWire.parse(
    await jsonOf(await send('POST', graphPath, { query: jobList })),
  );
  const now = clock.now();
  const never = { ...stateAt({ ...(await azure.state()) }, now) };
  const fresh = answerOf(never, { text: jobList, subscriptions: [], now }).records(0, 1000);
  expect(data).toEqual(z.array(anyRow).parse(JSON.parse(JSON.stringify(fresh))));
  return data;
}

const statusOf = (jobRows: readonly unknown[], jobId: string): unknown =>
  z
    .array(z.looseObject({ id: z.string(), properties: z.looseObject({ status: z.string() }) }))
    .parse(jobRows)
    .find(({ id }) => id.endsWith(jobId))?.properties.status;

test('a new restore is listed, and each state that it comes into', async () => {
  const azure = testAzure('default');
  const before = await jobsIn(azure);
  const { jobId } = await restored(azure);
  const running = await jobsIn(azure);
  expect(running).toHaveLength(before.length + 1);
  expect(statusOf(running, jobId)).toBe('InProgress');
  azure.clock.add(4 * 3600);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Completed');
});

test('a restore that is stopped by a person is listed so, while it stops and afterwards', async () => {
  const azure = testAzure('default');
  const { jobId } = await restored(azure);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('InProgress');
  const job = `${exampleVault}/backupJobs/${jobId}/cancel?api-version=${versions.present}`;
  expect((await azure.send('POST', job)).status).toBe(202);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Cancelling');
  azure.clock.add(30);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Cancelled');
});

test('a vault is deleted while its jobs are listed', async () => {
  const azure = testAzure('default');
  const { jobId } = await restored(azure);
  await jobsIn(azure);
  await azure.azure.append([{ type: 'resource-removed', at: azure.clock.now(), id: exampleVault }]);
  await jobsIn(azure);
  azure.clock.add(4 * 3600);
  // Whether it is listed then, the answer without a memory says.
  expect(statusOf(await jobsIn(azure), jobId)).not.toBe('InProgress');
});

test('another scenario, and the same one started again, know nothing of the one before', async () => {
  let world = { epoch: 0, origin: originOf('default') };
  const azure = testAzure('default', { world: async () => world });
  const { jobId } = await restored(azure);
  const first = await jobsIn(azure);
  expect(statusOf(first, jobId)).toBe('InProgress');
  await azure.store.clear();
  world = { epoch: 1, origin: originOf('default') };
  expect(statusOf(await jobsIn(azure), jobId)).toBeUndefined();
  world = { epoch: 2, origin: originOf('scale') };
  expect(await jobsIn(azure)).not.toEqual(first);
});

const world = scaleWorld();
const now = isoMs(world.startsAt);

/** As the product asks for its list of machines. */
const itemList = (condition: string, order: string): string =>
  `recoveryservicesresources
| where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')
| where properties.backupManagementType =~ 'AzureIaasVM'${condition}
| order by tolower(tostring(properties.friendlyName)) ${order}, id asc
| project id, name, type, location, subscriptionId, properties`;
const firstPage = itemList('', 'asc');

type Instance = typeof world.instances extends Iterable<infer One> ? One : never;

function made(): MadeThings<Instance> {
  if (!('byId' in world.instances)) throw new Error('The instances of the world are written down.');
  return world.instances;
}

/** The large world with other ways to its instances. */
const worldWith = (instances: MadeThings<Instance>): State =>
  initialState({ ...originOf('scale'), seed: { ...world, instances } });

const near: MadeThings<Instance>['near'] = (clue) => made().near(clue);
const byId: MadeThings<Instance>['byId'] = (id) => made().byId(id);

/** Fails when all of its instances are gone through. */
const partly = worldWith({
  near,
  byId,
  inOrder: made().inOrder,
  [Symbol.iterator]: () => {
    throw new Error('all instances are gone through');
  },
});

/** The same world without a known order. */
const unordered = worldWith({
  near,
  byId,
  [Symbol.iterator]: () => made()[Symbol.iterator](),
});

const ask = (state: State, text: string, subscriptions: readonly string[] = []) =>
  answerOf(state, { text, subscriptions, now });

test('a page of the list by name is made alone, and the list is counted', () => {
  const answer = ask(partly, firstPage);
  expect(answer.length).toBe(100_000);
  expect(answer.records(50_000, 200)).toHaveLength(200);
  expect(answer.records(99_990, 200)).toHaveLength(10);
  expect(ask(partly, `${firstPage} | count`).records()).toEqual([{ Count: 100_000 }]);
});

test('its rows are those of a list that is gone through and sorted', () => {
  const all = ask(unordered, firstPage);
  const answer = ask(partly, firstPage);
  for (const from of [0, 200, 31_337, 99_900]) {
    expect(answer.records(from, 200)).toEqual(all.records(from, 200));
  }
});

test('another order, a condition and a subscription go through the list', () => {
  const all = 'all instances are gone through';
  expect(() => ask(partly, itemList('', 'desc'))).toThrow(all);
  const healthy = "\n| where properties.healthStatus =~ 'Passed'";
  expect(() => ask(partly, itemList(healthy, 'asc'))).toThrow(all);
  const subscriptions = world.subscriptions.slice(0, 1).map(({ subscriptionId }) => subscriptionId);
  expect(() => ask(partly, firstPage, subscriptions)).toThrow(all);
});
