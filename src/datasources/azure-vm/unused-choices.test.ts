import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import { unusedChoicesOf } from '#src/datasources/azure-vm/not-used.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  EXAMPLE_CHOICES,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { known } from '#src/wizard/reads/read.ts';

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

const textsOf = (choices: Partial<VmChoices>, different: Different = {}): string[] =>
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
      'Virtual machine name newVM, Resource group targetRG, Virtual network testNet, Subnet default: The VM keeps its name, resource group, network, subnet, subscription, and zone.',
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
    expect(textsOf(choices, different)).toEqual([expect.stringMatching(text)]);
  });

  test('excludes what was never selected and what is used', () => {
    expect(textsOf({})).toEqual([]);
    expect(textsOf(AS_NEW_VM)).toEqual([]);
    expect(textsOf(AS_REPLACEMENT).length).toBe(1);
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
