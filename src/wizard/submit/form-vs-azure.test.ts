import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import { createResourceGroup } from '#src/api/resources/groups/ops.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Reads } from '#src/wizard/draft/facts.ts';
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

let arm: ArmPipelines;
beforeAll(() => {
  arm = testArm(testAzure('default').azure.fetch).arm;
});

const readOnce = new Map<string, Promise<Reads>>();

/** Reads change nothing, so each is done once. */
function reads(instance: string, subscription: string | null): Promise<Reads> {
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
async function azureSays(view: DraftView): Promise<number | null> {
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
async function viewFor(wanted: Wanted): Promise<DraftView> {
  const instance = at(defaultWorld.instances, wanted.instance)?.id ?? '';
  const subscription = at(defaultWorld.subscriptions, wanted.subscription)?.subscriptionId ?? null;
  const seen = await reads(instance, subscription);
  const choices: Partial<DraftChoices> = {
    datasource: 'azure-vm',
    instance,
    subscription,
    point: at(known(seen.points) ?? [], wanted.point)?.name ?? null,
    rg: groupFor(wanted.rg, known(seen.groups) ?? []),
    rgIsNew: wanted.rg === 'new',
    staging:
      typeof wanted.staging === 'object' && wanted.staging !== null
        ? (at(defaultWorld.accounts, wanted.staging.stale)?.id ?? null)
        : (at(known(seen.accounts) ?? [], wanted.staging)?.id ?? null),
    warningsRead: true,
  };
  return viewOf(newDraft('draft', 0, choices), seen);
}

type Outcome = 'agreed' | 'not checked' | 'portal' | `disagreed: ${string}`;

/** Asks both. What only the portal or we forbid, and what nobody could check, says nothing. */
async function compare(wanted: Wanted): Promise<Outcome> {
  const view = await viewFor(wanted);
  const { refusing, byService, notChecked } = judge(view);
  const status = await azureSays(view);
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

describe('the form and Azure agree', () => {
  test('on random restores in the default world', async () => {
    const outcomes: Outcome[] = [];
    await fc.assert(
      fc.asyncProperty(wanted, async (one) => {
        const outcome = await compare(one);
        outcomes.push(outcome);
        expect(hasDisagreed(outcome) ? outcome : null).toBeNull();
      }),
      { numRuns: 400 },
    );
    expect(outcomes.filter((outcome) => outcome === 'agreed').length).toBeGreaterThan(200);
  });

  test('on every machine with every account of its own subscription, newest and oldest point', async () => {
    const outcomes = new Map<Outcome, number>();
    for (const [instance, { vaultId }] of defaultWorld.instances.entries()) {
      const own = defaultWorld.accounts.filter(({ id }) =>
        sameId(id.split('/')[2], vaultId.split('/')[2]),
      );
      for (const staging of own.keys()) {
        for (const point of [0, 1, 30]) {
          const outcome = await compare({ instance, point, staging, subscription: null, rg: 0 });
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }
    }
    expect([...outcomes.keys()]).toEqual(['agreed']);
    expect(outcomes.get('agreed')).toBeGreaterThan(300);
  });

  test('on every machine going to every subscription', async () => {
    const outcomes: Outcome[] = [];
    for (const instance of defaultWorld.instances.keys()) {
      for (const subscription of defaultWorld.subscriptions.keys()) {
        for (const staging of [0, 1, 2, 9, 12]) {
          outcomes.push(await compare({ instance, point: 0, staging, subscription, rg: 0 }));
          outcomes.push(await compare({ instance, point: 5, staging, subscription, rg: 'new' }));
        }
      }
    }
    expect(outcomes.filter(hasDisagreed)).toEqual([]);
    expect(outcomes).toContain('agreed');
  });
});

test('the review step refuses exactly what Restore would refuse', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, async (one) => {
      const view = await viewFor(one);
      const form = schemaFor('review', view.reads).safeParse(view.draft.choices);
      const said = form.success ? [] : form.error.issues.map(({ message }) => message);
      expect(said).toEqual(refusedAtSubmit(view.facts, view.choices).map(({ rule }) => rule.id));
    }),
    { numRuns: 200 },
  );
});
