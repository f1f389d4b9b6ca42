import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { isWholeMatrix, spreadOf } from '#src/lib/testing-spread.ts';
import { mixedWorld, shutDown, wideWorld } from '#src/mocks/testing-worlds.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';
import {
  compare,
  hasDisagreed,
  type Outcome,
  type Place,
  PLAIN,
  type Wanted,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';

/** As `form-vs-azure.test.ts`, one choice after the other in place of restores at random. */

function placeOf(world: Seed) {
  const { azure } = testAzure({ seed: world, profile: 'documented', faults: [] });
  return { world, arm: testArm((request) => azure.fetch(request)).arm };
}
/** Every other machine is shut down: only of those are disks replaced. */
const isOff = (nth: number): boolean => nth % 2 === 0;
const worlds = {
  default: shutDown(defaultWorld, isOff),
  wide: shutDown(wideWorld, isOff),
  mixed: shutDown(mixedWorld, isOff),
};
const KINDS = ['restoreDisks', 'createVm', 'replaceDisks'] as const;
const cases = (['default', 'wide', 'mixed'] as const).flatMap((name) =>
  KINDS.map((option) => ({ name, option })),
);

/** The steps in which `npm test` goes through the restores. */
const STEP = 7;

/** A sentence for each restore on which the two differ, and how often they did not. */
async function allOf(place: Place, all: readonly Wanted[]) {
  const outcomes: Outcome[] = [];
  for (const one of spreadOf(all, STEP)) outcomes.push(await compare(place, one));
  const count = (what: Outcome) => outcomes.filter((outcome) => outcome === what).length;
  return {
    disagreed: outcomes.filter(hasDisagreed),
    taken: count('taken'),
    refused: count('refused'),
  };
}

describe.each(cases)('form and Azure agree: $option in the $name world', ({ name, option }) => {
  const world = worlds[name];

  test('on every machine with every account of its own subscription, new and old points', async () => {
    const all = world.instances.flatMap(({ vaultId, points }, instance) => {
      const own = world.accounts.filter(({ id }) =>
        sameId(id.split('/')[2], vaultId.split('/')[2]),
      );
      return [...own.keys()].flatMap((staging) =>
        [0, 1, 2, Math.max(0, points.length - 1)].map((point) => ({
          ...PLAIN,
          option,
          instance,
          point,
          staging,
        })),
      );
    });
    const { disagreed, taken, refused } = await allOf(placeOf(world), all);
    expect(disagreed).toEqual([]);
    expect(taken).toBeGreaterThan(isWholeMatrix() ? 20 : 0);
    expect(refused).toBeGreaterThan(isWholeMatrix() ? 100 : 0);
  });

  test('on every machine going to every subscription, by every identity, with every access', async () => {
    const wishes: readonly Partial<Wanted>[] = [
      ...(['none', 'system', 'user'] as const).map((identity) => ({ identity, identityId: 0 })),
      ...(['same', 'public', 'private'] as const).map((diskAccess) => ({ diskAccess, access: 0 })),
      ...[0, 1, 2].map((zone) => ({ zone, point: 6 })),
      ...[...world.subscriptions.keys()].map((subscription) => ({ subscription })),
      { set: 0 },
      { set: 0, restoreAsManaged: true },
      { restoreAsManaged: true, point: 6 },
      { rg: 'new' },
    ];
    const all = world.instances.flatMap((_, instance) =>
      wishes.map((wish) => ({ ...PLAIN, option, instance, point: 1, ...wish })),
    );
    const { disagreed, taken, refused } = await allOf(placeOf(world), all);
    expect(disagreed).toEqual([]);
    expect(taken).toBeGreaterThan(isWholeMatrix() ? 20 : 0);
    expect(refused).toBeGreaterThan(isWholeMatrix() ? 20 : 0);
  });
});
