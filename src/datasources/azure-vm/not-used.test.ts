import { describe, expect, test } from 'vitest';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { goneChoices, goneHint, unusedChoicesOf } from '#src/datasources/azure-vm/not-used.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  createDraft,
  type Different,
  EXAMPLE_CHOICES,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { known } from '#src/wizard/read.ts';

/** Selections that were deleted since. */

const all: Pick<Reads, 'groups' | 'networks' | 'accounts'> = {
  groups: { state: 'known', value: [] },
  networks: { state: 'known', value: [] },
  accounts: { state: 'known', value: [] },
};
const textsOf = (choices: Partial<VmChoices>, reads: Partial<Reads>): string[] =>
  goneChoices(exampleView(choices, { ...exampleReads(), ...reads })).map(({ text }) => text);

test('each is named, with where it was', () => {
  expect(textsOf(AS_NEW_VM, all)).toEqual([
    'Resource group targetRG: not listed in Documents example. Select another one.',
    'Virtual network testNet: not listed in Documents example. Select another one.',
    'Staging Location testAccount: not listed in Documents example. Select another one.',
  ]);
});

test('only what the restore would use', () => {
  expect(textsOf(AS_REPLACEMENT, all)).toEqual([
    'Staging Location testAccount: not listed in Documents example. Select another one.',
  ]);
});

test.each(['loading', 'forbidden', 'failed', 'not asked'] as const)(
  'nothing of lists that are %s',
  (state) => {
    const unread = { state };
    expect(textsOf(AS_NEW_VM, { groups: unread, networks: unread, accounts: unread })).toEqual([]);
  },
);

test('nothing of what is there, in whatever letter case, nor of a group to be made', () => {
  expect(textsOf({ ...AS_NEW_VM, rg: 'TARGETRG' }, {})).toEqual([]);
  expect(textsOf({ ...AS_NEW_VM, rg: 'rg-new', rgIsNew: true }, {})).toEqual([]);
});

test('a point that has expired', () => {
  expect(textsOf({}, { points: { state: 'known', value: [] } })).toEqual([
    'Restore point: not listed in the vault. Select another one.',
  ]);
  expect(textsOf({ point: null }, { points: { state: 'known', value: [] } })).toEqual([]);
});

test('its field says it', () => {
  const view = exampleView({}, { ...exampleReads(), ...all });
  expect(goneHint(view, 'rg')).toMatch(/^Resource group targetRG: not listed in /);
  expect(goneHint(view, 'vnet')).toBeUndefined();
});

const DAY_MS = 86_400_000;
const WEEK_BEFORE = instant(-7 * DAY_MS);

/** A machine of zone 1 in a vault that keeps its points in all zones. */
const zonal: Different = {
  vault: { redundancy: 'ZRS' },
  machine: { zone: '1' },
  zones: ['1', '2', '3'],
};

/** The same with one more point, of a week before. */
function readsWith(tier: RecoveryPoint['tier'], older: Partial<RecoveryPoint>): Reads {
  const reads = exampleReads({ ...zonal, point: { tier } });
  const points = (known(reads.points) ?? []).flatMap((point) => [
    { ...point, ...older, name: 'older', time: WEEK_BEFORE },
    point,
  ]);
  return { ...reads, points: { state: 'known', value: points } };
}

const unusedTexts = (choices: Partial<VmChoices>, different: Different = {}): string[] =>
  unusedChoicesOf(exampleView(choices, exampleReads(different))).map(({ text }) => text);

describe('a zone that the point does not allow', () => {
  const both = readsWith('SnapshotAndVault', { tier: 'Vault' });

  test('names the restore point that allows it', () => {
    const [zone, ...rest] = unusedChoicesOf(exampleView({ zone: '3' }, both));
    expect(rest).toEqual([]);
    expect(zone).toMatchObject({
      field: 'zone',
      text: 'Zone 3: this restore point is also a snapshot.',
    });
    expect(zone?.instead()).toMatchObject({
      label: `Use ${dateTimeText(WEEK_BEFORE)}`,
      field: 'zone',
    });
  });

  test('comes back with that point', () => {
    const view = exampleView({ zone: '3' }, both);
    expect(view.shown.zone).toBeNull();
    const later = vmViewOf(withChoices(view.draft, { point: 'older' }, 1), both);
    expect(later.shown.zone).toBe('3');
    expect(unusedChoicesOf(later)).toEqual([]);
  });

  test('offers no restore option if no restore point allows it', () => {
    const [zone] = unusedChoicesOf(
      exampleView({ zone: '3' }, readsWith('Snapshot', { tier: 'Snapshot' })),
    );
    expect(zone?.text).toBe('Zone 3: this restore point is only a snapshot.');
    expect(zone?.instead()).toBeNull();
  });

  test('is not missed where it is the machine’s own, to which it goes back by itself', () => {
    expect(unusedChoicesOf(exampleView({ zone: '1' }, both))).toEqual([]);
  });
});

describe('what one kind of restore does not use', () => {
  test('appears once, in the order of the step, with the restore type that uses it', () => {
    const { vmName, vnet, subnet } = AS_NEW_VM;
    const [target, ...rest] = unusedChoicesOf(
      exampleView({ ...AS_REPLACEMENT, vmName, vnet, subnet }, exampleReads()),
    );
    expect(rest).toEqual([]);
    expect(target?.text).toBe(
      'Virtual machine name newVM, Resource group targetRG, Virtual network testNet, Subnet default: Replace existing has no name, resource group, network, subnet, subscription, or zone to select.',
    );
    expect(target?.instead()?.label).toBe('Restore Type: Create new virtual machine');
  });

  test.each([
    ['disks', { vmName: 'newVM' }, {}, /^Virtual machine name newVM: Restoring disks creates no/],
    ['network access', { diskAccess: 'public' }, {}, /^Enable public access from .*: Not needed/],
    ['managed disks', { restoreAsManaged: true }, {}, /^Restore as managed disks: Not needed/],
    [
      'an encryption set',
      { diskEncryptionSet: '/sets/mine' },
      {},
      /^Disk encryption set mine: A disk encryption set requires/,
    ],
    [
      'an identity',
      { identity: 'system' },
      { item: { deployment: 'classic' } },
      /^Identities System-assigned: Not available/,
    ],
  ] as const)('%s', (_, choices, different, text) => {
    expect(unusedTexts(choices, different)).toEqual([expect.stringMatching(text)]);
  });

  test('excludes what was never selected and what is used', () => {
    expect(unusedTexts({})).toEqual([]);
    expect(unusedTexts(AS_NEW_VM)).toEqual([]);
    expect(unusedTexts(AS_REPLACEMENT).length).toBe(1);
  });
});

test('the way back is a change of the draft', () => {
  const both = readsWith('SnapshotAndVault', { tier: 'Vault' });
  const id = createDraft({ ...EXAMPLE_CHOICES, zone: '3' });
  const { draft } = draftState(id);
  if (draft.ok) unusedChoicesOf(vmViewOf(draft.value, both))[0]?.instead()?.apply();
  const stored = draftState(id).draft;
  expect(stored.ok && stored.value.choices).toMatchObject({ point: 'older', zone: '3' });
});
