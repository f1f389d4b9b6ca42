import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeStorage, fakeStorage, TEST_OWNER } from '#src/lib/testing.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

let storage: FakeStorage;
const replaced: unknown[] = [];
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
  vi.stubGlobal('sessionStorage', { clear: () => undefined });
  vi.stubGlobal('history', { replaceState: (...args: unknown[]) => replaced.push(args.at(-1)) });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page that was just loaded: what other tests have left in its modules is of another one. */
async function loaded() {
  vi.resetModules();
  const { ownName, setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  const { wait } = await import('#src/lib/clock.ts');
  const { onReadsCounted, addRestCheck } = await import('#src/lib/page-state.ts');
  const { openSimulation } = await import('#src/mocks/simulation.ts');
  const visits = await import('#src/mocks/panel/window.ts');
  const simulation = await openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'document',
  });
  return { ...visits, ownName, simulation, wait, onReadsCounted, addRestCheck };
}

/** A page that notes what is done with it. */
function notedPage() {
  const done: string[] = [];
  return { done, page: { draw: () => done.push('drawn'), remove: () => done.push('removed') } };
}

test('ends a visit at rest and starts the next one as in a new browser', async () => {
  const { simulation, beginVisit, endVisit, ownName } = await loaded();
  const { done, page } = notedPage();
  const { entries } = storage;
  const ofAnother = 'restore-center/live/azurecloud/tenant/other/draft.1';
  for (const key of ['restore-center.theme', 'other', ownName('draft.1'), ofAnother])
    entries.set(key, 'text');
  await simulation.clock.setSpeed(3600);
  await simulation.clock.pause();
  await simulation.azure.append([{ type: 'fault-removed', at: 0, faultId: 'none' }]);
  expect(await endVisit(simulation, page)).toBe(true);
  await beginVisit(simulation, page, { path: '/jobs', scenario: 'recorded' });
  expect(done).toEqual(['removed', 'drawn']);
  expect(replaced.at(-1)).toBe('/jobs');
  // As after an address that names the scenario, whose visit is no first one.
  expect([...entries.keys()]).toEqual([ofAnother, ownName('firstVisit')]);
  expect(await simulation.events()).toHaveLength(0);
  expect(await simulation.scenario()).toBe('recorded');
  expect(simulation.clock).toMatchObject({ speed: 1, isPaused: false });
});

test('a visit starts with the faults of its address, which are removed from it', async () => {
  const { simulation, beginVisit } = await loaded();
  const { page } = notedPage();
  await beginVisit(simulation, page, { path: '/jobs?fault=offline&a=b', scenario: 'document' });
  expect(replaced.at(-1)).toBe('/jobs?a=b');
  expect(await simulation.faults()).toMatchObject([{ fault: { id: 'offline' } }]);
  await beginVisit(simulation, page, { path: '/jobs', scenario: 'document' });
  expect(await simulation.faults()).toEqual([]);
});

test('an answer that is held back does not end by itself', async () => {
  const { simulation, endVisit } = await loaded();
  await simulation.addFault({
    id: 'held',
    match: {},
    times: null,
    effect: { kind: 'latency', seconds: 4 },
  });
  const address = `https://management.azure.com${exampleVault}?api-version=2024-04-01`;
  const headers = { Authorization: 'Bearer token' };
  const answer = simulation.azure.fetch(new Request(address, { headers }));
  expect(await endVisit(simulation, notedPage().page)).toBe(false);
  await answer;
  expect(await endVisit(simulation, notedPage().page)).toBe(true);
});

test('an answer that never comes does not end by itself either, and nothing waits for it', async () => {
  const { simulation, endVisit, allRead } = await loaded();
  await simulation.addFault({
    id: 'silent',
    match: {},
    times: null,
    effect: { kind: 'never-answers' },
  });
  const request = new Request(`https://management.azure.com${exampleVault}?api-version=2024-04-01`);
  void simulation.azure.fetch(request);
  expect(await allRead(simulation)).toBe(true);
  expect(await endVisit(simulation, notedPage().page)).toBe(false);
});

test('all is read when no answer is on its way any more', async () => {
  const { simulation, allRead } = await loaded();
  expect(await allRead(simulation)).toBe(true);
  await simulation.addFault({
    id: 'held',
    match: {},
    times: 1,
    effect: { kind: 'latency', seconds: 0.2 },
  });
  const address = `https://management.azure.com${exampleVault}?api-version=2024-04-01`;
  const headers = { Authorization: 'Bearer token' };
  const answer = simulation.azure.fetch(new Request(address, { headers }));
  const first = Promise.race([answer, allRead(simulation)]);
  expect(await first).toBeInstanceOf(Response);
});

test('a read that has not reached the simulator yet is waited for', async () => {
  const { simulation, allRead, onReadsCounted } = await loaded();
  let reads = 1;
  onReadsCounted(() => reads);
  const done: string[] = [];
  const all = allRead(simulation).then(() => done.push('all read'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  done.push('answered');
  reads = 0;
  await all;
  expect(done).toEqual(['answered', 'all read']);
});

test('a wait without an abort does not end by itself', async () => {
  const { simulation, wait, endVisit } = await loaded();
  const controller = new AbortController();
  const waiting = wait(86_400_000, controller.signal).catch(() => undefined);
  expect(await endVisit(simulation, notedPage().page)).toBe(false);
  controller.abort();
  await waiting;
  expect(await endVisit(simulation, notedPage().page)).toBe(true);
});

test('what goes on in a module does not end by itself', async () => {
  const { simulation, addRestCheck, endVisit } = await loaded();
  let isAtRest = false;
  const leave = addRestCheck(() => isAtRest);
  expect(await endVisit(simulation, notedPage().page)).toBe(false);
  isAtRest = true;
  expect(await endVisit(simulation, notedPage().page)).toBe(true);
  isAtRest = false;
  leave();
  expect(await endVisit(simulation, notedPage().page)).toBe(true);
});
