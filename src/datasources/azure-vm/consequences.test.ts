import { describe, expect, test } from 'vitest';
import {
  consequenceText,
  lossText,
  effectsOf,
  elsewhereText,
  nextStepsOf,
  rebuildRules,
} from '#src/datasources/azure-vm/consequences.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmShownSteps } from '#src/datasources/azure-vm/next-steps/steps.ts';
import { ground } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import { planSentence, vmChosenLines, vmPlanLinesOf } from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { outageNetworkHint } from '#src/datasources/azure-vm/steps/outage-text.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  EXAMPLE_CHOICES,
  exampleCard,
  exampleDisk,
  exampleManagedDisk,
  exampleReads,
  exampleView,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { optionText } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';

const TEN = instant(Date.UTC(2026, 0, 2, 10));
const textFor = (choices: Partial<VmChoices>, time: typeof TEN | null = TEN) =>
  consequenceText(
    exampleView(
      choices,
      exampleReads({
        point: { time },
        vault: { redundancy: 'GRS', crossRegionRestore: true },
        secondaryPoints: [{ time }],
      }),
    ),
  );

test('a replacement names its machine and what is lost on it', () => {
  const lossAt = (time: typeof TEN | null) =>
    lossText(exampleView(AS_REPLACEMENT, exampleReads({ point: { time } })));
  expect(lossAt(TEN)).toBe(
    `testVM loses all changes made to its disks after ${dateTimeText(TEN)}.`,
  );
  expect(lossAt(null)).toMatch(/^testVM loses .* after .+\.$/);
  expect(textFor(AS_REPLACEMENT)).toBeNull();
});

test('a VM that no longer exists loses nothing by its replacement', () => {
  const view = exampleView(AS_REPLACEMENT, exampleReads({ machine: null }));
  expect(lossText(view)).toBeNull();
});

test.each<[string, Partial<VmChoices>, RegExp]>([
  ['disks', { regionView: 'secondary' }, /^The restore of the disks of testVM in /],
  [
    'a machine',
    { ...AS_NEW_VM, regionView: 'secondary' },
    /^The restore of testVM to a new VM in /,
  ],
])('in the secondary region %s: it cannot be stopped', (_, choices, start) => {
  expect(textFor(choices)).toMatch(start);
  expect(textFor(choices)).toMatch(/can’t be canceled after it starts\.$/);
});

test.each<[string, Partial<VmChoices>]>([
  ['disks', {}],
  ['a machine', AS_NEW_VM],
  ['no type yet', { option: null }],
  ['no type yet, there', { option: null, regionView: 'secondary' }],
])('there is no question beside an existing group: %s', (_, choices) => {
  expect(textFor(choices)).toBeNull();
});

/** Where a restore goes while the datacenter of its vault is down, wherever that appears. */

const down = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView({ ...AS_NEW_VM, outage: 'region', ...choices }, exampleReads(different));
const withCrr: Different = { vault: { crossRegionRestore: true }, secondaryPoints: [{}] };

describe('with GRS alone', () => {
  test('the pair is in the headline, the plan and what was chosen', () => {
    const view = down();
    expect(elsewhereText(view)).toEqual(['Paired region (East US)']);
    expect(planSentence(view)).toMatch(
      /It’s created in East US, the paired region, because West US is down\.$/,
    );
    expect(vmChosenLines(view)).toContainEqual(['Region', 'Paired region (East US)']);
  });

  test('RA-GRS is the same', () => {
    expect(elsewhereText(down({}, { vault: { redundancy: 'RA-GRS' } }))).toHaveLength(1);
  });

  test('an account in the region that is down is refused, one in the pair is not', () => {
    const refusals = (different: Different) =>
      down({ vnet: null, subnet: null }, different).settled.verdicts.flatMap(({ rule, state }) =>
        state === 'speaks' && rule.kind === 'block' ? [rule.id] : [],
      );
    expect(refusals({})).toContain('crr.disaster.staging-region');
    expect(refusals({ account: { region: 'eastus' } })).toEqual([]);
  });

  test('the network says why it is empty, and whether there is one to choose', () => {
    const empty = { vnet: null, subnet: null };
    expect(outageNetworkHint(down(empty))).toMatch(/has no virtual network in East US/);
    expect(outageNetworkHint(down(empty, { network: { region: 'eastus' } }))).toBe(
      'The network of testVM is in West US, which is down. Select one in East US.',
    );
    expect(outageNetworkHint(down())).toBeUndefined();
    expect(outageNetworkHint(down({ ...empty, outage: null }))).toBeUndefined();
  });
});

test.each(['LRS', 'ZRS'] as const)(
  'with %s it goes nowhere, and no pair is named',
  (redundancy) => {
    const view = down({}, { vault: { redundancy } });
    expect(elsewhereText(view)).toEqual([]);
    const refused = view.settled.verdicts.filter(({ rule }) =>
      rule.id.startsWith('platform.outage'),
    );
    expect(refused.map(({ rule, state }) => [rule.kind, state])).toEqual([['block', 'speaks']]);
  },
);

test('with Cross Region Restore the secondary region is named, and no disaster', () => {
  const view = down({ regionView: 'secondary' }, withCrr);
  expect(elsewhereText(view)).toEqual(['Secondary Region (East US)']);
  expect(planSentence(view)).not.toContain('is down');
});

test('while nothing is down nothing goes elsewhere', () => {
  expect(elsewhereText(exampleView({ ...EXAMPLE_CHOICES }, exampleReads()))).toEqual([]);
});

/**
 * Sentences about the source VM, each with the fact that makes it false: said where the fact is as it must be, and
 * neither where it isn't nor where it isn't known.
 */
interface Row {
  readonly says: RegExp;
  readonly of: (choices: Partial<VmChoices>, reads: Reads) => string;
  readonly when: Partial<VmChoices>;
  readonly so: Reads;
  /** The fact that makes it false, as another value. */
  readonly not: Reads;
  /** The same fact, not known; left out: then it is still said. */
  readonly unknown?: Reads;
}

const reads = (different: Different = {}): Reads => exampleReads(different);
const steps = (choices: Partial<VmChoices>, from: Reads) =>
  nextStepsOf(exampleView(choices, from).settled).map(sayRule).join('\n');
const column =
  (name: 'created' | 'changed' | 'untouched' | 'lost') =>
  (choices: Partial<VmChoices>, from: Reads) =>
    vmPlanLinesOf(exampleView(choices, from))[name].join('\n');
const sentence = (choices: Partial<VmChoices>, from: Reads) =>
  planSentence(exampleView(choices, from));
const effects = (choices: Partial<VmChoices>, from: Reads) =>
  effectsOf(exampleView(choices, from), choices.option ?? 'restoreDisks')
    .map(({ text }) => text)
    .join('\n');
const rebuild = (choices: Partial<VmChoices>, from: Reads) =>
  rebuildRules(exampleView(choices, from).settled)
    .map(({ id }) => id)
    .join('\n');
const first = (scenario: ScenarioId) => (_: Partial<VmChoices>, from: Reads) =>
  restoreOptionsFor(scenario, from, null).first?.kind ?? '';
const optionsSay = (scenario: ScenarioId) => (_: Partial<VmChoices>, from: Reads) => {
  const { first: one, others, source } = restoreOptionsFor(scenario, from, null);
  return [...(one === null ? [] : [one]), ...others]
    .map((option) => optionText(option, scenario, source))
    .map(({ name, does, leaves, less, state }) =>
      [name, does, leaves, less, state ?? ''].join('\n'),
    )
    .join('\n');
};

const IN_PLACE = { ...AS_NEW_VM, vmName: 'testVM', rg: 'testRG' };
const unread = { state: 'failed' } as const;
const withState = (protectionState: string, rest: Different = {}) =>
  reads({ machine: null, ...rest, item: { protectionState } });
const extensions = (names: readonly string[] | null) => reads({ machine: { extensions: names } });
const address = (isStatic: boolean) =>
  reads({ cards: [{ ...exampleCard, hasStaticAddress: isStatic }] });
const license = (osType: 'Windows' | 'Linux' | null, hybridBenefit = true) =>
  reads({ machine: { osType, hybridBenefit }, point: { osType } });
const encrypted = (isEncrypted: boolean | null, osType: 'Windows' | 'Linux' | null = 'Linux') =>
  reads({ point: { isEncrypted, osType }, machine: { osType } });
const sharedId = resourceId('/disks/shared');
const sharing = (isShared: boolean): Reads => ({
  ...reads({
    machine: { disks: [exampleDisk, { ...exampleDisk, lun: 0, managedDiskId: sharedId }] },
  }),
  disks: [
    { state: 'known', value: exampleManagedDisk(exampleDisk.managedDiskId ?? sharedId) },
    { state: 'known', value: { ...exampleManagedDisk(sharedId), isShared } },
  ],
});
const withoutMachine: Reads = { ...reads(), machine: unread };

const ROWS: Readonly<Record<string, Row>> = {
  'backup continues: protection': {
    says: /Backup continues/,
    of: steps,
    when: IN_PLACE,
    so: withState('Protected'),
    not: withState('ProtectionStopped'),
    unknown: withState(''),
  },
  'backup continues: suspended': {
    says: /Backup continues/,
    of: steps,
    when: IN_PLACE,
    so: withState('IRPending'),
    not: withState('BackupsSuspended'),
  },
  'backup is stopped: a new VM in its place': {
    says: /backup of this VM is stopped/,
    of: steps,
    when: IN_PLACE,
    so: withState('ProtectionStopped'),
    not: withState('Protected'),
    unknown: withState(''),
  },
  'backup is stopped: a replacement': {
    says: /backup of this VM is stopped/,
    of: steps,
    when: AS_REPLACEMENT,
    so: reads({ item: { protectionState: 'ProtectionStopped' } }),
    not: reads(),
    unknown: reads({ item: { protectionState: '' } }),
  },
  'the backup stays as it is': {
    says: /^The backup of testVM and its restore points$/m,
    of: column('untouched'),
    when: {},
    so: reads(),
    not: reads({ item: { protectionState: 'ProtectionStopped' } }),
  },
  'extensions, of a new VM': {
    says: /Extensions are installed but not enabled/,
    of: column('lost'),
    when: AS_NEW_VM,
    so: extensions(['Monitor']),
    not: extensions([]),
    unknown: extensions(null),
  },
  'extensions, once chosen': {
    says: /Extensions are installed but not enabled/,
    of: effects,
    when: AS_NEW_VM,
    so: extensions(['Monitor']),
    not: extensions([]),
    unknown: withoutMachine,
  },
  'the static address, of a new VM': {
    says: /The static address becomes dynamic/,
    of: column('lost'),
    when: AS_NEW_VM,
    so: address(true),
    not: address(false),
    unknown: reads({ cards: [] }),
  },
  'the license type: the system': {
    says: /Windows_Server/,
    of: steps,
    when: AS_NEW_VM,
    so: license('Windows'),
    not: license('Linux'),
    unknown: license(null),
  },
  'the license type: the benefit': {
    says: /Windows_Server/,
    of: steps,
    when: {},
    so: license('Windows'),
    not: license('Windows', false),
    unknown: withoutMachine,
  },
  'the SQL provider': {
    says: /SQL resource provider/,
    of: steps,
    when: AS_NEW_VM,
    so: extensions(['SqlIaasExtension']),
    not: reads({ machine: { extensions: [] } }),
    unknown: withoutMachine,
  },
  'encrypted disks: how the VM is rebuilt': {
    says: /encryption\.ade\.disks-same\nencryption\.ade\.recreate\nencryption\.ade\.linux-extension/,
    of: rebuild,
    when: {},
    so: encrypted(true),
    not: encrypted(false),
    unknown: encrypted(null),
  },
  'encrypted disks: the extension of Linux': {
    says: /reinstall the disk encryption extension/,
    of: steps,
    when: {},
    so: encrypted(true),
    not: encrypted(true, 'Windows'),
    unknown: encrypted(true, null),
  },
  'files are recommended: a shared disk': {
    says: /^files$/,
    of: first('file-gone'),
    when: {},
    so: sharing(false),
    not: sharing(true),
  },
  'the host name of the copy': {
    says: /host name/,
    of: steps,
    when: AS_NEW_VM,
    so: reads(),
    not: reads({ machine: null }),
    unknown: withoutMachine,
  },
  'the source isn’t changed': {
    says: /testVM isn’t changed/,
    of: sentence,
    when: {},
    so: reads(),
    not: reads({ machine: null }),
  },
  'the source stays': {
    says: /^testVM and its disks$/m,
    of: column('untouched'),
    when: AS_NEW_VM,
    so: reads(),
    not: reads({ machine: null }),
  },
  'its disks are replaced': {
    says: /The disks of testVM, replaced/,
    of: column('changed'),
    when: AS_REPLACEMENT,
    so: reads(),
    not: reads({ machine: null }),
  },
  'a snapshot is made first': {
    says: /A snapshot of the VM as it is now/,
    of: column('created'),
    when: AS_REPLACEMENT,
    so: reads(),
    not: reads({ machine: null }),
  },
  'the VM itself changes': {
    says: /testVM itself changes|The only option that changes the VM itself/,
    of: optionsSay('machine-deleted'),
    when: {},
    so: reads(),
    not: reads({ machine: null }),
  },
  'next to the original': {
    says: /next to the original/,
    of: optionsSay('machine-deleted'),
    when: {},
    so: reads(),
    not: reads({ machine: null }),
  },
};

test.each(Object.entries(ROWS))('%s', (_, { says, of, when, so, not }) => {
  expect(of(when, so)).toMatch(says);
  expect(of(when, not)).not.toMatch(says);
});

const UNKNOWN = Object.entries(ROWS).flatMap(([name, row]) =>
  row.unknown === undefined ? [] : [[name, row, row.unknown] as const],
);
test.each(UNKNOWN)('%s: where the fact isn’t known', (_, { says, of, when }, unknown) => {
  expect(of(when, unknown)).not.toMatch(says);
});

test.each(['restoreDisks', 'replaceDisks'] as const)(
  'of a new VM alone, and not of %s: extensions and the static address',
  (option) => {
    const from = reads({
      machine: { extensions: ['Monitor'] },
      cards: [{ ...exampleCard, hasStaticAddress: true }],
    });
    const when = option === 'restoreDisks' ? {} : AS_REPLACEMENT;
    expect(column('lost')(when, from)).not.toMatch(/Extensions|static address/);
    expect(effectsOf(exampleView(when, from), option).map(({ id }) => id)).not.toContain(
      'after.extensions',
    );
  },
);

test('of network security groups no more is promised than their information', () => {
  expect(sayRule('special.nsg')).toMatch(/^Azure restores information about /);
});

test('a restore that another browser started has no step of Windows for a VM with Linux', () => {
  const of = { ...ground, source: null, osType: 'Linux' } as const;
  const texts = vmShownSteps(of, null).map(({ text }) => text);
  expect(texts.filter((text) => /Windows|SQL/.test(text))).toEqual([]);
});

test(`${String(Object.keys(ROWS).length)} sentences, each with the fact that makes it false`, () => {
  expect(Object.keys(ROWS)).toHaveLength(21);
});
