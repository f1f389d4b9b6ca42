import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  type Aspect,
  ASPECTS,
  comparisonStatus,
  disksOnlyIn,
  machineSide,
  pointSide,
  type Present,
  type Side,
} from '#src/model/comparison.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import type { Machine, MachineDisk } from '#src/model/machines.ts';

const POINT: RecoveryPoint = {
  id: resourceId('/item/recoveryPoints/1'),
  name: '1',
  time: instant(1),
  consistency: 'AppConsistent',
  tier: 'Vault',
  isManaged: true,
  isEncrypted: false,
  isPremium: false,
  vmSize: 'Standard_A1_v2',
  osType: 'Windows',
  zone: '1',
  diskCount: 2,
  disks: [
    { lun: -1, name: 'os' },
    { lun: 0, name: 'data' },
  ],
  excludedDisks: [],
  hasPrivateAccessDisks: false,
  originalStorageAccountOption: false,
  isMounted: false,
  expiresAt: null,
  isSoftDeleted: false,
  keyVaultIds: [],
};
const DISK: MachineDisk = {
  name: 'os',
  lun: -1,
  sizeGiB: 32,
  sku: 'Standard_LRS',
  managedDiskId: resourceId('/disks/os'),
  encryptionSetId: null,
  hasWriteAccelerator: false,
};
const MACHINE: Machine = {
  id: resourceId('/machine'),
  name: 'testVM',
  region: 'westus',
  zone: '1',
  tags: {},
  size: 'Standard_A1_v2',
  osType: 'Windows',
  disks: [DISK, { ...DISK, name: 'data', lun: 0 }],
  availabilitySet: null,
  hasUltraDisks: false,
  hybridBenefit: false,
  nicCount: 1,
  nicIds: [],
  extensions: [],
  hasUserIdentity: false,
  hasKeyVaultLink: false,
  isFromCustomImage: false,
  isGeneralized: false,
  isRunning: true,
  usesEncryptionAtHost: false,
  canUseUltraDisks: false,
  securityType: null,
  plan: null,
  identityType: null,
  hasBootDiagnostics: false,
};
const managed = (hasPrivateAccess: boolean | null) => diskWith({ hasPrivateAccess });

const point = (different: Partial<RecoveryPoint> = {}) => pointSide({ ...POINT, ...different });
const now = (different: Partial<Machine> = {}, more: Partial<Present> = {}) =>
  machineSide({
    machine: { ...MACHINE, ...different },
    disks: [managed(false), managed(false)],
    at: instant(2),
    ...more,
  });
/** The aspects that stand so, in their order. */
const those = (wanted: ReturnType<typeof comparisonStatus>, a: Side, b: Side) =>
  ASPECTS.filter((aspect) => comparisonStatus(aspect, a, b) === wanted);

describe('two points', () => {
  test('that say the same differ in nothing; the keys of their disks are unknown', () => {
    expect(those('differs', point(), point())).toEqual([]);
    expect(those('notChecked', point(), point())).toEqual(['encryptionSets']);
    expect(those('noCounterpart', point(), point())).toEqual([]);
  });

  test.each([
    ['time', { time: instant(9) }],
    ['consistency', { consistency: 'CrashConsistent' }],
    ['tier', { tier: 'Snapshot' }],
    ['vmSize', { vmSize: 'Standard_B1s' }],
    ['osType', { osType: 'Linux' }],
    ['diskCount', { diskCount: 3 }],
    ['disks', { disks: [{ lun: -1, name: 'other' }] }],
    ['zone', { zone: '2' }],
    ['zone', { zone: null }],
    ['diskEncryption', { isEncrypted: true }],
    ['privateAccess', { hasPrivateAccessDisks: true }],
  ] as const)('differ in %s alone', (aspect, different) => {
    expect(those('differs', point(), point(different))).toEqual([aspect]);
    expect(those('differs', point(different), point())).toEqual([aspect]);
  });

  test.each([
    ['time', { time: null }],
    ['consistency', { consistency: 'unknown' }],
    ['tier', { tier: 'unknown' }],
    ['vmSize', { vmSize: null }],
    ['osType', { osType: null }],
    ['diskCount', { diskCount: null }],
    ['disks', { disks: null }],
    ['diskEncryption', { isEncrypted: null }],
    ['privateAccess', { hasPrivateAccessDisks: null }],
  ] as const)('are not compared in %s where one does not say', (aspect, silent) => {
    const unchecked = new Set<Aspect>([aspect, 'encryptionSets']);
    expect(new Set(those('notChecked', point(), point(silent)))).toEqual(unchecked);
    expect(new Set(those('notChecked', point(silent), point(silent)))).toEqual(unchecked);
    expect(those('differs', point(), point(silent))).toEqual([]);
  });

  test('of the old shape do not say that there was no zone', () => {
    const old = point({ zone: null, osType: null, disks: null });
    expect(old.zone).toEqual({ kind: 'notReported' });
    expect(point({ zone: null }).zone).toEqual({ kind: 'value', value: null });
  });

  test('with the same disks in another order and other letter case are the same', () => {
    const disks = [
      { lun: 0, name: 'DATA' },
      { lun: -1, name: 'os' },
    ];
    expect(comparisonStatus('disks', point(), point({ disks }))).toBe('same');
  });

  test('keep what was left out of the backup, which is no disk of theirs', () => {
    const side = point({ excludedDisks: [{ lun: 1, name: 'scratch' }] });
    expect(side.disks).toMatchObject({ value: { excluded: [{ lun: 1, name: 'scratch' }] } });
    expect(comparisonStatus('disks', point(), side)).toBe('same');
  });
});

describe('a point and the machine now', () => {
  test('that are alike differ in nothing but the time', () => {
    expect(those('differs', point(), now())).toEqual(['time']);
    expect(those('noCounterpart', point(), now())).toEqual(['consistency', 'tier']);
    expect(those('notChecked', point(), now())).toEqual(['diskEncryption', 'encryptionSets']);
  });

  test.each([
    ['vmSize', { size: 'Standard_D4s_v5' }],
    ['osType', { osType: 'Linux' }],
    ['zone', { zone: null }],
    ['zone', { zone: '3' }],
  ] as const)('differ in %s', (aspect, different) => {
    expect(those('differs', point(), now(different))).toEqual(['time', aspect]);
  });

  test('differ in number and names of disks', () => {
    const more = { disks: [...MACHINE.disks, { ...DISK, name: 'new', lun: 1 }] };
    expect(those('differs', point(), now(more))).toEqual(['time', 'diskCount', 'disks']);
    const swapped = { disks: [DISK, { ...DISK, name: 'data2', lun: 0 }] };
    expect(those('differs', point(), now(swapped))).toEqual(['time', 'disks']);
  });

  test('name the sets that hold the keys of its disks now, each once', () => {
    const keyed = { ...DISK, encryptionSetId: resourceId('/x/des-a') };
    expect(now({ disks: [keyed, keyed] }).encryptionSets).toEqual({
      kind: 'value',
      value: ['des-a'],
    });
    expect(now().encryptionSets).toEqual({ kind: 'value', value: [] });
  });

  test.each([
    ['one is private', [managed(false), managed(true)], { kind: 'value', value: true }],
    ['one is private and one unread', [undefined, managed(true)], { kind: 'value', value: true }],
    ['none is', [managed(false)], { kind: 'value', value: false }],
    ['one is unread', [managed(false), undefined], { kind: 'notRead' }],
    ['one does not say', [managed(false), managed(null)], { kind: 'notReported' }],
    ['there are none', [], { kind: 'notReported' }],
  ])('private access where of its disks %s', (_, disks, reported) => {
    expect(now({}, { disks }).privateAccess).toEqual(reported);
  });

  test('have nothing to compare where the machine is gone', () => {
    const side = now({}, { machine: null });
    expect(those('noCounterpart', point(), side)).toEqual(ASPECTS.filter((one) => one !== 'time'));
  });

  test('are not checked where the machine could not be read', () => {
    const side = machineSide({ machine: undefined, disks: [], at: instant(2) });
    expect(those('differs', point(), side)).toEqual(['time']);
    expect(those('same', point(), side)).toEqual([]);
    expect(side.vmSize).toEqual({ kind: 'notRead' });
  });
});

test('lists the disks of one side alone by LUN and name', () => {
  const one = [
    { lun: -1, name: 'os' },
    { lun: 0, name: 'data' },
    { lun: 1, name: null },
  ];
  const other = [
    { lun: -1, name: 'OS' },
    { lun: 1, name: 'data' },
    { lun: 1, name: null },
  ];
  expect(disksOnlyIn(one, other)).toEqual([{ lun: 0, name: 'data' }]);
  expect(disksOnlyIn(other, one)).toEqual([{ lun: 1, name: 'data' }]);
});
