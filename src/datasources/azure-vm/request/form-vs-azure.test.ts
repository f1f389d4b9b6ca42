import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, vmModel, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import {
  azureSays,
  compare,
  hasDisagreed,
  type Outcome,
  type Place,
  placeOf,
  PLAIN,
  viewFor,
  type Wanted,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { isWholeMatrix, spreadOf } from '#src/lib/testing-spread.ts';
import { mixedWorld, shutDown, wideWorld } from '#src/mocks/testing-worlds.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { zoneIn } from '#src/mocks/world/zones.ts';
import { sameId } from '#src/model/resource-id.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { known } from '#src/wizard/read.ts';

/**
 * The form accepts exactly what the simulated Azure accepts, for every machine of three worlds and
 * all three kinds of restore.
 */

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

const index = fc.nat({ max: 1000 });
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });
const mostly = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 15 });
const typed = (...values: readonly string[]) =>
  fc.constantFrom(...values).map((text) => ({ typed: text }));

/** Restores at random, of one kind. */
const wantedOf = (option: Wanted['option']): fc.Arbitrary<Wanted> =>
  fc.record({
    option: fc.constant(option),
    instance: index,
    point: mostly(fc.oneof(fc.nat({ max: 6 }), index)),
    subscription: rarely(index),
    rg: fc.oneof(
      { weight: 8, arbitrary: index },
      fc.constantFrom('new' as const, 'deleted' as const, null),
    ),
    staging: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 6, arbitrary: index },
      fc.record({ stale: index }),
      fc.constant(null),
    ),
    vmName: fc.oneof(
      { weight: 12, arbitrary: fc.constant('new' as const) },
      {
        weight: 2,
        arbitrary: typed('', '-a', 'a-', 'a.', '.a', '_a', 'a b', ' a', 'ä', 'a'.repeat(65)),
      },
      index,
      fc.constant(null),
    ),
    vnet: mostly(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, index)),
    subnet: rarely(index),
    zone: rarely(index),
    restoreAsManaged: fc.option(fc.boolean()),
    set: rarely(index),
    identity: fc.oneof(
      { weight: 3, arbitrary: fc.constant('none' as const) },
      fc.constantFrom('system' as const, 'user' as const),
    ),
    identityId: mostly(fc.oneof({ weight: 4, arbitrary: index }, typed(' /x', '/x', ''))),
    diskAccess: fc.constantFrom(null, 'same', 'public', 'private'),
    access: mostly(index),
    isConfirmed: fc.nat({ max: 9 }).map((nth) => nth > 0),
  });

describe.each(cases)('form and Azure agree: $option in the $name world', ({ name, option }) => {
  const world = worlds[name];

  test('on random restores', async () => {
    const place = placeOf(world);
    const outcomes: Outcome[] = [];
    await fc.assert(
      fc.asyncProperty(wantedOf(option), async (one) => {
        const outcome = await compare(place, one);
        outcomes.push(outcome);
        expect(hasDisagreed(outcome) ? outcome : null).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(outcomes.filter((outcome) => outcome === 'taken').length).toBeGreaterThan(5);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(20);
  });
});

const example = defaultWorld.instances.findIndex(({ friendlyName }) => friendlyName === 'testVM');

test('a name that Azure refuses is refused by the form, and no other', async () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9._ -]{0,66}$/),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('a'.repeat(64), 'a'.repeat(65), 'testvm', 'TESTVM', 'con', 'azure', 'login-1'),
  );
  const place = placeOf(defaultWorld);
  const tried = new Set<string>();
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      // A name that was taken by a restore before is taken, whatever it looks like.
      fc.pre(!tried.has(text.trim().toLowerCase()));
      tried.add(text.trim().toLowerCase());
      const outcome = await compare(place, {
        ...PLAIN,
        option: 'createVm',
        instance: example,
        vmName: { typed: text },
      });
      expect(hasDisagreed(outcome) ? outcome : null).toBeNull();
    }),
    { numRuns: 200 },
  );
});

describe('where a person may only read', () => {
  const place = placeOf(defaultWorld);
  const rg = defaultWorld.groups
    .filter(({ subscriptionId }) => subscriptionId === production)
    .findIndex(({ isReadOnly }) => isReadOnly);
  const into = (option: Wanted['option'], group: Wanted['rg']) =>
    viewFor(place, { ...PLAIN, option, instance: 0, rg: group });
  const refusals = ({ facts, choices }: DraftView) =>
    refusedAtSubmit(facts, choices, vmRules).map(({ rule }) => rule.id);

  test('no machine can be made, and both say so', async () => {
    const view = await into('createVm', rg);
    expect(view.shown.rg).toBe('rg-readonly-weu');
    expect(refusals(view)).toContain('identity.rbac.create-vm');
    expect(await azureSays(place, view)).toBe(403);
  });

  test('no disks can be made either that come from another subscription', async () => {
    const wide = placeOf(wideWorld);
    const instance = wideWorld.instances.findIndex(({ id }) => id.endsWith(';dc-hq-01'));
    const subscription = wideWorld.subscriptions.findIndex(
      ({ subscriptionId }) => subscriptionId === production,
    );
    const view = await viewFor(wide, { ...PLAIN, instance, point: 6, subscription, rg });
    expect([view.shown.rg, refusals(view)[0]]).toEqual(['rg-readonly-weu', 'csr.rbac']);
    expect(await azureSays(wide, view)).toBe(403);
  });

  test('disks can be restored; and a machine next to it, or in a new group', async () => {
    for (const view of [
      await into('restoreDisks', rg),
      await into('createVm', 0),
      await into('createVm', 'new'),
    ]) {
      expect(refusals(view)).toEqual([]);
      expect(await azureSays(place, view)).toBe(202);
    }
  });
});

test('in the wide world some restores to another subscription are taken, and some are not', async () => {
  const place = placeOf(wideWorld);
  const statuses = new Set<number | null>();
  for (const subscription of wideWorld.subscriptions.keys()) {
    const view = await viewFor(place, { ...PLAIN, point: 6, subscription });
    statuses.add(await azureSays(place, view));
  }
  expect(statuses).toEqual(new Set([202, 400]));
});

test.each(KINDS)(
  'the review step refuses exactly what Restore would refuse: %s',
  async (option) => {
    const place = placeOf(mixedWorld);
    await fc.assert(
      fc.asyncProperty(wantedOf(option), async (one) => {
        const view = await viewFor(place, one);
        const form = schemaFor(vmModel, 'review', view.reads).safeParse(view.draft.choices);
        const messages = form.success ? [] : form.error.issues.map(({ message }) => message);
        const refused = refusedAtSubmit(view.facts, view.choices, vmRules).map(
          ({ rule }) => rule.id,
        );
        // A rule that only sums up the others doesn't appear beside them.
        expect(messages).toEqual(refused.filter((id) => id !== 'review.all-rules'));
      }),
      { numRuns: 60 },
    );
  },
);

describe('what Azure refuses of a thing in a list, a rule of its own refuses', () => {
  const place = placeOf(defaultWorld);
  const refused = async (view: DraftView, change: Partial<VmChoices>) => {
    const changed = vmViewOf(
      { ...view.draft, choices: { ...view.draft.choices, ...change } },
      view.reads,
    );
    const form = refusedAtSubmit(changed.facts, changed.choices, vmRules).map(
      ({ rule }) => rule.id,
    );
    return { form, azure: await azureSays(place, changed) };
  };
  const viewOfMachine = async (name: string) => {
    const instance = place.world.instances.findIndex(({ id }) => id.endsWith(`;${name}`));
    return viewFor(place, { ...PLAIN, instance, point: 1 });
  };
  const noticed = (rule: string) => ({ form: ['review.all-rules', rule], azure: 400 });

  test('a disk access without an approved endpoint', async () => {
    const view = await viewOfMachine('pay-api-02');
    const unusable = known(view.reads.diskAccesses)?.find((one) => !one.hasApprovedEndpoint);
    expect(
      await refused(view, { diskAccess: 'private', diskAccessId: unusable?.id ?? '' }),
    ).toEqual(noticed('platform.disk-access.endpoint'));
  });

  test('a disk encryption set that is not ready', async () => {
    const view = await viewOfMachine('ml-batch-01');
    const unusable = known(view.reads.encryptionSets)?.find(({ isReady }) => !isReady);
    expect(await refused(view, { diskEncryptionSet: unusable?.id ?? '' })).toEqual(
      noticed('platform.encryption-set.ready'),
    );
  });

  test('a running machine whose disks are replaced', async () => {
    const view = await viewOfMachine('app01');
    expect(
      await refused(view, {
        group: 'replaceExisting',
        option: 'replaceDisks',
        confirmReplace: 'app01',
      }),
    ).toEqual(noticed('platform.replace.running'));
  });

  test('an identity that is not the vault’s', async () => {
    const view = await viewOfMachine('app01');
    const foreign = known(view.reads.vault)?.userIdentityIds[0]?.replace(
      'id-restore-weu',
      'id-other',
    );
    expect(await refused(view, { identity: 'user', identityId: foreign ?? '' })).toEqual(
      noticed('platform.identity-id.on-vault'),
    );
  });
});

test.each([
  ['Protected', 'refused'],
  ['ProtectionStopped', 'taken'],
] as const)('an expired point of an item that is %s is %s', async (protectionState, outcome) => {
  const world: Seed = {
    ...defaultWorld,
    instances: defaultWorld.instances.map((one, nth) =>
      nth === example
        ? {
            ...one,
            protectionState,
            points: one.points.map((point) => ({
              ...point,
              rule: 'Daily',
              // The comparison reads the form as of 1970.
              expires: '1969-01-01T00:00:00Z',
            })),
          }
        : one,
    ),
  };
  const wish = { ...PLAIN, option: 'restoreDisks', instance: example } as const;
  expect(await compare(placeOf(world), wish)).toBe(outcome);
});

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

/** In the secondary region too the form accepts exactly what the simulated Azure accepts. */

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
const secondaryWorlds = { default: shutDown(defaultWorld), everywhere };
const wantedInSecondary = (option: Wanted['option']): fc.Arbitrary<Wanted> =>
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
  const world = secondaryWorlds[name];

  test.each(['restoreDisks', 'createVm', 'replaceDisks'] as const)(
    'on random restores: %s',
    async (option) => {
      const place = placeOf(world);
      const outcomes: Outcome[] = [];
      await fc.assert(
        fc.asyncProperty(wantedInSecondary(option), async (one) => {
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

const everyRegion = [...new Set(wideWorld.vaults.map(({ location }) => location))];

async function outcomesOf(world: Seed, wishes: (instance: number) => Partial<Wanted>[]) {
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
  const found = await outcomesOf(world, (instance) => {
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
  const found = await outcomesOf(world, () =>
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
