import { expect, test, vi } from 'vitest';
import { watchWorld } from '#src/mocks/panel/watch-world.ts';
import { openSimulation } from '#src/mocks/simulation.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

async function panel() {
  const store = createMemoryStore();
  const reads: number[] = [];
  const simulation = await openSimulation({
    store: {
      ...store,
      readLog: async (limit, after) => {
        const lines = await store.readLog(limit, after);
        reads.push(lines.length);
        return lines;
      },
    },
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'document',
  });
  const ask = async () =>
    simulation.azure.fetch(
      new Request('https://management.azure.com/subscriptions?api-version=2022-12-01', {
        headers: { Authorization: 'Bearer token' },
      }),
    );
  return { simulation, ask, reads, world: watchWorld(simulation) };
}

test('nothing is read while the panel is closed', async () => {
  const { ask, reads, world } = await panel();
  await ask();
  expect(reads).toEqual([]);
  const close = world.subscribe(() => undefined);
  await vi.waitUntil(() => world.getSnapshot().requests.length === 1);
  close();
  const before = reads.length;
  await ask();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(reads).toHaveLength(before);
});

test('of the log only what is new is read, and many requests at once are read together', async () => {
  const { ask, reads, world } = await panel();
  for (let times = 0; times < 5; times += 1) await ask();
  const close = world.subscribe(() => undefined);
  await vi.waitUntil(() => world.getSnapshot().requests.length === 5);
  for (let times = 0; times < 20; times += 1) await ask();
  await vi.waitUntil(() => world.getSnapshot().requests.length === 25);
  close();
  expect(reads.length).toBeLessThan(6);
  expect(reads.reduce((total, one) => total + one, 0)).toBe(25);
});

test('a restarted world shows empty, with the faults of its scenario alone', async () => {
  const { simulation, ask, world } = await panel();
  const close = world.subscribe(() => undefined);
  await ask();
  await simulation.addFault({ id: 'mine', match: {}, times: 1, effect: { kind: 'drop' } });
  await vi.waitUntil(() => world.getSnapshot().met.length === 1);
  await simulation.removeFault('mine');
  await vi.waitUntil(() => world.getSnapshot().faults.length === 0);
  expect(world.getSnapshot().met).toHaveLength(1);
  await simulation.openScenario('throttled');
  await vi.waitUntil(() => world.getSnapshot().scenario === 'throttled');
  const { requests, events, eventCount, met } = world.getSnapshot();
  close();
  expect([requests, events, eventCount]).toEqual([[], [], 0]);
  expect(met.map(({ id }) => id)).toEqual(['throttled']);
});
