import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  type RestoreOptionKind,
  restoreOptionKinds,
  type ScenarioId,
} from '#src/model/scenario.ts';
import { optionText, startText } from '#src/datasources/azure-vm/what-happened/option-words.ts';
import type { Source } from '#src/datasources/azure-vm/options/source.ts';
import type {
  RestoreOption,
  RestoreOptionState,
} from '#src/datasources/azure-vm/options/scenarios.ts';

const source: Source = {
  id: resourceId('/item'),
  name: 'app01',
  isGone: false,
  region: 'West Europe',
  pair: 'North Europe',
};
const restoreOption = (
  kind: RestoreOptionKind,
  state: RestoreOptionState = 'open',
): RestoreOption => ({
  kind,
  state,
  choices: { zone: '2' },
  point: null,
  passedOver: null,
  reasons: [],
  notChecked: [],
  warnings: [],
  afterwards: [],
});
const textsFor = (
  kind: RestoreOptionKind,
  scenario: ScenarioId = 'copy',
  of: Partial<Source> = {},
) => optionText(restoreOption(kind), scenario, { ...source, ...of });

describe('what an option leaves alone', () => {
  test.each(restoreOptionKinds.filter((kind) => kind !== 'replace'))('%s: the machine', (kind) => {
    expect(textsFor(kind).leaves).toBe('app01 and its disks don’t change.');
  });

  test('excludes the VM that is replaced, and names what is lost on it', () => {
    expect(textsFor('replace').leaves).toContain('Changes made since the restore point are lost');
  });

  test('is all that exists where the machine is gone', () => {
    expect(textsFor('newVm', 'copy', { isGone: true }).leaves).toBe(
      'Nothing that exists today changes.',
    );
  });

  test('is what an attack has left', () => {
    expect(textsFor('isolatedVm', 'ransomware').leaves).toContain(
      'stay available for investigation',
    );
  });
});

describe('the button that starts an option', () => {
  const point: RecoveryPoint = {
    id: resourceId('/item/recoveryPoints/1'),
    name: '1',
    time: instant(Date.UTC(2025, 5, 3, 22, 5)),
    consistency: 'crash',
    tier: 'vaultStandard',
    isManaged: true,
    isEncrypted: false,
    isPremium: false,
    vmSize: 'Standard_B2ms',
    osType: 'Linux',
    zone: null,
    diskCount: 1,
    disks: [],
    excludedDisks: [],
    hasPrivateAccessDisks: false,
    originalStorageAccountOption: false,
    isMounted: false,
    expiresAt: null,
    isSoftDeleted: false,
    keyVaultIds: [],
  };
  const start = (kind: RestoreOptionKind, of: Partial<Source> = {}) =>
    startText({ ...restoreOption(kind), point }, { ...source, ...of });

  test('names the region or zone, and the restore point', () => {
    expect(start('regionVm')).toBe('Restore in North Europe (restore point 3 Jun 2025, 22:05)');
    expect(start('zoneDisks')).toBe('Restore in zone 2 (restore point 3 Jun 2025, 22:05)');
  });

  test('of files names what is done', () => {
    expect(start('files')).toBe('Recover files');
  });

  test('says no more where it stays in its place, or the place is not known', () => {
    expect(start('newVm')).toBe('Restore with this option');
    expect(start('regionVm', { pair: null })).toBe('Restore with this option');
  });
});

test('a zone that is chosen is named', () => {
  expect(textsFor('zoneVm').does).toContain('in zone 2');
  expect(textsFor('zoneDisks').does).toContain('in zone 2');
  expect(textsFor('regionVm').does).toContain('in North Europe');
});

test('why another option is first depends on what has happened, if that says more', () => {
  expect(textsFor('replace', 'copy').less).toBe('The only option that changes the VM itself.');
  expect(textsFor('replace', 'ransomware').less).toContain('evidence of the attack');
});

test('an option that cannot be taken says so, each kind of it in its own words', () => {
  const states: RestoreOptionState[] = ['open', 'blocked', 'waits'];
  expect(
    states.map((state) => optionText(restoreOption('disks', state), 'region-down', source).state),
  ).toEqual([null, 'Not possible for app01.', 'Waits for West Europe.']);
  expect(optionText(restoreOption('disks', 'waits'), 'region-down', source).less).toContain(
    'Restores to West Europe, which is down',
  );
});
