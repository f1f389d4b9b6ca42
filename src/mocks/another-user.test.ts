import { expect, test } from 'vitest';
import { openSimulation } from '#src/mocks/simulation.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

async function simulation() {
  return openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'default',
  });
}

async function accepted(of: Awaited<ReturnType<typeof simulation>>) {
  return (await of.events()).flatMap(({ event }) =>
    event.type === 'restore-accepted' ? [event] : [],
  );
}

test('another person restores disks of the same machine: one job, no request of ours', async () => {
  const it = await simulation();
  const jobId = await it.restoreAsAnotherUser({ instance: 'testvm', group: 'targetRG' });
  const [event, ...more] = await accepted(it);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ jobId, byAnotherUser: true, plan: { friendlyName: 'testVM' } });
  expect(event?.plan.bag).toMatchObject({
    'Job Type': 'Recover disks',
    'Target resource group': 'targetRG',
  });
  expect(await it.requests()).toEqual([]);
});

test('or makes a new machine of it', async () => {
  const it = await simulation();
  const order = { instance: exampleItem, group: 'targetRG', vmName: 'theirs' };
  await it.restoreAsAnotherUser(order);
  expect((await accepted(it))[0]?.plan.bag).toMatchObject({
    'Job Type': 'Recover VM to an alternate location',
    'Target VM Name': 'theirs',
  });
  await expect(it.restoreAsAnotherUser(order)).rejects.toThrow('exists already');
  expect(await accepted(it)).toHaveLength(1);
});

test('faults that wait for our request are left alone', async () => {
  const it = await simulation();
  const effect = { kind: 'answer-lost' } as const;
  await it.addFault({ id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect });
  await it.restoreAsAnotherUser({ instance: 'testVM', group: 'targetRG' });
  expect((await it.faults()).map(({ used }) => used)).toEqual([0]);
});

test.each([
  ['a machine that is not there', { instance: 'nobody', group: 'targetRG' }, 'nobody'],
  ['a group that is not there', { instance: 'testVM', group: 'nowhere' }, 'nowhere'],
  ['a machine without points', { instance: 'build-agent-04', group: 'rg-build' }, 'point'],
])('%s is an error that names it', async (_, order, words) => {
  const it = await simulation();
  await expect(it.restoreAsAnotherUser(order)).rejects.toThrow(words);
  expect(await it.events()).toEqual([]);
});

test('what is removed is an event like any other', async () => {
  const it = await simulation();
  await it.removeResource('/x');
  expect((await it.events()).map(({ event }) => event)).toMatchObject([
    { type: 'resource-removed', id: '/x' },
  ]);
});
