import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { ASPECTS, machineSide, pointSide } from '#src/model/comparison.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';
import { meaningOf, type Pair } from '#src/datasources/azure-vm/instance/comparison-meaning.ts';
import { exampleMachine, examplePoint } from '#src/datasources/azure-vm/instance/testing.ts';

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
