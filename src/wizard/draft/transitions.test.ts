import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameId } from '#src/model/resource-id.ts';
import { newDraft, type VmDraft, withChoices } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { exampleDraft, itemId, OTHER_SUB, SUB } from '#src/datasources/azure-vm/testing.ts';

const farVault = `/subscriptions/${OTHER_SUB}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/far`;
const change = (draft: VmDraft, by: Partial<VmChoices>) => withChoices(draft, by, 9);
const backBy = (draft: VmDraft, by: Partial<VmChoices>) => {
  const { takenBack, choices } = change(draft, by);
  expect(
    takenBack.every(({ field }) =>
      Object.entries(choices).some(([key, value]) => key === field && value === null),
    ),
  ).toBe(true);
  return takenBack.map(({ field, because }) => `${field} by ${because}`);
};

describe('another instance', () => {
  test('of the same subscription clears the point and keeps the target', () => {
    const by = { instance: itemId('otherVM') };
    expect(backBy(exampleDraft(), by)).toEqual(['point by instance']);
    expect(change(exampleDraft(), by).choices).toMatchObject({
      rg: 'targetRG',
      staging: exampleDraft().choices.staging,
    });
  });

  test('of another subscription clears what was selected in the previous one', () => {
    expect(backBy(exampleDraft(), { instance: itemId('vm', farVault) })).toEqual([
      'point by instance',
      'rg by subscription',
      'staging by subscription',
    ]);
  });

  test('of another subscription keeps the target where a subscription was chosen for it', () => {
    const draft = exampleDraft({ subscription: SUB });
    expect(backBy(draft, { instance: itemId('vm', farVault) })).toEqual(['point by instance']);
  });

  test('that includes its point clears nothing', () => {
    expect(backBy(exampleDraft(), { instance: itemId('otherVM'), point: '7' })).toEqual([]);
  });

  test('that is the same in other letter case changes nothing', () => {
    expect(backBy(exampleDraft(), { instance: itemId('testVM').toUpperCase() })).toEqual([]);
  });

  test('chosen for the first time takes nothing back', () => {
    expect(backBy(newDraft('d', 0, { rg: 'a' }), { instance: itemId('testVM') })).toEqual([]);
  });
});

describe('another subscription', () => {
  test('clears group and account, and keeps machine and point', () => {
    const draft = exampleDraft({ subscription: SUB });
    expect(backBy(draft, { subscription: OTHER_SUB })).toEqual([
      'rg by subscription',
      'staging by subscription',
    ]);
    expect(change(draft, { subscription: OTHER_SUB }).choices).toMatchObject({
      instance: draft.choices.instance,
      point: draft.choices.point,
    });
  });

  test('than the vault’s, selected by default, does so too', () => {
    expect(backBy(exampleDraft(), { subscription: OTHER_SUB })).toEqual([
      'rg by subscription',
      'staging by subscription',
    ]);
  });

  test('that is the vault’s own, now chosen, changes nothing', () => {
    expect(backBy(exampleDraft(), { subscription: SUB.toUpperCase() })).toEqual([]);
  });

  test('keeps a group to be created, and clears the account', () => {
    const draft = exampleDraft({ rg: 'rg-new', rgIsNew: true });
    expect(backBy(draft, { subscription: OTHER_SUB })).toEqual(['staging by subscription']);
    expect(change(draft, { subscription: OTHER_SUB }).choices.rg).toBe('rg-new');
  });

  test('that includes its group clears only the account', () => {
    expect(backBy(exampleDraft(), { subscription: OTHER_SUB, rg: 'there' })).toEqual([
      'staging by subscription',
    ]);
  });
});

test('a cleared choice is reported until it is selected again', () => {
  const draft = change(exampleDraft(), { subscription: OTHER_SUB });
  const other = change(draft, { diskAccess: 'same' });
  expect(other.takenBack).toEqual(draft.takenBack);
  expect(change(other, { rg: 'there' }).takenBack.map(({ field }) => field)).toEqual(['staging']);
});

describe('any change', () => {
  const instances = fc.constantFrom(null, itemId('a'), itemId('b'), itemId('c', farVault));
  const some: fc.Arbitrary<Partial<VmChoices>> = fc.record(
    {
      instance: instances,
      point: fc.constantFrom(null, '1', '2'),
      subscription: fc.constantFrom(null, SUB, OTHER_SUB),
      rg: fc.constantFrom(null, 'one', 'two'),
      rgIsNew: fc.boolean(),
      staging: fc.constantFrom(null, '/account'),
      diskAccess: fc.constantFrom(null, 'same' as const, 'public' as const),
      consequenceRead: fc.boolean(),
      warningsRead: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const walks = fc.array(some, { maxLength: 8 });
  const walk = (changes: readonly Partial<VmChoices>[]) =>
    changes.reduce((draft, by) => withChoices(draft, by, draft.changedAt + 1), exampleDraft());

  test('says of every choice that is gone that it is gone, once', () => {
    fc.assert(
      fc.property(walks, some, (changes, by) => {
        const before = walk(changes);
        const after = change(before, by);
        const fields = after.takenBack.map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        const gone = (['point', 'rg', 'staging'] as const).filter(
          (field) =>
            before.choices[field] !== null &&
            after.choices[field] === null &&
            by[field] === undefined,
        );
        expect(gone.filter((field) => !fields.includes(field))).toEqual([]);
      }),
    );
  });

  test('does what it declares, and changes nothing that it neither mentions nor clears', () => {
    fc.assert(
      fc.property(walks, some, (changes, by) => {
        const before = walk(changes);
        const after = change(before, by);
        expect(after.choices).toMatchObject(by);
        const spoken = [
          ...Object.keys(by),
          ...after.takenBack.map(({ field }) => field),
          'consequenceRead',
          'warningsRead',
        ];
        const rest = (choices: VmChoices) =>
          Object.entries(choices).filter(([key]) => !spoken.includes(key));
        expect(rest(after.choices)).toEqual(rest(before.choices));
      }),
    );
  });

  test.each(['warningsRead', 'consequenceRead'] as const)(
    'takes the tick %s away, unless ticks are all it changes',
    (tick) => {
      fc.assert(
        fc.property(walks, some, (changes, by) => {
          const before = walk(changes);
          const { consequenceRead: _consequence, warningsRead: _warnings, ...more } = by;
          const unchanged = Object.keys(more).length === 0 && before.choices[tick];
          expect(change(before, by).choices[tick]).toBe(by[tick] ?? unchanged);
        }),
      );
    },
  );

  test('leaves no point of another machine, and no account of another subscription', () => {
    fc.assert(
      fc.property(walks, some, (changes, { point: _point, rg: _rg, staging: _staging, ...by }) => {
        const before = walk(changes);
        const after = change(before, by).choices;
        const isSame =
          sameId(before.choices.instance, after.instance) || before.choices.instance === null;
        expect(isSame || after.point === null).toBe(true);
        const target = ({ subscription, instance }: VmChoices) =>
          subscription ?? instance?.split('/')[2];
        const was = target(before.choices);
        expect(was === undefined || sameId(was, target(after)) || after.staging === null).toBe(
          true,
        );
      }),
    );
  });

  test('tells when it was made, and touches neither the draft’s id nor what was sent', () => {
    const before = exampleDraft();
    expect(change(before, { rg: 'x' })).toMatchObject({
      id: before.id,
      changedAt: 9,
      createdAt: before.createdAt,
      submission: before.submission,
    });
    expect(before).toEqual(exampleDraft());
  });
});
