import { describe, expect, test } from 'vitest';
import { type Pair, meaningOf } from '#src/datasources/azure-vm/instance/CompareSection.tsx';
import {
  abilitiesOf,
  abilitiesOfMany,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { pointTotals } from '#src/datasources/azure-vm/instance/source.ts';
import { compareText, readCompare } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  type Different,
  exampleMachine,
  examplePoint,
  exampleReads,
} from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import { ASPECTS, machineSide, pointSide } from '#src/model/comparison.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { Machine } from '#src/model/machines.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';

const older = examplePoint({ name: '932895704780058094', time: instant(1) });
const newer = examplePoint({ name: '20982486783671', time: instant(2) });
const bothPoints = [newer, older];

test.each([
  [
    'two points, the older first',
    compareText([newer.name, older.name]),
    { one: older, other: newer },
  ],
  [
    'the same in the other order',
    compareText([older.name, newer.name]),
    { one: older, other: newer },
  ],
  ['a point and the machine now', compareText([newer.name, 'now']), { one: newer, other: null }],
  ['the machine now and a point', compareText(['now', older.name]), { one: older, other: null }],
])('%s', (_, text, wanted) => {
  expect(readCompare(text, bothPoints)).toEqual(wanted);
});

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['one point', older.name],
  ['the machine with itself', 'now,now'],
  ['a point with itself', `${older.name},${older.name}`],
  ['three points', `${older.name},${newer.name},now`],
  ['a name that no point has', `${older.name},1`],
  // Read as a number this name would be another.
  ['a name that has lost its digits', `932895704780058100,now`],
  ['words', 'then,now'],
])('%s is no comparison', (_, text) => {
  expect(readCompare(text, bothPoints)).toBeNull();
});

const reported = { pointCount: 31, oldestPointAt: instant(5) };
const unreported = { pointCount: null, oldestPointAt: null };
const readPoints = [examplePoint({ time: instant(9) }), examplePoint({ time: instant(7) })];

test.each([
  ['points that are read go before what the item says', reported, readPoints, [2, 7]],
  ['points that are read are enough', unreported, readPoints, [2, 7]],
  ['points that may not be read: as the item says', reported, undefined, [31, 5]],
  ['nothing read and nothing told', unreported, undefined, ['not read', 'not read']],
  ['no points', reported, [], ['None yet', 'None yet']],
  ['points without times', unreported, [examplePoint({ time: null })], [1, 'not reported']],
])('%s', (_, item, read, [count, oldest]) => {
  expect(pointTotals(item, read)).toEqual({ count, oldest });
});

const two = (a: Partial<RecoveryPoint> = {}, b: Partial<RecoveryPoint> = {}): Pair => ({
  a: pointSide(examplePoint(a)),
  b: pointSide(examplePoint(b)),
  names: ['older', 'newer'],
  isNow: false,
});
const withNow = (point: Partial<RecoveryPoint> = {}, machine: Partial<Machine> = {}): Pair => ({
  a: pointSide(examplePoint(point)),
  b: machineSide({ machine: exampleMachine(machine), disks: [], at: instant(5_520_000) }),
  names: ['point', 'Current VM'],
  isNow: true,
});
const texts = (...given: Parameters<typeof meaningOf>) =>
  meaningOf(...given).map(({ text }) => text);

describe('two points that are alike', () => {
  test('mean nothing in any row', () => {
    for (const aspect of ASPECTS) expect(texts(aspect, two())).toEqual([]);
  });
});

describe('what a difference means', () => {
  test('between two times is what was written between them', () => {
    expect(texts('time', two({ time: instant(0) }, { time: instant(90_000_000) }))).toEqual([
      'Changes from the 1 d 1 h between them are only in the newer restore point.',
    ]);
  });

  test('between a point and now is what was written since', () => {
    expect(texts('time', withNow())[0]).toMatch(
      /^Changes made after .*, in the last 1 h 32 min, aren’t in the restore point\.$/,
    );
  });

  test('of a snapshot concerns that restore point alone, in the words of the rules', () => {
    const meanings = texts('tier', two({ tier: 'Vault' }, { tier: 'Snapshot' }));
    expect(meanings.filter((text) => text.startsWith('newer: '))).toHaveLength(3);
    expect(meanings.join('\n')).toContain('Transfer Data to Vault hasn’t completed');
    expect(meanings.filter((text) => text.startsWith('older: '))).toHaveLength(1);
  });

  test('for both sides appears once and names neither', () => {
    const meanings = texts('tier', two({ tier: 'Snapshot' }, { tier: 'SnapshotAndVault' }));
    const zone = meanings.filter((text) => text.includes('Another zone requires'));
    expect(zone).toEqual([expect.not.stringMatching(/^(older|newer): /)]);
  });

  test('of a size is that a replacement keeps the machine’s, and nothing of a new machine', () => {
    const [stays, unknown, disks] = meaningOf('vmSize', withNow({ vmSize: 'Standard_B1s' }));
    expect(stays?.text).toContain('keeps its current size');
    expect(stays?.source).toBe('Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024');
    expect(unknown?.text).toContain('doesn’t mention');
    expect(disks?.text).toContain('its disks are still restored');
    expect(texts('vmSize', two({}, { vmSize: 'Standard_B1s' }))).toEqual([
      unknown?.text,
      disks?.text,
    ]);
  });

  test('of a number of disks is document 000’s, where the machine now has another', () => {
    const meanings = meaningOf('diskCount', withNow({ diskCount: 3 }));
    expect(meanings.map(({ source }) => source)).toEqual([
      'Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024; About Azure VM restore, Replace source VM, 18 Feb 2020',
      'About Azure VM restore, Understand restore scenarios, 18 Feb 2020',
    ]);
    expect(texts('diskCount', two({}, { diskCount: 3 }))).toEqual([meanings[1]?.text]);
  });

  test('never includes every disk for a restore point that excludes some', () => {
    const partial = { diskCount: 3, excludedDisks: [{ lun: 1, name: 'scratch' }] };
    expect(texts('diskCount', two({}, partial))).toEqual([
      'The documentation doesn’t mention how this affects a restore.',
    ]);
  });

  test('of disks names those of one side alone', () => {
    const disks = [
      { lun: -1, name: 'os' },
      { lun: 0, name: 'data' },
    ];
    expect(texts('disks', two({ disks }, {}))).toEqual([
      'Only in the restore point of older: LUN 0: data.',
    ]);
    const other = { disks: [{ lun: -1, name: 'swapped' }] };
    expect(texts('disks', withNow(other))).toEqual([
      'Only in the restore point of point: OS disk: swapped.',
      'Only on the current VM: OS disk: os.',
    ]);
  });

  test('of Azure Disk Encryption is which restores are left, also where now is not known', () => {
    const meanings = texts('diskEncryption', withNow({ isEncrypted: true }));
    expect(meanings).toHaveLength(4);
    expect(meanings.every((text) => text.startsWith('point: '))).toBe(true);
  });

  test('of a customer-managed key used now concerns the VM', () => {
    const encryptionSetId = resourceId('/x/des');
    const disks = exampleMachine().disks.map((disk) => ({ ...disk, encryptionSetId }));
    expect(texts('encryptionSets', withNow({}, { disks }))[0]).toMatch(
      /^Current VM: Replace existing doesn’t support encrypted VMs/,
    );
  });

  test('that no document covers is marked as such', () => {
    expect(meaningOf('osType', two({}, { osType: 'Linux' }))).toEqual([
      {
        text: 'The documentation doesn’t mention how this affects a restore.',
        source: 'Restore Center',
      },
    ]);
  });
});

test('every meaning says who says so', () => {
  const different: Partial<RecoveryPoint> = {
    time: instant(9000),
    consistency: 'CrashConsistent',
    tier: 'Archive',
    vmSize: 'Standard_B1s',
    osType: 'Linux',
    zone: '2',
    diskCount: 4,
    disks: [],
    isEncrypted: true,
    hasPrivateAccessDisks: true,
  };
  for (const pair of [two(different), two({}, different), withNow(different)])
    for (const aspect of ASPECTS)
      for (const { text, source } of meaningOf(aspect, pair)) {
        expect(text).not.toBe('');
        expect(source).not.toBe('');
      }
});

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
      'This restore point is archived. Restore Center doesn’t rehydrate restore points. Rehydrate it in Azure first, then restore it.',
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
