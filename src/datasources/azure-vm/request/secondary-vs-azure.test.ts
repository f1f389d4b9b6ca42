import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { mixedWorld, shutDown } from '#src/mocks/testing-worlds.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import {
  compare,
  hasDisagreed,
  type Outcome,
  PLAIN,
  type Wanted,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';

/** In the secondary region too the form accepts exactly what the simulated Azure accepts. */

function placeOf(world: Seed) {
  const { azure } = testAzure({ seed: world, profile: 'documented', faults: [] });
  return { world, arm: testArm((request) => azure.fetch(request)).arm };
}

/** The world of the demo, and one in which every vault is for the secondary region. */
const everywhere: Seed = {
  ...mixedWorld,
  vaults: mixedWorld.vaults.map((vault) => ({
    ...vault,
    redundancy: 'GeoRedundant',
    crossRegionRestore: 'Enabled',
  })),
};
// Every machine is shut down: only of such are disks replaced.
const worlds = { default: shutDown(defaultWorld), everywhere };

const index = fc.nat({ max: 1000 });
const wantedOf = (option: Wanted['option']): fc.Arbitrary<Wanted> =>
  fc.record({
    option: fc.constant(option),
    regionView: fc.constant('secondary' as const),
    instance: index,
    point: fc.option(index, { freq: 15 }),
    subscription: fc.option(index, { freq: 2 }),
    rg: fc.oneof({ weight: 8, arbitrary: index }, fc.constantFrom('new' as const, null)),
    staging: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: index },
      fc.constant(null),
    ),
    vmName: fc.constant('new' as const),
    vnet: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, index, fc.constant(null)),
    subnet: fc.option(index, { freq: 2 }),
    zone: fc.option(index, { freq: 2 }),
    restoreAsManaged: fc.option(fc.boolean()),
    set: fc.option(index, { freq: 1 }),
    identity: fc.constantFrom('none' as const, 'none' as const, 'system' as const),
    identityId: fc.constant(null),
    diskAccess: fc.constantFrom(null, 'same', 'public', 'private'),
    access: fc.option(index),
    isConfirmed: fc.constant(true),
  });

describe.each(['default', 'everywhere'] as const)('form and Azure agree: the %s world', (name) => {
  const world = worlds[name];

  test.each(['restoreDisks', 'createVm', 'replaceDisks'] as const)(
    'on random restores: %s',
    async (option) => {
      const place = placeOf(world);
      const outcomes: Outcome[] = [];
      await fc.assert(
        fc.asyncProperty(wantedOf(option), async (one) => {
          const outcome = await compare(place, one);
          outcomes.push(outcome);
          expect(hasDisagreed(outcome) ? outcome : null).toBeNull();
        }),
        { numRuns: 120 },
      );
      const count = (what: Outcome) => outcomes.filter((outcome) => outcome === what).length;
      // Where every vault is for the secondary region, no disk is replaced.
      const isNeverTaken = option === 'replaceDisks' && name === 'everywhere';
      expect(count('taken') > 5).toBe(!isNeverTaken);
      expect(count('refused')).toBeGreaterThan(5);
    },
  );

  test('on every VM, from restore points that exist and from one that might not', async () => {
    const place = placeOf(world);
    const outcomes: Outcome[] = [];
    for (const instance of world.instances.keys()) {
      for (const point of [0, 3, -1]) {
        for (const option of ['restoreDisks', 'createVm'] as const) {
          const wish = { ...PLAIN, regionView: 'secondary', option, instance } as const;
          outcomes.push(await compare(place, { ...wish, point: point === -1 ? 28 : point }));
        }
      }
    }
    expect(outcomes.filter(hasDisagreed)).toEqual([]);
    expect(outcomes).toContain('taken');
    expect(outcomes).toContain('refused');
  });
});
