import { describe, expect, test } from 'vitest';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { OptionVm } from '#src/datasources/azure-vm/options.ts';
import { examplePoint } from '#src/datasources/azure-vm/testing.ts';
import { optionText, startText } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import {
  readAddress,
  RESTORE_OPTIONS,
  type RestoreOptionState,
  SCENARIOS,
  type Touch,
  type VmRestoreOption,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import { instant, timeAddress } from '#src/lib/time.ts';
import { regionHealth, type ServiceIssue } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  type RestoreOptionKind,
  restoreOptionKinds,
  type ScenarioId,
  scenarioIdOf,
  scenarioIds,
} from '#src/model/restore-option.ts';

const item =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/protectionContainers/c/protectedItems/i';
const now = instant(Date.parse('2025-06-05T02:44:00Z'));

describe('an address', () => {
  test('that says everything is read whole', () => {
    const search = {
      what: 'bad-change',
      instance: instanceAddress(item),
      before: '2025-06-04T22:00:00Z',
    };
    expect(readAddress(search, now)).toEqual({
      scenario: 'bad-change',
      instance: item,
      before: Date.parse('2025-06-04T22:00:00Z'),
      ignored: [],
    });
  });

  test('that says nothing asks for nothing, and nothing is left out', () => {
    expect(readAddress({}, now)).toEqual({
      scenario: null,
      instance: null,
      before: null,
      ignored: [],
    });
  });

  test('with invalid values is read without them, and each is reported', () => {
    const search = { what: 'Ransomware!', instance: 'app01', before: '22:00' };
    expect(readAddress(search, now)).toEqual({
      scenario: null,
      instance: null,
      before: null,
      ignored: [
        { what: 'what', text: 'Ransomware!' },
        { what: 'instance', text: 'app01' },
        { what: 'before', text: '22:00' },
      ],
    });
  });

  test('with a time that has not come yet is read without it', () => {
    const { before, ignored } = readAddress({ before: '2025-06-05T02:45:00Z' }, now);
    expect(before).toBeNull();
    expect(ignored).toEqual([{ what: 'future', text: '2025-06-05T02:45:00Z' }]);
    expect(readAddress({ before: '2025-06-05T02:44:00Z' }, now).before).toBe(now);
  });
});

test('a time is written into an address so that it is read back, and never lies in the future', () => {
  expect(timeAddress(instant(now + 999))).toBe('2025-06-05T02:44:00Z');
  expect(readAddress({ before: timeAddress(now) }, now).before).toBe(now);
});

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
  const point = examplePoint({ time: instant(Date.UTC(2025, 5, 3, 22, 5)) });
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

const used = new Set(scenarioIds.flatMap((id) => SCENARIOS[id].restoreOptions));

describe('document 001', () => {
  test('each of its scenarios is one that a person can choose', () => {
    const rows = new Set(scenarioIds.map((id) => SCENARIOS[id].document));
    expect([...rows].toSorted()).toEqual([
      // The one of document 000, Restore VMs with special configurations.
      'bare-metal',
      'cross-region',
      'disk',
      'encrypted',
      'entire-vm',
      'files',
    ]);
  });

  test('each of its headings about a restore is an option that some scenario leads to', () => {
    const headings = {
      'Replace source VM': 'replace',
      'Create new VM in alternate location': 'newVm',
      'Restore disks of the VM': 'disks',
      'Restore files within the VM': 'files',
      'Restore disk from encrypted VM': 'disks',
      'Restore entire VM to another region at alternate location': 'regionVm',
      'Restore disk from VM to another region': 'regionDisks',
    } as const;
    expect(Object.values(headings).filter((kind) => !used.has(kind))).toEqual([]);
  });
});

test('every option is an option of some scenario, each named once there', () => {
  expect([...used].toSorted()).toEqual([...restoreOptionKinds].toSorted());
  for (const id of scenarioIds) {
    const { restoreOptions } = SCENARIOS[id];
    expect(new Set(restoreOptions).size).toBe(restoreOptions.length);
  }
});

test.each(scenarioIds)('%s: what takes the place of the machine comes last', (id) => {
  const touches = SCENARIOS[id].restoreOptions.map((kind): Touch => RESTORE_OPTIONS[kind].touch);
  expect(touches.slice(0, -1)).not.toContain('replaces');
});

test.each(['copy', 'rehearsal'] as const)('%s never takes the place of the machine', (id) => {
  expect(SCENARIOS[id].restoreOptions).not.toContain('replace');
});

test('a word in an address names a scenario or does not', () => {
  expect(scenarioIds.every((id) => scenarioIdOf(id) === id)).toBe(true);
  expect(['', 'Ransomware', 'toString', 'bad_change'].map(scenarioIdOf)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});
