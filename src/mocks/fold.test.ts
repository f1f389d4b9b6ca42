import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, initialState } from '#src/mocks/world/fold.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

test('what was restored before the start is of a point that came before it', () => {
  const { jobs } = initialState(originOf('default'));
  const restores = jobs.filter(({ operation }) => operation === 'Restore');
  const late = restores.filter(({ bag, startedAtMs }) => {
    const point = Date.parse(`${bag['Recovery point time '] ?? ''} UTC`);
    return !(point <= startedAtMs);
  });
  expect(restores.length).toBeGreaterThan(5);
  expect(late).toEqual([]);
});

const names = fc.constantFrom('a', 'b', 'c');
const events: fc.Arbitrary<WorldEvent> = fc.oneof(
  fc.record({
    type: fc.constant('group-created' as const),
    at: fc.nat(),
    subscriptionId: names,
    name: names,
    location: names,
  }),
  fc.record({
    type: fc.constant('group-tagged' as const),
    at: fc.nat(),
    subscriptionId: names,
    name: names,
    tags: fc.dictionary(names, names),
  }),
  fc.record({
    type: fc.constant('job-cancelled' as const),
    at: fc.nat(),
    jobId: names,
    operationId: names,
  }),
  fc.record({
    type: fc.constant('fault-added' as const),
    at: fc.nat(),
    fault: names.map((id) => ({ id, match: {}, times: 2, effect: { kind: 'drop' as const } })),
  }),
  fc.record({
    type: fc.constant('vault-changed' as const),
    at: fc.nat(),
    vaultId: names,
    change: fc.record({
      crossSubscriptionRestore: fc.constantFrom('Enabled', 'Disabled', 'PermanentlyDisabled'),
    }),
    operationId: names,
    operationMs: fc.nat(),
  }),
  fc.record({
    type: fc.constant('vault-configured' as const),
    at: fc.nat(),
    vaultId: fc.constantFrom('a', exampleVault),
    change: fc.record({ crossRegionRestore: fc.constantFrom('Enabled', 'Disabled') }),
  }),
  fc.record({
    type: fc.constant('operation-accepted' as const),
    at: fc.nat(),
    kind: fc.constantFrom('item', 'validation'),
    scopeId: names,
    operationId: names,
    operationMs: fc.nat(),
  }),
  fc.record({
    type: fc.constant('point-mounted' as const),
    at: fc.nat(),
    pointId: names,
    isMounted: fc.boolean(),
    ms: fc.nat(),
    operationId: names,
    isRenewal: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('point-tiered' as const),
    at: fc.nat(),
    itemId: names,
    pointName: names,
    tiers: fc.constant([{ type: 'ArchivedRP' as const, status: 'Valid' as const }]),
    fromMs: fc.nat(),
  }),
  fc.record({
    type: fc.constant('machine-powered' as const),
    at: fc.nat(),
    machineId: names,
    isStopped: fc.boolean(),
  }),
  fc.record({ type: fc.constant('resource-removed' as const), at: fc.nat(), id: names }),
  fc.record({ type: fc.constant('fault-used' as const), at: fc.nat(), faultId: names }),
  fc.record({ type: fc.constant('fault-removed' as const), at: fc.nat(), faultId: names }),
);
const logs = fc
  .array(events, { maxLength: 30 })
  .map((list) => list.map((event, index) => ({ seq: index + 1, event })));

test('it does not matter in how many parts a log is read, or whether parts are read twice', () => {
  const start = initialState(originOf('document'));
  fc.assert(
    fc.property(logs, fc.nat(30), fc.nat(30), (log, cut, back) => {
      const whole = fold(start, log);
      const half = fold(start, log.slice(0, cut));
      expect(fold(half, log.slice(cut))).toEqual(whole);
      expect(fold(half, log.slice(Math.max(0, cut - back)))).toEqual(whole);
    }),
  );
});

test('a store numbers events in the order of their appends and forgets none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(events, { maxLength: 3 }), { maxLength: 6 }),
      async (batches) => {
        const store = createMemoryStore();
        await Promise.all(batches.map((batch) => store.exclusively(() => store.append(batch))));
        const stored = await store.read(0);
        expect(stored.map(({ event }) => event)).toEqual(batches.flat());
        expect(stored.map(({ seq }) => seq)).toEqual(batches.flat().map((_, index) => index + 1));
      },
    ),
  );
});
