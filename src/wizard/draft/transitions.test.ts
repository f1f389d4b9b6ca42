import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskFields, newDiskDraft } from '#src/datasources/azure-disk/fields.ts';
import {
  chosenText,
  newDraft,
  type VmDraft,
  vmFields,
  withChoices,
} from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  exampleDraft,
  itemId,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { commvaultFields, newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import { sameId } from '#src/model/resource-id.ts';
import { draftSchema } from '#src/wizard/draft/schema.ts';
import { bringsBack } from '#src/wizard/draft/transitions.ts';
import { clearedFieldLine } from '#src/wizard/fields/field-words.ts';

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

const ofVm = newDraft('d', 0, {
  datasource: 'azure-vm',
  instance: '/subscriptions/one/…/item',
  point: '1',
  subscription: 'one',
  rg: 'new-group',
  rgIsNew: true,
  vmName: 'kept',
  dc: 'none',
});

test('changing from VM to disk clears the VM’s own settings and reports it', () => {
  const { choices, takenBack } = withChoices(ofVm, { datasource: 'azure-disk' }, 1);
  const none = { instance: null, point: null, rg: null, rgIsNew: false, dc: null };
  expect(choices).toMatchObject({ ...none, datasource: 'azure-disk', vmName: 'kept' });
  const cleared = takenBack.map(({ field }) => field);
  expect(cleared).toEqual(expect.arrayContaining(['instance', 'point', 'rg', 'dc']));
  expect(takenBack).toContainEqual(
    expect.objectContaining({ field: 'instance', because: 'datasource' }),
  );
});

test('the datasource that was there already takes nothing back', () => {
  const undecided = { ...ofVm, choices: { ...ofVm.choices, datasource: null } };
  expect(withChoices(undecided, { datasource: 'azure-vm' }, 1).takenBack).toEqual([]);
});

test('a disk that is chosen with its datasource stays chosen', () => {
  const disk = { datasource: 'azure-disk', instance: '/disk', point: '2' } as const;
  expect(withChoices(ofVm, disk, 1).choices).toMatchObject(disk);
});

/** What a change clears is named, and returns with what it depended on. */

const whole = exampleDraft({ ...AS_NEW_VM, subscription: SUB, zone: '2', dc: 'none' });
/** A confirmation counts for one plan, and another change requires it again. */
const CONFIRMED = { warningsRead: true, consequenceRead: true };
const wholeBut = (by: Partial<VmChoices>) => withChoices(whole, by, 1);

test('each line names what was chosen', () => {
  expect(
    wholeBut({ subscription: OTHER_SUB }).takenBack.map((one) => clearedFieldLine(one, chosenText)),
  ).toEqual([
    'Resource group targetRG: it belonged to the previous subscription.',
    'Virtual network testNet: it belonged to the previous subscription.',
    'Zone 2: it belonged to the previous subscription.',
    'Staging Location testAccount: it belonged to the previous subscription.',
    'Subnet default: it belonged to the previous subscription.',
  ]);
  expect(
    wholeBut({ regionView: 'secondary' }).takenBack.map((one) => clearedFieldLine(one, chosenText)),
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
  test.each(changes)('with %s', (_, by) => {
    const changed = wholeBut(by);
    expect(changed.takenBack).not.toEqual([]);
    const back = bringsBack(changed.takenBack);
    const again = withChoices(changed, back ?? {}, 2);
    expect(again.takenBack).toEqual([]);
    expect({ ...again.choices, ...CONFIRMED }).toEqual(whole.choices);
  });

  test('after two changes, to what was before the first', () => {
    const changed = withChoices(wholeBut({ vnet: '/other' }), { subscription: OTHER_SUB }, 2);
    const again = withChoices(changed, bringsBack(changed.takenBack) ?? {}, 3);
    expect(again.choices).toMatchObject({ subscription: SUB, subnet: 'default', rg: 'targetRG' });
  });
});

test('it is kept in storage, and a draft of before has no way back', () => {
  const stored = draftSchema.parse(
    JSON.parse(JSON.stringify(wholeBut({ subscription: OTHER_SUB }))),
  );
  expect(bringsBack(stored.takenBack)).toEqual(
    bringsBack(wholeBut({ subscription: OTHER_SUB }).takenBack),
  );
  expect(bringsBack([{ field: 'rg', because: 'subscription' }])).toBeNull();
  expect(clearedFieldLine({ field: 'rg', because: 'subscription' }, chosenText)).toBe(
    'Resource group: it belonged to the previous subscription.',
  );
});

/** Fields of two datasources may have one name: a draft that changes over must stay readable. */

const TASKS = {
  'azure-vm': { fields: vmFields, choices: newDraft('d', 0).choices },
  'azure-disk': { fields: diskFields, choices: newDiskDraft('d', 0).choices },
  'commvault-vm': { fields: commvaultFields, choices: newCommvaultDraft('d', 0).choices },
} as const;
const DATASOURCES = ['azure-vm', 'azure-disk', 'commvault-vm'] as const;

test.each(DATASOURCES.flatMap((from) => DATASOURCES.map((to) => [from, to] as const)))(
  'a draft of %s that becomes one of %s can be read',
  (from, to) => {
    expect(TASKS[to].fields.canRead({ ...TASKS[from].choices, datasource: to })).toBe(true);
  },
);
