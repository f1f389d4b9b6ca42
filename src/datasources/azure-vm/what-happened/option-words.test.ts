import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  type RestoreOptionKind,
  restoreOptionKinds,
  type ScenarioId,
} from '#src/model/restore-option.ts';
import { regionHealth, type ServiceIssue } from '#src/model/places.ts';
import { optionText, startText } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import type { OptionVm } from '#src/datasources/azure-vm/options.ts';
import type {
  VmRestoreOption,
  RestoreOptionState,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';

const source: OptionVm = {
  id: resourceId('/item'),
  name: 'app01',
  isGone: false,
  region: 'West Europe',
  pair: 'North Europe',
  health: { region: 'none', pair: 'none' },
};
const restoreOption = (
  kind: RestoreOptionKind,
  state: RestoreOptionState = 'open',
): VmRestoreOption => ({
  kind,
  state,
  choices: { zone: '2' },
  point: null,
  passedOver: null,
  reasons: [],
  notChecked: [],
  isPartial: false,
  warnings: [],
  afterwards: [],
});
const textsFor = (
  kind: RestoreOptionKind,
  scenario: ScenarioId = 'copy',
  of: Partial<OptionVm> = {},
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

  test('is all that exists also where there is no VM to replace', () => {
    const gone = textsFor('replace', 'no-start', { isGone: true });
    expect(gone.leaves).toBe('Nothing that exists today changes.');
    expect(gone.less).toBe('Its disks can’t be replaced: the VM no longer exists.');
    expect(textsFor('newVm', 'copy', { isGone: true }).name).toBe('New VM');
    expect(textsFor('newVm').name).toBe('New VM next to the original');
    for (const kind of restoreOptionKinds) {
      expect(textsFor(kind, 'copy', { isGone: true }).does).not.toContain('second VM');
    }
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
    consistency: 'CrashConsistent',
    tier: 'Vault',
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
  const start = (kind: RestoreOptionKind, of: Partial<OptionVm> = {}) =>
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

/** What Azure Service Health reports × what the text claims of the place that an option leads to. */
const issue = (region: string, isZonal: boolean): ServiceIssue => ({
  trackingId: 'A',
  title: 'Down',
  startedAt: null,
  services: ['Virtual Machines'],
  regions: [region],
  isZonal,
});
const toZone = ['zoneVm', 'zoneDisks'] as const;
const toPair = ['regionVm', 'regionDisks'] as const;
const reported: readonly [
  string,
  readonly RestoreOptionKind[],
  readonly ServiceIssue[] | undefined,
  string,
][] = [
  ['nothing was read', toZone, undefined, 'Not checked: Azure Service Health for West Europe.'],
  ['no issue', toZone, [], 'Azure Service Health shows you no issue in West Europe.'],
  [
    'an issue in a zone there',
    toZone,
    [issue('West Europe', true)],
    'Azure Service Health reports an issue in a zone of West Europe. Check that it isn’t zone 2.',
  ],
  [
    'an issue in all of it',
    toZone,
    [issue('West Europe', true), issue('westeurope', false)],
    'Azure Service Health reports an issue in West Europe.',
  ],
  [
    'an issue elsewhere',
    toZone,
    [issue('North Europe', false)],
    'Azure Service Health shows you no issue in West Europe.',
  ],
  ['nothing was read', toPair, undefined, 'Not checked: Azure Service Health for North Europe.'],
  [
    'an issue in the own region',
    toPair,
    [issue('West Europe', false)],
    'Azure Service Health shows you no issue in North Europe.',
  ],
  [
    'an issue in a zone of the pair',
    toPair,
    [issue('northeurope', true)],
    'Azure Service Health reports an issue in a zone of North Europe.',
  ],
  [
    'an issue in the pair',
    toPair,
    [issue('North Europe', false)],
    'Azure Service Health reports an issue in North Europe.',
  ],
];

test.each(
  reported.flatMap(([what, kinds, issues, said]) =>
    kinds.map((kind) => ({ what, kind, issues, said })),
  ),
)('$kind while $what', ({ kind, issues, said }) => {
  const health = {
    region: regionHealth(issues, source.region),
    pair: regionHealth(issues, source.pair),
  };
  const { does } = textsFor(kind, 'zone-down', { health });
  expect(does).toContain(said);
  expect(does).not.toContain('available');
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
