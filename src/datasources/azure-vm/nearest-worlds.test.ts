import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { mixedWorld, wideWorld } from '#src/mocks/testing-worlds.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { type ChoiceField, type Choices, type ChoiceValue, withValue } from '#src/rules/fields.ts';
import type { Facts } from '#src/rules/facts.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { settle, settleChoices } from '#src/rules/settle.ts';
import { valueVerdicts } from '#src/wizard/explain/view.ts';
import { nearestOf } from '#src/wizard/explain/unknown.ts';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import {
  type Place,
  viewFor,
  viewOfChoices,
  type Wanted,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';

/** What is offered in place of something refused is itself allowed, in every draft of three worlds. */

function placeOf(world: Seed): Place {
  const { azure } = testAzure({ seed: world, profile: 'documented', faults: [] });
  return { world, arm: testArm((request) => azure.fetch(request)).arm };
}
const worlds = [
  ['default', defaultWorld],
  ['wide', wideWorld],
  ['mixed', mixedWorld],
] as const;

const index = fc.nat({ max: 1000 });
const rarely = fc.option(index, { freq: 2 });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  option: fc.constantFrom('createVm', 'restoreDisks', 'replaceDisks'),
  instance: index,
  point: fc.oneof(fc.nat({ max: 6 }), index),
  subscription: rarely,
  rg: fc.oneof(index, fc.constantFrom('new' as const, null)),
  staging: fc.oneof(index, fc.record({ stale: index }), fc.constant(null)),
  vmName: fc.oneof(
    fc.constant('new' as const),
    fc.constantFrom('-a', 'a b', ' a', 'ä', 'a'.repeat(65), '').map((typed) => ({ typed })),
    index,
  ),
  vnet: fc.oneof(fc.constant(0), index),
  subnet: rarely,
  zone: rarely,
  restoreAsManaged: fc.option(fc.boolean()),
  set: rarely,
  identity: fc.constantFrom('none', 'system', 'user'),
  identityId: fc.oneof(
    index,
    fc.constantFrom(' /x', '/x').map((typed) => ({ typed })),
  ),
  diskAccess: fc.constantFrom(null, 'same', 'public', 'private'),
  access: index,
  isConfirmed: fc.constant(true),
});

/** Permissions are read again for another place or identity: until then they are unknown. */
const RIGHTS = ['identity.permissions', 'identity.rbac.create-vm', 'csr.rbac'];

const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id);

function blocks(facts: Facts, choices: Choices): Rule[] {
  return settle(facts, choices, vmRules).verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'block' ? [rule] : [],
  );
}

/** What refuses something: the draft as it is, and each entry that would be refused. */
function refused(view: DraftView): { readonly rules: Rule[]; readonly choices: Choices }[] {
  const entries: [ChoiceField, ChoiceValue][] = [
    ['option', 'createVm'],
    ['option', 'restoreDisks'],
    ['option', 'replaceDisks'],
    ['identity', 'system'],
    ['identity', 'user'],
    ['restoreAsManaged', true],
  ];
  const whole = { rules: blocks(view.facts, view.choices), choices: view.settled.choices };
  return [
    ...whole.rules.map((rule) => ({ ...whole, rules: [rule] })),
    ...entries.flatMap(([field, value]) => {
      const chosen = withValue(view.choices, field, value);
      const { choices } = settleChoices(view.facts, chosen, view.model.rules, field);
      const verdicts = valueVerdicts(view, field, value);
      const rules = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
      return rules.map((rule) => ({ rules: [rule], choices }));
    }),
  ];
}

describe.each(worlds)('in the %s world', (_, world) => {
  test('what is chosen instead is read and judged anew, and nothing refuses it', async () => {
    const place = placeOf(world);
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(wanted, async (one) => {
        const view = await viewFor(place, one);
        const before = ids(blocks(view.facts, view.choices));
        for (const { rules, choices } of refused(view)) {
          const nearest = nearestOf(view, rules, { ...view, choices });
          if (nearest === null) continue;
          offered += 1;
          const changed = withChoices(view.draft, nearest.change, 0).choices;
          const after = await viewOfChoices(place, changed);
          const speaking = ids(blocks(after.facts, after.choices));
          const added = speaking.filter((id) => !before.includes(id) && !RIGHTS.includes(id));
          const stayed = ids(rules).filter((id) => speaking.includes(id));
          const onIt = blocks(after.facts, after.choices).filter((rule) =>
            fieldsOf(rule).some((field) => field in nearest.change),
          );
          const refusedAnyway = ids(onIt).filter((id) => !RIGHTS.includes(id));
          expect({ nearest, added, stayed, refusedAnyway }).toEqual({
            nearest,
            added: [],
            stayed: [],
            refusedAnyway: [],
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(offered).toBeGreaterThan(40);
  });
});
