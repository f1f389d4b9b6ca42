import { expect, test } from 'vitest';
import {
  deleteAsOther,
  groupOffers,
  isRemovable,
  machineOffers,
  powerAsOther,
  removableOffers,
  restoreAsOther,
  subscriptionOf,
} from '#src/mocks/panel/as-another-person.ts';
import { openSimulation } from '#src/mocks/simulation.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

const simulation = () =>
  openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'default',
  });

test('another person’s restore is accepted, refused in Azure’s words, or has no machine or group', async () => {
  const it = await simulation();
  const order = { instance: 'testVM', group: 'targetRG' };
  expect(await restoreAsOther(it, order)).toMatchObject({ kind: 'accepted' });
  const again = await restoreAsOther(it, { ...order, vmName: '-' });
  expect(again.kind === 'refused' ? again.reason : '{').not.toContain('{');
  expect(await restoreAsOther(it, { ...order, instance: 'nobody' })).toEqual({
    kind: 'unknown',
    what: 'machine',
  });
  expect(await restoreAsOther(it, { ...order, group: 'rg-nowhere' })).toEqual({
    kind: 'unknown',
    what: 'group',
  });
  expect(await it.events()).toHaveLength(1);
});

test('what is not there is not deleted, and what was deleted is not deleted twice', async () => {
  const it = await simulation();
  const point = `${exampleItem}/recoveryPoints/20982486783671`;
  expect(await deleteAsOther(it, `${exampleItem}/recoveryPoints/1`)).toBe(false);
  expect(await deleteAsOther(it, ` ${point} `)).toBe(true);
  expect(await deleteAsOther(it, point)).toBe(false);
  expect(await it.events()).toHaveLength(1);
});

test('a machine is shut down and started by its name; one that is not there is not', async () => {
  const it = await simulation();
  expect(await powerAsOther(it, ' APP01 ', true)).toBe(true);
  expect(await powerAsOther(it, 'app01', false)).toBe(true);
  expect(await powerAsOther(it, 'nobody', true)).toBe(false);
  expect(await powerAsOther(it, 'old-crm-01', true)).toBe(false);
  const machineId: unknown = expect.stringMatching(/virtualMachines\/app01$/);
  expect((await it.events()).map(({ event }) => event)).toMatchObject([
    { type: 'machine-powered', machineId, isStopped: true },
    { type: 'machine-powered', machineId, isStopped: false },
  ]);
});

const state = await testAzure('default').azure.state();
const example = subscriptionOf(state, 'testVM');

test('a few machines are offered, those whose name contains what was typed', () => {
  expect(machineOffers(state, '')).toHaveLength(12);
  expect(machineOffers(state, 'TESTvm').map(({ value }) => value)).toEqual(['testVM']);
  expect(machineOffers(state, 'nobody')).toEqual([]);
});

test('of two machines of one name the second goes by its id', () => {
  const [first] = [...state.seed.instances];
  const twins = first === undefined ? [] : [first, { ...first, id: `${first.id}-twin` }];
  const offers = machineOffers({ ...state, seed: { ...state.seed, instances: twins } }, '');
  expect(offers.map(({ value }) => value)).toEqual([first?.friendlyName, `${first?.id}-twin`]);
});

test('the groups of the vault’s subscription are offered, and of no other', () => {
  const offered = groupOffers(state, 'testVM', '').map(({ value }) => value);
  expect(offered).toContain('targetRG');
  const groups = state.groups.filter(({ subscriptionId }) => subscriptionId === example);
  expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(offered));
  expect(groupOffers(state, exampleItem, 'TARGET').map(({ value }) => value)).toEqual(['targetRG']);
  expect(subscriptionOf(state, 'nobody')).toBeNull();
});

test('what is there can be deleted, in any letter case; what is not there cannot', () => {
  const [offer] = removableOffers(state, 'testaccount');
  expect(offer?.about).toBe('testAccount');
  expect(isRemovable(state, offer?.value.toUpperCase() ?? '')).toBe(true);
  expect(isRemovable(state, `${exampleItem}/recoveryPoints/20982486783671`)).toBe(true);
  expect(isRemovable(state, `${exampleItem}/recoveryPoints/1`)).toBe(false);
  expect(isRemovable(state, '')).toBe(false);
});

test('in a world of a hundred thousand machines any is found by its name, and little is looked at', async () => {
  const large = await testAzure('scale').azure.state();
  const [, last = ''] = [...large.seed.instances].map(({ friendlyName }) => friendlyName).slice(-2);
  expect(machineOffers(large, last).map(({ value }) => value)).toContain(last);
  let looked = 0;
  const instances = {
    byId: () => undefined,
    near: () => [],
    *[Symbol.iterator]() {
      for (const one of large.seed.instances) {
        looked += 1;
        yield one;
      }
    },
  };
  const seed = { ...large.seed, instances };
  expect(machineOffers({ ...large, seed }, 'nobody')).toEqual([]);
  expect(removableOffers({ ...large, seed }, 'nothing')).toEqual([]);
  expect(looked).toBeLessThan(5000);
});
