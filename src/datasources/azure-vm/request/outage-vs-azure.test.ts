import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { wideWorld } from '#src/mocks/testing-worlds.ts';
import { zoneIn } from '#src/mocks/world/zones.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import {
  compare,
  PLAIN,
  type Wanted,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';

/** While something is down, and the person says so, the form takes what the simulated Azure takes. */

const KINDS = ['restoreDisks', 'createVm', 'replaceDisks'] as const;
const everyRegion = [...new Set(wideWorld.vaults.map(({ location }) => location))];

function placeOf(world: Seed) {
  const { azure } = testAzure({ seed: world, profile: 'documented', faults: [] });
  return { world, arm: testArm((request) => azure.fetch(request)).arm };
}

async function outcomes(world: Seed, wishes: (instance: number) => Partial<Wanted>[]) {
  const place = placeOf(world);
  const found: string[] = [];
  for (const instance of world.instances.keys())
    for (const wish of wishes(instance))
      found.push(await compare(place, { ...PLAIN, instance, point: 6, ...wish }));
  return found;
}

/** What the subscription of a machine calls the zone that is down: the first subscription's zone 1. */
function downFor({ subscriptions: [first] }: Seed, { id, location }: Seed['machines'][number]) {
  const from = first?.subscriptionId ?? '';
  return zoneIn(location, '1', { from, to: id.split('/')[2] ?? '' });
}

test.each(KINDS)('a zone is down: %s', async (option) => {
  const world = {
    ...defaultWorld,
    outages: everyRegion.map((region) => ({ region, zone: '1' as const })),
  };
  const found = await outcomes(world, (instance) => {
    const { machineId } = world.instances[instance] ?? {};
    const machine = world.machines.find(({ id }) => id === machineId);
    const down = machine && downFor(world, machine);
    const isDown = machine?.zone !== undefined && machine.zone === down;
    const outage = isDown ? 'zone' : 'none';
    // A restore never moves a VM of another zone into the one that is down.
    const others = [0, 1, 2].filter((nth) => String(nth + 1) !== down);
    const zones = isDown ? [0, 1, 2, null] : [...others, null];
    return zones.map((nth) => ({ option, outage, zone: nth }));
  });
  expect(found.filter((one) => one.startsWith('disagreed'))).toEqual([]);
  expect(found).toContain('refused');
  expect(found).toContain('taken');
});

test.each(KINDS)('every region is down: %s', async (option) => {
  const world = { ...wideWorld, outages: everyRegion.map((region) => ({ region })) };
  const stagingIn = (region: string) => world.accounts.findIndex((one) => one.location === region);
  const found = await outcomes(world, () =>
    ['westeurope', 'northeurope', 'eastus2', 'westus'].flatMap((region) =>
      // An old point, and the newest: of some machines that is only a snapshot.
      [6, 0].map((point) => ({
        option,
        point,
        outage: 'region' as const,
        staging: { stale: stagingIn(region) },
      })),
    ),
  );
  expect(found.filter((one) => one.startsWith('disagreed'))).toEqual([]);
  expect(found).toContain('refused');
});

test('a zone is down, and the restore goes to a subscription that numbers zones otherwise', async () => {
  const world: Seed = { ...defaultWorld, outages: [{ region: 'westeurope', zone: '1' }] };
  const instance = world.instances.findIndex(({ id }) => id.endsWith(';shop-db-01'));
  const place = placeOf(world);
  const found: string[] = [];
  for (const option of ['restoreDisks', 'createVm'] as const)
    for (const zone of [0, 1, 2])
      found.push(
        await compare(place, {
          ...PLAIN,
          option,
          instance,
          point: 6,
          subscription: 1,
          zone,
          outage: 'zone',
        }),
      );
  // Its zone 2 is the zone 1 of Contoso Production.
  expect(found).toEqual(['taken', 'refused', 'taken', 'taken', 'refused', 'taken']);
});
