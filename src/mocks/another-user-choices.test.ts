import { expect, test } from 'vitest';
import {
  groupOffers,
  isRemovable,
  machineOffers,
  removableOffers,
  subscriptionOf,
} from '#src/mocks/another-user-choices.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';

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
