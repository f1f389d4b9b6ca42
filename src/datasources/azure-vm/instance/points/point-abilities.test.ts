import { describe, expect, test } from 'vitest';
import {
  abilitiesOf,
  abilitiesOfMany,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { type Different, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { known } from '#src/wizard/reads/read.ts';

const pointIn = (reads: Reads): RecoveryPoint => {
  const [point] = known(reads.points) ?? [];
  if (point === undefined) throw new Error('the example has a point');
  return point;
};
const abilities = (different: Different = {}, reads = exampleReads(different)) =>
  abilitiesOf(reads, pointIn(reads));
const states = (...given: Parameters<typeof abilities>) =>
  abilities(...given).map(({ state }) => state);
const ability = (kind: RestoreKind, different: Different) => {
  const found = abilities(different).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`${kind} is a kind`);
  return found;
};

describe('what a point can do', () => {
  test('is everything in the documents’ example', () => {
    expect(states()).toEqual(['possible', 'possible', 'possible']);
    expect(abilities().map(({ short }) => short)).toEqual([null, null, null]);
  });

  test.each([
    ['a snapshot alone', { point: { tier: 'Snapshot' } }, 'Transfer to the vault not complete'],
    ['a machine that is gone', { machine: null }, 'The source VM no longer exists'],
    ['an encrypted machine', { point: { isEncrypted: true } }, 'The VM is encrypted'],
    ['unmanaged disks', { point: { isManaged: false } }, 'Unmanaged disks'],
    ['a classic machine', { item: { deployment: 'classic' } }, 'Classic VM'],
    ['a generalized machine', { machine: { isGeneralized: true } }, 'Generalized VM'],
  ] as const)('of %s: no replacement, in the words of the rule', (_, different, short) => {
    expect(ability('replaceDisks', different)).toMatchObject({ state: 'notPossible', short });
  });

  test('of a machine under Azure Disk Encryption: its disks alone', () => {
    const encrypted = { point: { isEncrypted: true } };
    expect(states(encrypted)).toEqual(['notPossible', 'possible', 'notPossible']);
    const toDisks = {
      label: 'Restore disks',
      kind: 'restoreDisks',
      isOtherPoint: false,
      isPrimary: false,
    };
    expect(ability('createVm', encrypted).explain().instead).toEqual(toDisks);
    expect(ability('replaceDisks', encrypted).explain().instead).toEqual(toDisks);
  });

  test('of a machine that is gone: what stands beside, in a way that is still to be chosen', () => {
    expect(ability('replaceDisks', { machine: null }).explain().instead).toEqual({
      label: 'Create new',
      kind: null,
      isOtherPoint: false,
      isPrimary: false,
    });
  });

  test('of an archived point: nothing until it is brought back', () => {
    const archived = { point: { tier: 'Archive' } } as const;
    expect(states(archived)).toEqual(['notPossible', 'notPossible', 'notPossible']);
    const { reasons, instead } = ability('restoreDisks', archived).explain();
    expect(instead).toMatchObject({ label: 'Choose another restore point', isOtherPoint: true });
    expect(reasons[0]?.rule).toBe(
      'This restore point is archived. Rehydrate it to the vault tier first, then restore it.',
    );
  });

  test('without permission to create VMs: disks, and replacing the source', () => {
    expect(states({ actions: ['*/read'] })).toEqual(['notPossible', 'possible', 'possible']);
  });
});

describe('unknown facts do not count as possible', () => {
  test('where the tier is not reported', () => {
    expect(states({ point: { tier: 'unknown' } })).toEqual([
      'notChecked',
      'notChecked',
      'notChecked',
    ]);
  });

  test('without permission to read the VM, the fact is named', () => {
    const reads: Reads = { ...exampleReads(), machine: { state: 'forbidden' }, disks: [] };
    expect(states({}, reads)).toEqual(['notChecked', 'possible', 'notChecked']);
    const [, , replace] = abilities({}, reads);
    const facts = replace
      ?.explain()
      .reasons.flatMap((reason) => reason.facts.map(({ text }) => text));
    expect(facts).toContainEqual(
      expect.stringMatching(
        /^Not known: whether the source VM exists\. You don’t have permission to view the source VM\./,
      ),
    );
  });

  test('an error comes first, whatever else is unknown', () => {
    expect(ability('replaceDisks', { machine: null }).state).toBe('notPossible');
  });
});

test('every reason has its rule, its facts and its document', () => {
  const { reasons } = ability('replaceDisks', { point: { isEncrypted: true } }).explain();
  expect(reasons).toEqual([
    {
      id: 'replace.encrypted',
      rule: 'Replace existing doesn’t support encrypted VMs. Restore the disks and create the VM from them.',
      facts: [
        {
          text: 'Disk encryption is Azure Disk Encryption',
          from: 'Read from the restore points, the source VM, and the disks of the source VM.',
          way: null,
        },
      ],
      sources: [
        'Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024',
        'About Azure VM restore, Restore entire encrypted VM at alternate location, 18 Feb 2020',
      ],
    },
  ]);
});

test('many points are judged by what tells them apart, each as if it were alone', () => {
  const reads = exampleReads();
  const point = pointIn(reads);
  const sorts = ['Snapshot', 'Vault', 'Archive', 'unknown'] as const;
  const points = Array.from({ length: 400 }, (_, index): RecoveryPoint => ({
    ...point,
    name: String(index),
    tier: sorts[index % sorts.length] ?? 'unknown',
  }));
  const all: Reads = { ...reads, points: { state: 'known', value: points } };
  const many = abilitiesOfMany(all);
  const abilitiesByPoint = points.map((one) => many(one));
  expect(new Set(abilitiesByPoint).size).toBe(sorts.length);
  const plain = (list: readonly { readonly explain: unknown }[]) =>
    list.map(({ explain: _explain, ...rest }) => rest);
  for (const [index, one] of points.slice(0, 8).entries())
    expect(plain(abilitiesByPoint[index] ?? [])).toEqual(plain(abilitiesOf(all, one)));
});
