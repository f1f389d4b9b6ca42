import { expect, test } from 'vitest';
import { answerOf } from '#src/mocks/resource-graph/memory.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { initialState, type State } from '#src/mocks/world/fold.ts';
import type { MadeThings } from '#src/mocks/world/find-thing.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';

const world = scaleWorld();
const now = isoMs(world.startsAt);

/** As the product asks for its list. */
const listed = (condition: string, order: string): string =>
  `recoveryservicesresources
| where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')
| where properties.backupManagementType =~ 'AzureIaasVM'${condition}
| order by tolower(tostring(properties.friendlyName)) ${order}, id asc
| project id, name, type, location, subscriptionId, properties`;
const firstPage = listed('', 'asc');

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
  expect(() => ask(partly, listed('', 'desc'))).toThrow(all);
  const healthy = "\n| where properties.healthStatus =~ 'Passed'";
  expect(() => ask(partly, listed(healthy, 'asc'))).toThrow(all);
  const subscriptions = world.subscriptions.slice(0, 1).map(({ subscriptionId }) => subscriptionId);
  expect(() => ask(partly, firstPage, subscriptions)).toThrow(all);
});
