import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreateVm, ReplaceDisks, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import {
  newDraft,
  vmChoices,
  type VmDraft,
  vmFields,
  withChoices,
} from '#src/datasources/azure-vm/choices.ts';
import { VM_FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { STEPS_OF_VM, vmModel } from '#src/datasources/azure-vm/model.ts';
import { vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';
import {
  AS_NEW_VM,
  type Different,
  encryptionSetId,
  EXAMPLE_CHOICES,
  exampleDraft,
  exampleReads,
  exampleView,
  itemId,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ClearedField } from '#src/wizard/draft/schema.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';

const names = keysOf(VM_FIELDS);

describe.each(names)('the field %s', (name) => {
  const entry = VM_FIELDS[name];

  test('holds while nothing is chosen what its schema allows', () => {
    expect(entry.schema.safeParse(entry.nothing)).toEqual({ success: true, data: entry.nothing });
  });

  test('is as in an empty draft where a stored draft holds what cannot be', () => {
    const stored = { ...exampleDraft().choices, [name]: -1 };
    expect(vmChoices(stored)[name]).toEqual(entry.nothing);
    expect(vmFields.canRead(stored)).toBe(false);
  });

  test('belongs to a step, which says its label', () => {
    expect(stepWith(STEPS_OF_VM, name)).toBe(entry.step);
    expect(vmModel.fieldLabel(name)).toBe(entry.label);
    expect(entry.label).not.toBe('');
  });

  test('is cleared for reasons that have a sentence', () => {
    expect(Object.keys(wizard.takenBack.because)).toEqual(
      expect.arrayContaining(Object.keys(entry.clearedBy ?? {})),
    );
  });
});

/** What a draft plans to restore, and what Review and the record list of it. */
function shownOf([choices, different]: Seen) {
  const seen = exampleView(choices, exampleReads(different));
  const planned = plannedRestore(seen);
  if (!planned.ok) throw new Error(planned.reason);
  const restore: Partial<Record<RestoreKey, unknown>> = planned.value.restore;
  return { restore, lines: vmChosenLines(seen) };
}

type RestoreKey = keyof RestoreDisks | keyof CreateVm | keyof ReplaceDisks;
type Seen = readonly [choices: Partial<VmChoices>, different?: Different];

const first: Seen = [AS_NEW_VM];
const other = (choices: Partial<VmChoices>, different?: Different): Seen => [
  { ...AS_NEW_VM, ...choices },
  different,
];
const otherItem = other(
  {},
  { item: { friendlyName: 'otherVM', sourceResourceId: resourceId('/virtualMachines/otherVM') } },
);
const otherPoint = other(
  { point: 'second' },
  { point: { name: 'second', time: instant(60_000), isEncrypted: true } },
);
const zonal: Different = {
  vault: { redundancy: 'ZRS' },
  machine: { zone: '1' },
  point: { tier: 'Vault' },
  zones: ['1', '2'],
};
const inPair = other(
  { regionView: 'secondary' },
  { vault: { crossRegionRestore: true }, secondaryPoints: [{}] },
);

/**
 * For each key of a restore a draft that has another value in it, and whether Review lists that; null: no draft has it
 * yet. A key that is not here doesn't compile.
 */
const KEY_CHANGES: Readonly<Record<RestoreKey, readonly [Seen, 'listed' | 'notListed'] | null>> = {
  kind: [[EXAMPLE_CHOICES], 'listed'],
  recoveryPointResourceId: [otherPoint, 'listed'],
  recoveryPointId: [otherPoint, 'listed'],
  sourceResourceId: [otherItem, 'listed'],
  stagingAccountId: [
    other({ staging: '/second' }, { account: { id: resourceId('/second'), name: 'second' } }),
    'listed',
  ],
  region: [inPair, 'listed'],
  identity: [other({ identity: 'system' }), 'listed'],
  rehydration: null,
  guardRequests: null,
  networkAccess: [
    other({ diskAccess: 'public' }, { point: { hasPrivateAccessDisks: true } }),
    'listed',
  ],
  // It is of the restore point, which is listed.
  encryption: [other({}, { point: { isEncrypted: true } }), 'notListed'],
  zone: [other({ zone: '2' }, zonal), 'listed'],
  diskEncryptionSetId: [
    other({ diskEncryptionSet: encryptionSetId }, { usesCustomerKey: true }),
    'listed',
  ],
  restoreWithManagedDisks: [
    other({ restoreAsManaged: true }, { point: { isManaged: false } }),
    'listed',
  ],
  targetResourceGroupId: [other({ rg: 'testRG' }), 'listed'],
  restoreDiskLunList: null,
  targetVirtualMachineId: [other({ vmName: 'second' }), 'listed'],
  virtualNetworkId: [
    other({ vnet: '/second' }, { network: { id: resourceId('/second'), name: 'second' } }),
    'listed',
  ],
  subnetId: [other({ subnet: 'second' }), 'listed'],
};
const keys = keysOf(KEY_CHANGES);

const changes = keys.flatMap((key) =>
  KEY_CHANGES[key] === null ? [] : [[key, ...KEY_CHANGES[key]] as const],
);

test.each(changes)(
  'the plan has %s as it was chosen, and Review lists it',
  (key, changed, isListed) => {
    const [before, after] = [shownOf(first), shownOf(changed)];
    expect(after.restore[key]).not.toEqual(before.restore[key]);
    expect(JSON.stringify(after.lines) !== JSON.stringify(before.lines)).toBe(
      isListed === 'listed',
    );
  },
);

test('the plan has no other key, and nothing in those that no draft has', () => {
  const { restore } = shownOf(first);
  expect(keys).toEqual(expect.arrayContaining(Object.keys(restore)));
  expect(keys.filter((key) => KEY_CHANGES[key] === null && restore[key] !== undefined)).toEqual([]);
});

describe('with another', () => {
  const full = { ...AS_NEW_VM, zone: '1', diskEncryptionSet: 'set', diskAccessId: 'access' };
  const answered = { dc: 'none', isolatedNetwork: 'yes', outage: 'zone' } as const;
  const lost = (change: Parameters<typeof withChoices>[1]) =>
    withChoices(exampleDraft({ ...full, ...answered, confirmReplace: 'testVM' }), change, 1)
      .takenBack.map(({ field }) => field)
      .toSorted();

  test.each([
    ['instance', { instance: itemId('otherVM') }, 'confirmReplace dc isolatedNetwork outage point'],
    [
      'region',
      { regionView: 'secondary' },
      'diskAccessId diskEncryptionSet isolatedNetwork point staging subnet vnet zone',
    ],
    [
      'subscription',
      { subscription: OTHER_SUB },
      'diskAccessId diskEncryptionSet isolatedNetwork rg staging subnet vnet zone',
    ],
    ['network', { vnet: 'other' }, 'isolatedNetwork subnet'],
    [
      'datasource',
      { datasource: 'azure-disk' },
      'confirmReplace dc diskAccessId diskEncryptionSet instance isolatedNetwork outage point rg staging subnet vnet zone',
    ],
  ] as const)('%s these choices cannot stay', (_, change, fields) => {
    expect(lost(change).join(' ')).toBe(fields);
  });
});

/**
 * Whatever a person does, in whatever order: no valid choice is lost and no invalid one stays without a
 * message. Compared with a second, simpler account of what happened.
 */

const farVault = `/subscriptions/${OTHER_SUB}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/far`;
const some = <Value extends string>(...values: readonly Value[]) =>
  fc.constantFrom(null, ...values);

const edits: fc.Arbitrary<Partial<VmChoices>> = fc.record(
  {
    datasource: some('azure-vm'),
    regionView: fc.constantFrom('primary', 'secondary'),
    instance: some(itemId('a'), itemId('a').toUpperCase(), itemId('b'), itemId('c', farVault)),
    point: some('1', '2'),
    subscription: some(SUB, SUB.toUpperCase(), OTHER_SUB),
    rg: some('one', 'two'),
    rgIsNew: fc.boolean(),
    vmName: some('new', 'newer'),
    vnet: some('/vnets/a', '/VNETS/A', '/vnets/b'),
    subnet: some('default', 'second'),
    zone: some('1', '2'),
    staging: some('/account'),
    restoreAsManaged: fc.option(fc.boolean()),
    diskEncryptionSet: some('/set'),
    identity: fc.constantFrom('none', 'system', 'user'),
    identityId: some('/identity'),
    confirmReplace: some('a', 'b'),
    diskAccess: some('same', 'public', 'private'),
    diskAccessId: some('/access'),
    dc: some('none', 'multiple-dc-single-domain'),
    otherDcReachable: some('yes', 'no'),
    isolatedNetwork: some('yes', 'no'),
    domainJoined: some('yes', 'no'),
    domainTrouble: some('yes', 'no'),
    isSql: some('yes', 'no'),
    cloudInit: some('yes', 'no'),
    warningsRead: fc.boolean(),
  },
  { requiredKeys: [] },
);
const types: fc.Arbitrary<Partial<VmChoices>> = fc.constantFrom(
  {},
  { group: 'createNew' },
  { group: 'replaceExisting' },
  { option: 'createVm' },
  { option: 'restoreDisks' },
  { option: 'replaceDisks' },
  { group: 'createNew', option: null },
  { group: 'createNew', option: 'restoreDisks' },
  { group: 'replaceExisting', option: 'replaceDisks' },
);
/** Mostly one field at a time, as a form does it; now and then several, as an alternative does. */
const oneField = edits.map((edit): Partial<VmChoices> =>
  Object.fromEntries(Object.entries(edit).slice(0, 1)),
);
const walks = fc.array(fc.oneof({ weight: 3, arbitrary: oneField }, edits, types), {
  minLength: 1,
  maxLength: 14,
});

/** What each choice depends on. */
const HANGS_ON: Readonly<Record<ClearedField['field'], readonly ClearedField['because'][]>> = {
  instance: ['datasource'],
  point: ['instance', 'region'],
  confirmReplace: ['instance'],
  rg: ['subscription'],
  vnet: ['subscription', 'region'],
  subnet: ['subscription', 'network', 'region'],
  zone: ['region', 'subscription'],
  staging: ['subscription', 'region'],
  diskEncryptionSet: ['subscription', 'region'],
  diskAccessId: ['subscription', 'region'],
  dc: ['instance'],
  otherDcReachable: ['instance'],
  isolatedNetwork: ['instance', 'subscription', 'network', 'region'],
  domainJoined: ['instance'],
  domainTrouble: ['instance'],
  isSql: ['instance'],
  cloudInit: ['instance'],
  outage: ['instance'],
};
const FIELDS = [
  'point',
  'confirmReplace',
  'rg',
  'vnet',
  'subnet',
  'zone',
  'staging',
  'diskEncryptionSet',
  'diskAccessId',
  'dc',
  'otherDcReachable',
  'isolatedNetwork',
  'domainJoined',
  'domainTrouble',
  'isSql',
  'cloudInit',
] as const;
const isField = (key: string): key is (typeof FIELDS)[number] =>
  FIELDS.some((field) => field === key);

const folded = (id: string | null | undefined) => id?.toLowerCase() ?? null;
const targetOf = ({ subscription, instance }: VmChoices) =>
  folded(subscription ?? instance?.split('/')[2]);

/** What was exchanged for something else between two states. */
function exchanged(before: VmChoices, after: VmChoices): ClearedField['because'][] {
  const pairs = [
    ['instance', folded(before.instance), folded(after.instance)],
    ['subscription', targetOf(before), targetOf(after)],
    ['network', folded(before.vnet), folded(after.vnet)],
  ] as const;
  const all = pairs.flatMap(([what, was, is]) => (was !== null && was !== is ? [what] : []));
  return before.regionView === after.regionView ? all : [...all, 'region'];
}

/** A walk through the form, with what was chosen last for each field and what happened since. */
interface Walked {
  readonly draft: VmDraft;
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly since: ReadonlyMap<string, ReadonlySet<ClearedField['because']>>;
}

function step({ draft, chosen, since }: Walked, edit: Partial<VmChoices>): Walked {
  const next = withChoices(draft, edit, draft.changedAt + 1);
  const happened = exchanged(draft.choices, next.choices);
  const now = FIELDS.map((field) => {
    // The name of a new resource group depends on no subscription.
    const isFree = field === 'rg' && next.choices.rgIsNew;
    // What is in the secondary region is in the primary one too.
    const isBack = field === 'point' && next.choices.regionView === 'primary';
    const more = isFree
      ? []
      : happened.filter(
          (what) => HANGS_ON[field]?.includes(what) === true && !(isBack && what === 'region'),
        );
    const before = since.get(field) ?? new Set();
    return [
      field,
      field in edit ? new Set<ClearedField['because']>() : new Set([...before, ...more]),
    ] as const;
  });
  return { draft: next, chosen: { ...chosen, ...edit }, since: new Map(now) };
}

function walked(edit: readonly Partial<VmChoices>[]): Walked {
  const draft = newDraft('d', 0);
  return edit.reduce<Walked>(step, { draft, chosen: draft.choices, since: new Map() });
}

const noteOf = (draft: VmDraft, field: string) =>
  draft.takenBack.filter((note) => note.field === field).map(({ because }) => because);

describe('after any edits', () => {
  test('a choice is the latest one, or was cleared for a true reason', () => {
    fc.assert(
      fc.property(walks, (all) => {
        const { draft, chosen, since } = walked(all);
        for (const field of FIELDS) {
          const happened = [...(since.get(field) ?? [])];
          const isGone = chosen[field] !== null && happened.length > 0;
          expect([field, draft.choices[field]]).toEqual([field, isGone ? null : chosen[field]]);
          const notes = noteOf(draft, field);
          expect(notes).toHaveLength(isGone ? 1 : 0);
          expect(notes.every((because) => happened.includes(because))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('choices that depend on nothing are never lost', () => {
    fc.assert(
      fc.property(walks, (all) => {
        const { draft, chosen } = walked(all);
        const free = (choices: Readonly<Record<string, unknown>>) =>
          Object.fromEntries(
            Object.entries(choices).filter(
              ([key]) => !isField(key) && !['group', 'option', 'warningsRead'].includes(key),
            ),
          );
        expect(free(draft.choices)).toEqual(free(chosen));
      }),
    );
  });

  test('the name of a group that is yet to be made is never lost', () => {
    fc.assert(
      fc.property(walks, edits, (all, { rg: _rg, rgIsNew: _isNew, ...edit }) => {
        const before = step(walked(all), { rg: 'rg-new', rgIsNew: true });
        expect(step(before, edit).draft.choices).toMatchObject({ rg: 'rg-new', rgIsNew: true });
      }),
    );
  });

  test('group and type agree', () => {
    fc.assert(
      fc.property(walks, (all) => {
        const { group, option } = walked(all).draft.choices;
        const isReplaced = group === 'replaceExisting';
        expect(option === null || (option === 'replaceDisks') === isReplaced).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('the type is the one chosen last, unless the group chosen since has it not', () => {
    fc.assert(
      fc.property(walks, types, (all, edit) => {
        const { group, option } = walked(all).draft.choices;
        const remaining = option === 'replaceDisks' ? null : option;
        const wanted = {
          createNew: { group: 'createNew', option: remaining },
          replaceExisting: { group: 'replaceExisting', option: 'replaceDisks' },
        };
        const byGroup = edit.group === undefined || edit.group === null ? {} : wanted[edit.group];
        const { choices } = step(walked(all), edit).draft;
        expect(choices).toMatchObject({ ...byGroup, ...edit });
        const isEdited = edit.group !== undefined || edit.option !== undefined;
        expect(isEdited || (choices.group === group && choices.option === option)).toBe(true);
      }),
    );
  });

  test('a note stays until its field is chosen anew, and then it goes', () => {
    fc.assert(
      fc.property(walks, edits, (all, edit) => {
        const before = walked(all);
        const after = step(before, edit).draft;
        for (const { field } of before.draft.takenBack) {
          expect(noteOf(after, field)).toHaveLength(field in edit ? 0 : 1);
        }
      }),
    );
  });

  test('choosing the same again, in other letter case too, takes nothing back', () => {
    fc.assert(
      fc.property(walks, (all) => {
        const { draft } = walked(all);
        const { instance, subscription, vnet } = draft.choices;
        const again = withChoices(
          draft,
          {
            instance: instance?.toLowerCase() ?? null,
            subscription: subscription?.toLowerCase() ?? null,
          },
          99,
        );
        const { takenBack } = withChoices(again, { vnet: vnet?.toLowerCase() ?? null }, 100);
        const known = draft.takenBack.filter(({ field }) => field !== 'vnet');
        expect(takenBack).toEqual(known);
      }),
    );
  });
});

test('the walks do take choices back, for every reason', () => {
  const seen = new Set<string>();
  for (const all of fc.sample(walks, { numRuns: 1500, seed: 7 })) {
    for (const { field, because } of walked(all).draft.takenBack) seen.add(`${field} ${because}`);
  }
  const possible = FIELDS.flatMap((field) =>
    (HANGS_ON[field] ?? []).map((why) => `${field} ${why}`),
  );
  expect([...seen].toSorted()).toEqual(possible.toSorted());
});
