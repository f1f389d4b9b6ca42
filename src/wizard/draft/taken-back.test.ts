import { describe, expect, test } from 'vitest';
import { draftSchema } from '#src/wizard/draft/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { chosenText, withChoices } from '#src/datasources/azure-vm/choices.ts';
import { clearedFieldLine } from '#src/wizard/fields/field-words.ts';
import {
  AS_NEW_VM,
  exampleDraft,
  itemId,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { bringsBack } from '#src/wizard/draft/transitions.ts';

/** What a change clears is named, and returns with what it depended on. */

const before = exampleDraft({ ...AS_NEW_VM, subscription: SUB, zone: '2', dc: 'none' });
/** A confirmation counts for one plan, and another change requires it again. */
const ticks = { warningsRead: true, consequenceRead: true };
const after = (change: Partial<VmChoices>) => withChoices(before, change, 1);

test('each line names what was chosen', () => {
  expect(
    after({ subscription: OTHER_SUB }).takenBack.map((one) => clearedFieldLine(one, chosenText)),
  ).toEqual([
    'Resource group targetRG: it belonged to the previous subscription.',
    'Virtual network testNet: it belonged to the previous subscription.',
    'Zone 2: it belonged to the previous subscription.',
    'Staging Location testAccount: it belonged to the previous subscription.',
    'Subnet default: it belonged to the previous subscription.',
  ]);
  expect(
    after({ regionView: 'secondary' }).takenBack.map((one) => clearedFieldLine(one, chosenText)),
  ).toContain('Zone 2: it belonged to the vault’s other region.');
});

describe('all of it comes back', () => {
  const changes: readonly (readonly [string, Partial<VmChoices>])[] = [
    ['the subscription', { subscription: OTHER_SUB }],
    ['the region', { regionView: 'secondary' }],
    ['the network', { vnet: '/other' }],
    ['the machine', { instance: itemId('otherVM') }],
    ['the datasource', { datasource: 'azure-disk' }],
  ];
  test.each(changes)('with %s', (_, change) => {
    const changed = after(change);
    expect(changed.takenBack).not.toEqual([]);
    const back = bringsBack(changed.takenBack);
    const again = withChoices(changed, back ?? {}, 2);
    expect(again.takenBack).toEqual([]);
    expect({ ...again.choices, ...ticks }).toEqual(before.choices);
  });

  test('after two changes, to what was before the first', () => {
    const changed = withChoices(after({ vnet: '/other' }), { subscription: OTHER_SUB }, 2);
    const again = withChoices(changed, bringsBack(changed.takenBack) ?? {}, 3);
    expect(again.choices).toMatchObject({ subscription: SUB, subnet: 'default', rg: 'targetRG' });
  });
});

test('it is kept in storage, and a draft of before has no way back', () => {
  const stored = draftSchema.parse(JSON.parse(JSON.stringify(after({ subscription: OTHER_SUB }))));
  expect(bringsBack(stored.takenBack)).toEqual(
    bringsBack(after({ subscription: OTHER_SUB }).takenBack),
  );
  expect(bringsBack([{ field: 'rg', because: 'subscription' }])).toBeNull();
  expect(clearedFieldLine({ field: 'rg', because: 'subscription' }, chosenText)).toBe(
    'Resource group: it belonged to the previous subscription.',
  );
});
