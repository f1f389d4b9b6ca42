import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import { createResourceGroup } from '#src/api/resources/groups/ops.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { findingsOf, refusedAtSubmit } from '#src/wizard/draft/review.ts';
import { type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';
import { schemaFor } from '#src/wizard/draft/step-schema.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';
import { plannedRestore } from '#src/wizard/submit/request.ts';
import { readsThrough } from '#src/wizard/submit/testing.ts';

/**
 * The form accepts exactly what the simulated Azure accepts: two judges written from the same
 * documents by different hands, asked about the same restores of every machine of the default world.
 */

/** The default world, wider: restores to other subscriptions and tenants become possible. */
const elsewhere = '99999999-0000-4000-8000-000000000009';
const everySubscription = [
  ...defaultWorld.subscriptions,
  { subscriptionId: elsewhere, displayName: 'Fabrikam', tenantId: 'another-tenant' },
];
const regions = ['westeurope', 'northeurope', 'eastus2', 'westus'];
const inRestoreGroup = (id: string) => `/subscriptions/${id}/resourceGroups/rg-wide`;
const wideWorld: Seed = {
  ...defaultWorld,
  subscriptions: everySubscription,
  vaults: defaultWorld.vaults.map((vault) =>
    vault.crossSubscriptionRestore === undefined
      ? vault
      : { ...vault, crossSubscriptionRestore: 'Enabled' },
  ),
  groups: [
    ...defaultWorld.groups,
    ...everySubscription.map(({ subscriptionId }) => ({
      subscriptionId,
      name: 'rg-wide',
      location: 'westeurope',
    })),
  ],
  accounts: everySubscription.flatMap(({ subscriptionId }) =>
    regions.flatMap((location) =>
      (['StorageV2', 'BlockBlobStorage'] as const).map((kind) => ({
        id: `${inRestoreGroup(subscriptionId)}/providers/Microsoft.Storage/storageAccounts/st${kind.toLowerCase()}${location}`,
        location,
        kind,
        sku: 'Standard_LRS',
      })),
    ),
  ),
  instances: defaultWorld.instances.map((instance) => ({
    ...instance,
    points: instance.points.flatMap((point, nth) =>
      nth === 2
        ? [{ ...point, tiers: [{ type: 'ArchivedRP', status: 'Rehydrated' }] as const }, point]
        : [point],
    ),
  })),
};

/** One of the worlds, with the client over its Azure and what was read from it. */
interface Place {
  readonly world: Seed;
  readonly arm: ArmPipelines;
  readonly readOnce: Map<string, Promise<Reads>>;
}
const placeOf = (world: Seed): Place => ({
  world,
  arm: testArm(testAzure({ seed: world, profile: 'documented', faults: [] }).azure.fetch).arm,
  readOnce: new Map(),
});
const places: Readonly<Record<'default' | 'wide', Place>> = {
  default: placeOf(defaultWorld),
  wide: placeOf(wideWorld),
};

/** Reads change nothing, so each is done once. */
function reads({ arm, readOnce }: Place, instance: string, subscription: string | null) {
  const key = `${instance} ${subscription ?? ''}`.toLowerCase();
  const { choices } = newDraft('draft', 0, { datasource: 'azure-vm', instance, subscription });
  const found = readOnce.get(key) ?? readsThrough(arm, choices);
  readOnce.set(key, found);
  return found;
}

/** What no simulated role takes away, and so can never be known here. */
const UNKNOWABLE = new Set(['csr.rbac']);

interface Judgement {
  /** Rules that refuse, and of them those that the service itself is said to enforce. */
  readonly refusing: readonly string[];
  readonly byService: readonly string[];
  readonly notChecked: readonly string[];
}

function judge({ facts, choices, settled }: DraftView): Judgement {
  const refused = refusedAtSubmit(facts, choices).map(({ rule }) => rule);
  const service = refused.filter(
    (rule) => 'enforcedBy' in rule && rule.enforcedBy.by === 'service',
  );
  const open = findingsOf(settled).notChecked.map(({ rule }) => rule.id);
  return {
    refusing: refused.map(({ id }) => id),
    byService: service.map(({ id }) => id),
    notChecked: open.filter((id) => !UNKNOWABLE.has(id)),
  };
}

/** The status that Azure answers the restore of a draft with; null when there is no request to send. */
async function azureSays({ arm }: Place, view: DraftView): Promise<number | null> {
  const planned = plannedRestore(view);
  if (!planned.ok) return null;
  const { restore, newGroup } = planned.value;
  try {
    if (newGroup !== null) await createResourceGroup(arm, newGroup);
    await startRestore(arm, restore, 'test');
    return 202;
  } catch (error) {
    return armFacts(error)?.status ?? 0;
  }
}

interface Wanted {
  readonly instance: number;
  readonly point: number | null;
  readonly subscription: number | null;
  /** Of the list offered, a new one, or one that was deleted since it was chosen. */
  readonly rg: number | 'new' | 'deleted' | null;
  /** Of the list offered, or any account of the world, chosen before the list was another. */
  readonly staging: number | { readonly stale: number } | null;
}

const at = <Item>(list: readonly Item[], index: number | null): Item | null =>
  index === null ? null : (list[index % Math.max(1, list.length)] ?? null);

let newGroups = 0;

function groupFor(
  wanted: Wanted['rg'],
  groups: readonly { readonly name: string }[],
): string | null {
  if (wanted === 'deleted') return 'rg-deleted';
  if (wanted !== 'new') return at(groups, wanted)?.name ?? null;
  newGroups += 1;
  return `rg-new-${String(newGroups)}`;
}

/** Fills in what is wanted from the lists that the form would offer. */
async function viewFor(place: Place, wanted: Wanted): Promise<DraftView> {
  const { world } = place;
  const instance = at(world.instances, wanted.instance)?.id ?? '';
  const subscription = at(world.subscriptions, wanted.subscription)?.subscriptionId ?? null;
  const seen = await reads(place, instance, subscription);
  const choices: Partial<DraftChoices> = {
    datasource: 'azure-vm',
    instance,
    subscription,
    point: at(known(seen.points) ?? [], wanted.point)?.name ?? null,
    rg: groupFor(wanted.rg, known(seen.groups) ?? []),
    rgIsNew: wanted.rg === 'new',
    staging:
      typeof wanted.staging === 'object' && wanted.staging !== null
        ? (at(world.accounts, wanted.staging.stale)?.id ?? null)
        : (at(known(seen.accounts) ?? [], wanted.staging)?.id ?? null),
    warningsRead: true,
  };
  return viewOf(newDraft('draft', 0, choices), seen);
}

type Outcome = 'agreed' | 'not checked' | 'portal' | `disagreed: ${string}`;

/** Asks both. What only the portal or we forbid, and what nobody could check, says nothing. */
async function compare(place: Place, wanted: Wanted): Promise<Outcome> {
  const view = await viewFor(place, wanted);
  const { refusing, byService, notChecked } = judge(view);
  const status = await azureSays(place, view);
  const told = JSON.stringify({ choices: view.shown, refusing, notChecked, status }, null, 1);
  if (status === null) {
    return refusing.length > 0 ? 'agreed' : `disagreed: passed, and nothing could be sent ${told}`;
  }
  if (byService.length > 0) {
    return status === 400 ? 'agreed' : `disagreed: refused, and Azure takes it ${told}`;
  }
  if (refusing.length > 0) return 'portal';
  if (status === 202) return 'agreed';
  return notChecked.length > 0 ? 'not checked' : `disagreed: passed, and Azure refuses it ${told}`;
}

const hasDisagreed = (outcome: Outcome): boolean => outcome.startsWith('disagreed');

const index = fc.nat({ max: 1000 });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  instance: index,
  point: fc.option(fc.oneof(fc.nat({ max: 6 }), index), { freq: 15 }),
  subscription: fc.option(index, { freq: 1 }),
  rg: fc.oneof(
    { weight: 8, arbitrary: index },
    fc.constantFrom('new' as const, 'deleted' as const, null),
  ),
  staging: fc.oneof(
    { weight: 8, arbitrary: index },
    fc.record({ stale: index }),
    fc.constant(null),
  ),
});

describe.each(['default', 'wide'] as const)('the form and Azure agree in the %s world', (name) => {
  const place = places[name];

  test('on random restores', async () => {
    const outcomes: Outcome[] = [];
    await fc.assert(
      fc.asyncProperty(wanted, async (one) => {
        const outcome = await compare(place, one);
        outcomes.push(outcome);
        expect(hasDisagreed(outcome) ? outcome : null).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(outcomes.filter((outcome) => outcome === 'agreed').length).toBeGreaterThan(75);
  });

  test('on every machine with every account of its own subscription, newest and oldest point', async () => {
    const outcomes = new Map<Outcome, number>();
    for (const [instance, { vaultId }] of place.world.instances.entries()) {
      const own = place.world.accounts.filter(({ id }) =>
        sameId(id.split('/')[2], vaultId.split('/')[2]),
      );
      for (const staging of own.keys()) {
        for (const point of [0, 1, 2, place.world.instances[instance]?.points.length ?? 1]) {
          const wish = { instance, point: Math.max(0, point), staging, subscription: null, rg: 0 };
          const outcome = await compare(place, wish);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }
    }
    expect([...outcomes.keys()]).toEqual(['agreed']);
    expect(outcomes.get('agreed')).toBeGreaterThan(300);
  });

  test('on every machine going to every subscription with the accounts near and one far', async () => {
    const outcomes: Outcome[] = [];
    for (const [instance, { vaultId }] of place.world.instances.entries()) {
      const region = place.world.vaults.find(({ id }) => sameId(id, vaultId))?.location;
      for (const [subscription, { subscriptionId }] of place.world.subscriptions.entries()) {
        const there = place.world.accounts.filter(({ id }) =>
          sameId(id.split('/')[2], subscriptionId),
        );
        const far = there.findIndex(({ location }) => location !== region);
        const near = [...there.keys()].filter((nth) => there[nth]?.location === region);
        for (const staging of [...near, far].filter((nth) => nth !== -1)) {
          const wish = { instance, staging, subscription };
          outcomes.push(await compare(place, { ...wish, point: 0, rg: 0 }));
          outcomes.push(await compare(place, { ...wish, point: 6, rg: 'new' }));
        }
      }
    }
    expect(outcomes.find(hasDisagreed)).toBeUndefined();
    expect(outcomes).toContain('agreed');
  });
});

test('in the wide world some restores to another subscription are taken, and some are not', async () => {
  const there = { instance: 0, point: 6, rg: 0, staging: 0 };
  const statuses = new Set<number | null>();
  for (const subscription of everySubscription.keys()) {
    statuses.add(
      await azureSays(places.wide, await viewFor(places.wide, { ...there, subscription })),
    );
  }
  expect(statuses).toEqual(new Set([202, 400]));
});

test('the review step refuses exactly what Restore would refuse', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, async (one) => {
      const view = await viewFor(places.default, one);
      const form = schemaFor('review', view.reads).safeParse(view.draft.choices);
      const said = form.success ? [] : form.error.issues.map(({ message }) => message);
      expect(said).toEqual(refusedAtSubmit(view.facts, view.choices).map(({ rule }) => rule.id));
    }),
    { numRuns: 100 },
  );
});
