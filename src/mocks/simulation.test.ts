import { expect, test } from 'vitest';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { openSimulation, type TabChannel, WORLD_FORMAT } from '#src/mocks/simulation.ts';
import { jsonOf } from '#src/mocks/testing.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { createMemoryStore, type EventStore } from '#src/mocks/world/store.ts';

/** Two ends of a channel between tabs. */
function channelPair(): readonly [TabChannel, TabChannel] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (own: 0 | 1, other: 0 | 1): TabChannel => ({
    post: (message) => {
      for (const listener of listeners[other]) listener(message);
    },
    onMessage: (listener) => {
      listeners[own].push(listener);
    },
  });
  return [end(0, 1), end(1, 0)];
}

const request = (path: string, body?: unknown): Request =>
  new Request(`https://management.azure.com${path}?api-version=2024-04-01`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: 'Bearer token' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const restore = () =>
  request(`${exampleItem}/recoveryPoints/20982486783671/restore`, exampleRestore);
const countJobs = async (answer: Promise<Response>) => {
  const list = await jsonOf(await answer);
  return JSON.stringify(list).split('"jobType"').length - 1;
};

async function twoTabs() {
  const store = createMemoryStore();
  const [here, there] = channelPair();
  const first = await openSimulation({ store, durable: true, channel: here, wanted: 'document' });
  const second = await openSimulation({ store, durable: true, channel: there, wanted: null });
  return { store, first, second };
}

test('a reload finds the same world and the same clock; another scenario starts again', async () => {
  const { store, first } = await twoTabs();
  await first.clock.pause();
  await first.clock.step(3_600_000);
  const then = first.clock.now();
  await first.azure.fetch(restore());
  const [channel] = channelPair();
  const again = await openSimulation({ store, durable: true, channel, wanted: 'document' });
  expect(again.clock.now()).toBe(then);
  expect(await again.events()).toHaveLength(1);
  expect(await again.eventCount()).toBe(1);
  const other = await openSimulation({ store, durable: true, channel, wanted: 'recorded' });
  expect(await other.scenario()).toBe('recorded');
  expect(await other.events()).toHaveLength(0);
});

test('a tab that opens another scenario takes the others along', async () => {
  const store = createMemoryStore();
  const [here, there] = channelPair();
  const first = await openSimulation({ store, durable: true, channel: here, wanted: 'default' });
  await first.clock.pause();
  let restarts = 0;
  first.onRestart(() => {
    restarts += 1;
  });
  const second = await openSimulation({ store, durable: true, channel: there, wanted: 'document' });
  await Promise.resolve();
  expect([restarts, first.clock.now()]).toEqual([1, second.clock.now()]);
  expect(await first.scenario()).toBe('document');
});

test('two tabs have one clock and one world, also after a reset in one of them', async () => {
  const { first, second } = await twoTabs();
  let restarts = 0;
  second.onRestart(() => {
    restarts += 1;
  });
  await first.clock.pause();
  await first.clock.step(60_000);
  await Promise.resolve();
  expect(second.clock.isPaused).toBe(true);
  expect(second.clock.now()).toBe(first.clock.now());

  await first.azure.fetch(restore());
  const list = () => second.azure.fetch(request(`${exampleVault}/backupJobs`));
  expect(await countJobs(list())).toBe(1);
  await first.reset();
  expect(await countJobs(list())).toBe(0);
  expect(restarts).toBe(1);
  expect(second.clock.isPaused).toBe(true);
  expect(await first.requests()).toHaveLength(1);
  expect((await first.requests(1)).map(({ status }) => status)).toEqual([200]);
});

test('a fault set in one tab meets a request of the other', async () => {
  const { first, second } = await twoTabs();
  await first.addFault({ id: 'gone', match: {}, times: 1, effect: { kind: 'drop' } });
  expect(await second.faults()).toMatchObject([{ used: 0 }]);
  await expect(second.azure.fetch(request(exampleVault))).rejects.toThrow(TypeError);
  expect(await first.faults()).toMatchObject([{ used: 1 }]);
  await second.removeFault('gone');
  expect(await first.faults()).toEqual([]);
});

test('a clock that is off moves what every tab’s page reads, and not the world’s', async () => {
  const { first, second } = await twoTabs();
  await first.clock.pause();
  const world = first.clock.now();
  const off = (id: string, minutes: number): Fault => ({
    id,
    match: {},
    times: null,
    effect: { kind: 'clock-off', minutes },
  });
  await first.addFault(off('slow', -60));
  await expect.poll(() => second.client.aheadMs()).toBe(-3_600_000);
  expect([first.client.aheadMs(), first.clock.now()]).toEqual([-3_600_000, world]);
  let jumps = 0;
  second.clock.onJump(() => {
    jumps += 1;
  });
  await second.addFault(off('fast', 3));
  expect([second.client.aheadMs(), jumps]).toEqual([180_000, 1]);
  await expect.poll(() => first.client.aheadMs()).toBe(180_000);
  const { headers } = await second.azure.fetch(request(exampleVault));
  expect(Date.parse(headers.get('date') ?? '')).toBe(Math.floor(world / 1000) * 1000);
  expect(await second.faults()).toMatchObject([{ used: 0 }, { used: 0 }]);
  await second.reset();
  expect(second.client.aheadMs()).toBe(0);
  await expect.poll(() => first.client.aheadMs()).toBe(0);
});

/** A world as a version before this one may have left it. */
async function worldOfBefore(change: (store: EventStore) => Promise<unknown>) {
  const store = createMemoryStore();
  const [channel] = channelPair();
  const before = await openSimulation({ store, durable: true, channel, wanted: 'document' });
  await before.azure.fetch(restore());
  await before.clock.setSpeed(60);
  await change(store);
  return openSimulation({ store, durable: true, channel, wanted: null });
}

/** Stores the restore of that world once more, changed. */
const oddRestore = (change: object) => async (store: EventStore) => {
  const [first] = await store.read(0);
  await store.append(first === undefined ? [] : [Object.assign({}, first.event, change)]);
};
type Spoiling = Readonly<Record<string, (store: EventStore) => Promise<unknown>>>;

const UNREADABLE: Spoiling = {
  'another format': (store) => store.setMeta('format', WORLD_FORMAT - 1),
  'a restore without its plan': oddRestore({ plan: undefined }),
  'a restore whose plan has other names': oddRestore({ plan: { steps: [] } }),
  'a scenario that is no more': (store) => store.setMeta('scenario', 'forgotten'),
};
test.each(Object.entries(UNREADABLE))('%s starts the world again', async (_, change) => {
  const opened = await worldOfBefore(change);
  expect(opened.isReplaced).toBe(true);
  expect(await opened.events()).toEqual([]);
  expect(opened.clock.speed).toBe(60);
  expect((await opened.azure.fetch(request(exampleItem))).status).toBe(200);
});

const line = {
  requestId: 'r',
  at: 1,
  method: 'GET',
  path: '/x',
  status: 200,
  operation: null,
  afterEvent: 1,
};
const moon = { kind: 'moon' };
const PASSED_OVER: Spoiling = {
  'no format': (store) => store.setMeta('format', undefined),
  'an event of an unknown kind': oddRestore({ type: moon.kind }),
  'a fault of an unknown kind': oddRestore({
    type: 'fault-added',
    fault: { id: 'f', effect: moon },
  }),
  'a line of the log without all that it has today': (store) =>
    store.logRequest(Object.assign(line, { status: undefined, operation: undefined })),
};
test.each(Object.entries(PASSED_OVER))(
  '%s is passed over, and the world stays',
  async (_, change) => {
    const opened = await worldOfBefore(change);
    expect(opened.isReplaced).toBe(false);
    expect(opened.clock.speed).toBe(60);
    expect(
      await countJobs(opened.azure.fetch(request(`${exampleVault}/backupJobs`))),
    ).toBeGreaterThan(0);
    expect(await opened.faults()).toEqual([]);
  },
);

test('another scenario, or the first visit, is no simulation that was lost', async () => {
  const store = createMemoryStore();
  const [channel] = channelPair();
  const first = await openSimulation({ store, durable: true, channel, wanted: null });
  expect(first.isReplaced).toBe(false);
  await store.setMeta('format', WORLD_FORMAT - 1);
  const other = await openSimulation({ store, durable: true, channel, wanted: 'recorded' });
  expect(other.isReplaced).toBe(false);
});
