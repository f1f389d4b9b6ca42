import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { ASPECTS, machineSide, pointSide } from '#src/model/comparison.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import { meaningOf, type Pair } from '#src/datasources/azure-vm/instance/compare/meaning.ts';
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
  names: ['point', 'Machine now'],
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
      'What was written in the 1 d 1 h between them is in the newer point alone.',
    ]);
  });

  test('between a point and now is what was written since', () => {
    expect(texts('time', withNow())[0]).toMatch(
      /^What was written after .*, 1 h 32 min until now, is not in the point\.$/,
    );
  });

  test('of a snapshot is said of that point alone, in the words of the rules', () => {
    const said = texts('tier', two({ tier: 'vaultStandard' }, { tier: 'snapshot' }));
    expect(said.filter((text) => text.startsWith('newer: '))).toHaveLength(3);
    expect(said.join('\n')).toContain('Transfer Data to Vault hasn’t completed');
    expect(said.filter((text) => text.startsWith('older: '))).toHaveLength(1);
  });

  test('what is true of both sides is said once and of neither', () => {
    const said = texts('tier', two({ tier: 'snapshot' }, { tier: 'snapshotAndVaultStandard' }));
    const zone = said.filter((text) => text.includes('Another zone requires'));
    expect(zone).toEqual([expect.not.stringMatching(/^(older|newer): /)]);
  });

  test('of a size is that a replacement keeps the machine’s, and nothing of a new machine', () => {
    const [stays, unknown, disks] = meaningOf('vmSize', withNow({ vmSize: 'Standard_B1s' }));
    expect(stays?.text).toContain('keeps the size that it has now');
    expect(stays?.source).toBe('Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024');
    expect(unknown?.text).toContain('do not say');
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

  test('every disk comes back is not said of a point that leaves some out', () => {
    const partial = { diskCount: 3, excludedDisks: [{ lun: 1, name: 'scratch' }] };
    expect(texts('diskCount', two({}, partial))).toEqual([
      'The documents do not say what this changes for a restore.',
    ]);
  });

  test('of disks names those of one side alone', () => {
    const disks = [
      { lun: -1, name: 'os' },
      { lun: 0, name: 'data' },
    ];
    expect(texts('disks', two({ disks }, {}))).toEqual([
      'Only in the point of older: LUN 0: data.',
    ]);
    const other = { disks: [{ lun: -1, name: 'swapped' }] };
    expect(texts('disks', withNow(other))).toEqual([
      'Only in the point of point: System disk: swapped.',
      'Only on the machine now: System disk: os.',
    ]);
  });

  test('of Azure Disk Encryption is which restores are left, also where now is not known', () => {
    const said = texts('diskEncryption', withNow({ isEncrypted: true }));
    expect(said).toHaveLength(4);
    expect(said.every((text) => text.startsWith('point: '))).toBe(true);
  });

  test('of a key of the owner’s now is said of the machine', () => {
    const encryptionSetId = resourceId('/x/des');
    const disks = exampleMachine().disks.map((disk) => ({ ...disk, encryptionSetId }));
    expect(texts('encryptionSets', withNow({}, { disks }))[0]).toMatch(
      /^Machine now: Replace existing doesn’t support encrypted VMs/,
    );
  });

  test('that no document speaks of is said to be so', () => {
    expect(meaningOf('osType', two({}, { osType: 'Linux' }))).toEqual([
      {
        text: 'The documents do not say what this changes for a restore.',
        source: 'Restore Center',
      },
    ]);
  });
});

test('every meaning says who says so', () => {
  const different: Partial<RecoveryPoint> = {
    time: instant(9000),
    consistency: 'crash',
    tier: 'vaultArchive',
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
