import { describe, expect, test } from 'vitest';
import type { CreateVm, ReplaceDisks, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import { keysOf } from '#src/lib/data.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { vmChoices, vmFields, withChoices } from '#src/datasources/azure-vm/choices.ts';
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
} from '#src/datasources/azure-vm/testing.ts';
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
    [
      'instance',
      { instance: itemId('otherVM') },
      ['confirmReplace', 'dc', 'isolatedNetwork', 'outage', 'point'],
    ],
    [
      'region',
      { regionView: 'secondary' },
      [
        'diskAccessId',
        'diskEncryptionSet',
        'isolatedNetwork',
        'point',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
    [
      'subscription',
      { subscription: OTHER_SUB },
      [
        'diskAccessId',
        'diskEncryptionSet',
        'isolatedNetwork',
        'rg',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
    ['network', { vnet: 'other' }, ['isolatedNetwork', 'subnet']],
    [
      'datasource',
      { datasource: 'azure-disk' },
      [
        'confirmReplace',
        'dc',
        'diskAccessId',
        'diskEncryptionSet',
        'instance',
        'isolatedNetwork',
        'outage',
        'point',
        'rg',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
  ] as const)('%s these choices cannot stay', (_, change, fields) => {
    expect(lost(change)).toEqual(fields);
  });
});
