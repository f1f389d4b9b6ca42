import { describe, expect, test } from 'vitest';
import {
  FILE_FIELDS,
  fileChoices,
  type FileChoices,
  fileFields,
  fileTransitions,
  STEPS_OF_FILES,
} from '#src/datasources/azure-vm/files/fields.ts';
import {
  fileModel,
  fileQuestionsOf,
  fileRuleSet,
  fileViewOf,
} from '#src/datasources/azure-vm/files/model.ts';
import {
  FILE_SETTINGS,
  FILES_COVERAGE,
  filesNotLookedAt,
} from '#src/datasources/azure-vm/files/plan.ts';
import {
  type Different,
  EXAMPLE_CHOICES,
  exampleDisk,
  exampleManagedDisk,
  exampleReads,
  itemId,
} from '#src/datasources/azure-vm/testing.ts';
import { systemsOf } from '#src/model/runner.ts';
import { UNREAD_SETTINGS } from '#src/model/unread-settings.ts';
import { baseline } from '#src/rules/baseline.ts';
import { type Given, inputOf } from '#src/rules/cases/case.ts';
import { fileRules } from '#src/rules/catalogue/files.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import type { FactName } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { coverage } from '#src/strings/checks.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { applied } from '#src/wizard/draft/transitions.ts';
import { findingsOf, judgeValue, refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { nearestOf, whyUnknown } from '#src/wizard/explain/unknown.ts';
import { refusersOf } from '#src/wizard/review/check.ts';

/** The documents' example, whose files are recovered on a system of the same version. */
const fine = { runnerSystem: 'ws2019' } satisfies Partial<Choices>;
const ubuntu = { runnerSystem: 'ubuntu', runnerVersion: '22.04' } satisfies Partial<Choices>;
const small: Given = { vm: { diskSizesGiB: [4, 6] } };

const statesOf = (given: Given, when: Partial<Choices>): Record<string, string> => {
  const { facts, choices } = inputOf({ given, when: { ...fine, ...when } });
  return Object.fromEntries(
    verdictsAmong(fileRules, facts, choices).map((verdict) => [
      verdict.rule.id,
      verdict.state === 'speaks' ? verdict.state : verdict.fact,
    ]),
  );
};

type Row = readonly [id: string, given: Given, when: Partial<Choices>];

/** Each rule with what makes it speak. */
const SPEAKING: readonly Row[] = [
  ['files.instance.required', {}, { instance: null }],
  ['files.point.required', {}, { recoveryPointId: null }],
  ['files.runner.required', {}, { runnerSystem: null }],
  ['files.runner.required', { vm: { osType: 'Linux' } }, { runnerSystem: null, isOnSource: true }],
  ['files.version.required', { vm: { osType: 'Linux' } }, { runnerSystem: 'sles' }],
  ['files.classic', { vm: { deployment: 'classic' } }, {}],
  ['files.encrypted', { point: { isSourceEncrypted: true } }, {}],
  ['files.shared-disks', { vm: { hasSharedDisks: true } }, {}],
  ['files.shared-disks.left-out', { vm: { leavesOutSharedDisks: true } }, {}],
  ['files.write-accelerator', { vm: { hasWriteAccelerator: true } }, {}],
  ['files.temporary-disk', {}, {}],
  ['files.ultra-disks', { vm: { hasUltraDisks: true } }, {}],
  ['files.size', { vm: { diskSizesGiB: [4, 7] } }, {}],
  ['files.size', { vm: { diskSizesGiB: null, maxDiskGiB: 11 } }, {}],
  ['files.large-disks', { point: { diskCount: 17 } }, {}],
  ['files.large-disks', { vm: { diskSizesGiB: [64, 4097] } }, {}],
  ['files.secondary', {}, { secondary: true }],
  ['files.source.gone', { vm: { exists: false } }, { isOnSource: true }],
  ['files.source.spanned', { vm: { spansDisks: true } }, { isOnSource: true }],
  ['files.spanned', { vm: { spansDisks: true } }, {}],
  ['files.source.large', { point: { diskCount: 17 } }, { isOnSource: true }],
  ['files.source.network', {}, { isOnSource: true }],
  ['files.runner.other-system', {}, ubuntu],
  ['files.runner.incompatible', {}, { runnerSystem: 'ws2022' }],
  ['files.runner.incompatible', {}, { runnerSystem: 'ws2016' }],
  ['files.runner.too-old', { vm: { osType: 'Linux' } }, { ...ubuntu, runnerVersion: '10.04' }],
  ['files.runner.not-checked', {}, { runnerSystem: 'otherWindows' }],
  ['files.runner.not-checked', { vm: { system: 'otherWindows' } }, {}],
  ['files.runner.not-checked', { vm: { osType: 'Linux' } }, { runnerSystem: 'otherLinux' }],
  ['files.runner.not-checked', { vm: { osType: 'Linux' } }, { ...ubuntu, runnerVersion: 'jammy' }],
  [
    'files.runner.sles12sp4',
    { vm: { osType: 'Linux' } },
    { runnerSystem: 'sles', runnerVersion: '12 SP4' },
  ],
  ['files.runner.windows', {}, {}],
  ['files.runner.linux', { vm: { osType: 'Linux' } }, ubuntu],
  ['files.deduplicated', { vm: { isDeduplicated: true } }, {}],
  ['files.restricted-account', { vm: { isManaged: false, isAccountRestricted: true } }, {}],
];

describe('a rule of file recovery speaks', () => {
  test.each(SPEAKING)('%s of %j and %j', (id, given, when) => {
    expect(statesOf(given, when)[id]).toBe('speaks');
  });

  test('in some row, each of them, and has a text', () => {
    const spoken = new Set(SPEAKING.map(([id]) => id));
    expect(fileRules.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
    expect(fileRuleSet.all.filter((rule) => ['', rule.id].includes(sayOf(rule)))).toEqual([]);
  });
});

test('of a small VM that runs on its own system none but the notes speaks', () => {
  expect(statesOf(small, {})).toEqual({
    'files.temporary-disk': 'speaks',
    'files.runner.windows': 'speaks',
  });
});

describe('a rule of file recovery is silent', () => {
  const silent: readonly Row[] = [
    ['files.runner.required', {}, { runnerSystem: null, isOnSource: true }],
    ['files.version.required', { vm: { osType: 'Linux' } }, ubuntu],
    ['files.version.required', { vm: { osType: 'Linux' } }, { runnerSystem: 'otherLinux' }],
    ['files.size', small, {}],
    ['files.large-disks', { vm: { diskSizesGiB: [4096] }, point: { diskCount: 16 } }, {}],
    ['files.source.gone', { vm: { exists: false } }, {}],
    ['files.source.spanned', { vm: { spansDisks: true } }, {}],
    ['files.spanned', { vm: { spansDisks: true } }, { isOnSource: true }],
    ['files.source.large', { point: { diskCount: 17 } }, {}],
    ['files.runner.other-system', {}, { ...ubuntu, isOnSource: true }],
    ['files.runner.incompatible', {}, { runnerSystem: 'w10' }],
    ['files.runner.incompatible', {}, { runnerSystem: 'ws2022', isOnSource: true }],
    ['files.runner.too-old', { vm: { osType: 'Linux' } }, ubuntu],
    ['files.runner.not-checked', { vm: { osType: 'Linux' } }, ubuntu],
    ['files.runner.not-checked', { vm: { osType: 'Linux' } }, { runnerSystem: 'ubuntu' }],
    ['files.restricted-account', { vm: { isAccountRestricted: true } }, {}],
  ];
  test.each(silent)('%s of %j and %j', (id, given, when) => {
    expect(statesOf(given, when)).not.toHaveProperty([id]);
  });
});

describe('a rule of file recovery is not checked', () => {
  const unknown: readonly [id: string, fact: FactName, given: Given, when: Partial<Choices>][] = [
    ['files.runner.required', 'vm.osType', {}, { runnerSystem: null, isOnSource: true }],
    ['files.classic', 'vm.deployment', {}, {}],
    ['files.encrypted', 'point.isSourceEncrypted', {}, {}],
    ['files.shared-disks', 'vm.hasSharedDisks', {}, {}],
    ['files.shared-disks.left-out', 'vm.leavesOutSharedDisks', {}, {}],
    ['files.write-accelerator', 'vm.hasWriteAccelerator', {}, {}],
    ['files.ultra-disks', 'vm.hasUltraDisks', {}, {}],
    ['files.size', 'vm.diskSizesGiB', {}, {}],
    ['files.large-disks', 'vm.diskSizesGiB', {}, {}],
    ['files.large-disks', 'point.diskCount', {}, {}],
    ['files.source.gone', 'vm.exists', {}, { isOnSource: true }],
    ['files.source.spanned', 'vm.spansDisks', {}, { isOnSource: true }],
    ['files.spanned', 'vm.spansDisks', {}, {}],
    ['files.source.large', 'point.diskCount', {}, { isOnSource: true }],
    ['files.runner.other-system', 'vm.osType', {}, {}],
    ['files.runner.incompatible', 'vm.system', {}, {}],
    ['files.runner.not-checked', 'vm.system', {}, {}],
    ['files.runner.windows', 'vm.osType', {}, {}],
    ['files.runner.linux', 'vm.osType', {}, {}],
    ['files.deduplicated', 'vm.isDeduplicated', {}, {}],
    ['files.restricted-account', 'vm.isManaged', {}, {}],
    ['files.restricted-account', 'vm.isAccountRestricted', { vm: { isManaged: false } }, {}],
  ];
  test.each(unknown)('%s without %s', (id, fact, given, when) => {
    const { facts, choices } = inputOf({ given, when: { ...fine, ...when } });
    const [group = '', name = ''] = fact.split('.');
    const without = Object.fromEntries(
      Object.entries({ ...baseline.facts, ...facts }).map(([key, all]) => [
        key,
        key === group ? { ...all, [name]: undefined } : all,
      ]),
    );
    const verdict = verdictsAmong(fileRules, without, choices).find(({ rule }) => rule.id === id);
    expect(verdict).toMatchObject({ state: 'not checked', fact });
  });
});

const { instance, point } = EXAMPLE_CHOICES;
const answered: Partial<FileChoices> = {
  datasource: 'azure-vm',
  instance,
  point,
  sourceSystem: 'ws2019',
  runnerSystem: 'w10',
  spannedVolumes: 'no',
  deduplicated: 'no',
};
const draftOf = (choices: Partial<FileChoices>) =>
  fileFields.newDraft('draft-1', 0, { ...answered, ...choices });
const seen = (choices: Partial<FileChoices> = {}, different: Different = {}) =>
  fileViewOf(draftOf(choices), exampleReads(different));

const refusedOf = (choices: Partial<FileChoices>, different?: Different) =>
  findingsOf(seen(choices, different).settled).refused.map(({ rule }) => rule.id);

/** Debian runs no script of a Windows VM, and its version is not typed. */
const DEBIAN = ['runnerVersion: files.version.required', 'runnerSystem: files.runner.other-system'];

describe('what Azure reports of a machine and a point', () => {
  test('refuses nothing of the documents’ example, and leaves nothing unchecked', () => {
    const { refused, warned, notChecked } = findingsOf(seen().settled);
    expect([refused, notChecked]).toEqual([[], []]);
    expect(warned.map(({ rule }) => rule.id)).toEqual(['files.size']);
  });

  const cases: readonly [string, Different][] = [
    ['files.encrypted', { point: { isEncrypted: true } }],
    ['files.classic', { item: { deployment: 'classic' } }],
    ['point.archive', { point: { tier: 'Archive' } }],
    [
      'files.write-accelerator',
      { machine: { disks: [{ ...exampleDisk, hasWriteAccelerator: true }] } },
    ],
  ];
  test.each(cases)('refuses it by %s', (id, different) => {
    expect(refusedOf({}, different)).toEqual([id]);
  });

  test('a disk that is not in the point counts for nothing', () => {
    const data = { ...exampleDisk, lun: 1, hasWriteAccelerator: true };
    const different = { machine: { disks: [exampleDisk, data] } };
    expect(refusedOf({}, different)).toEqual([]);
    const unlisted = { ...different, point: { disks: null } };
    expect(refusedOf({}, unlisted)).toEqual(['files.write-accelerator']);
  });

  test.each([
    [true, 'known', ['files.shared-disks'], []],
    [false, 'known', [], []],
    [true, 'forbidden', [], ['files.shared-disks']],
  ] as const)('a disk with shared %s that is %s', (isShared, state, refusing, open) => {
    const reads = exampleReads();
    const id = exampleDisk.managedDiskId;
    if (id === null) throw new Error('the example has a managed disk');
    const value = { ...exampleManagedDisk(id), isShared };
    const disks = [state === 'known' ? { state, value } : { state }];
    const { refused, notChecked } = findingsOf(
      fileViewOf(draftOf({}), { ...reads, disks }).settled,
    );
    expect(refused.map(({ rule }) => rule.id)).toEqual(refusing);
    expect(notChecked.map(({ rule }) => rule.id)).toEqual(open);
  });

  test('of a machine that is gone its point still says whether it was encrypted', () => {
    expect(refusedOf({}, { machine: null, point: { isEncrypted: true } })).toEqual([
      'files.encrypted',
    ]);
    const { notChecked } = findingsOf(seen({}, { machine: null }).settled);
    expect(notChecked.map(({ rule }) => rule.id)).not.toContain('files.encrypted');
  });
});

describe('the step asks', () => {
  test.each([
    [{}, {}, ['sourceSystem', 'runnerSystem', 'spannedVolumes', 'deduplicated']],
    [{ isOnSource: 'yes' }, {}, ['spannedVolumes', 'deduplicated']],
    [{}, { point: { osType: 'Linux' } }, ['runnerSystem', 'spannedVolumes']],
    [
      { isOnSource: 'yes' },
      { point: { osType: 'Linux', isManaged: false } },
      ['runnerSystem', 'spannedVolumes', 'restrictedAccount'],
    ],
  ] as const)('of %j and %j', (choices, different, questions) => {
    expect([...fileQuestionsOf(seen(choices, different))]).toEqual(questions);
  });

  test('and not answered leaves its rules unchecked, with the way to the field', () => {
    const view = seen({ spannedVolumes: null, deduplicated: null, isOnSource: 'yes' });
    const { notChecked } = findingsOf(view.settled);
    expect(notChecked.map(({ rule, fact }) => [rule.id, whyUnknown(fact, view)])).toEqual([
      ['files.source.spanned', { kind: 'question', question: 'spannedVolumes' }],
      ['files.deduplicated', { kind: 'question', question: 'deduplicated' }],
    ]);
  });

  test('is cleared with another instance, and stays with another point', () => {
    const all: Partial<FileChoices> = {
      isOnSource: 'yes',
      runnerVersion: '12',
      restrictedAccount: 'no',
    };
    const runner = STEPS_OF_FILES.find(({ id }) => id === 'runner')?.fields ?? [];
    const after = (change: Partial<FileChoices>) =>
      fileChoices(applied(fileTransitions, draftOf(all), change, 1).choices);
    const left = (choices: FileChoices) =>
      Object.entries(choices).filter(([name, value]) => runner.includes(name) && value !== null);
    expect(runner).toHaveLength(7);
    expect(left(after({ point: 'another' }))).toHaveLength(7);
    expect(left(after({ instance: itemId('otherVM') }))).toEqual([]);
    expect(after({ instance: itemId('otherVM') }).point).toBeNull();
  });

  test('a version goes with its system', () => {
    const draft = draftOf({ runnerSystem: 'sles', runnerVersion: '12' });
    const after = (change: Partial<FileChoices>) =>
      fileChoices(applied(fileTransitions, draft, change, 1).choices).runnerVersion;
    expect(after({ runnerSystem: 'ubuntu' })).toBeNull();
    expect(after({ runnerSystem: 'sles' })).toBe('12');
    expect(after({ isOnSource: 'yes' })).toBe('12');
  });
});

describe('a version that is typed for one system', () => {
  const old = seen({ runnerSystem: 'sles', runnerVersion: '1' }, { point: { osType: 'Linux' } });
  const others = systemsOf('Linux').filter((system) => system !== 'sles');

  test.each(others)('does not count against %s', (system) => {
    expect(judgeValue(old, 'runnerSystem', system)).toEqual({ unchecked: undefined });
  });

  test('counts against its own, in words', () => {
    expect(others).toHaveLength(7);
    const { reasons = [] } = judgeValue(old, 'runnerSystem', 'sles').blocked?.explain() ?? {};
    expect(reasons.flatMap(({ facts }) => facts.map(({ text }) => text))).toEqual([
      'Operating system that runs the script: SUSE Linux Enterprise Server',
      'Version: 1',
    ]);
  });
});

test('the secondary region is left where the vault keeps nothing there', () => {
  expect(seen({ regionView: 'secondary' }).shown.regionView).toBe('primary');
  const open: Different = {
    vault: { redundancy: 'GRS', crossRegionRestore: true },
    secondaryPoints: [{}],
  };
  const view = seen({ regionView: 'secondary' }, open);
  expect(view.shown.regionView).toBe('secondary');
  expect(findingsOf(view.settled).warned.map(({ rule }) => rule.id)).toContain('files.secondary');
});

test('every rule has a step of the task', () => {
  const ids: readonly string[] = STEPS_OF_FILES.map(({ id }) => id);
  const steps = fileModel.rules.all.map((rule) => fileModel.stepOf(rule));
  expect(steps.filter((step) => !ids.includes(step))).toEqual([]);
  expect(new Set(steps)).toEqual(new Set(['instance', 'restore-point', 'runner']));
});

test.each([
  ['instance', { instance: null }, ['instance: files.instance.required']],
  ['restore-point', { point: null }, ['point: files.point.required']],
  ['runner', { runnerSystem: null }, ['runnerSystem: files.runner.required']],
  ['runner', { runnerSystem: 'ws2022' }, ['runnerSystem: files.runner.incompatible']],
  ['runner', { runnerSystem: 'debian' }, DEBIAN],
  ['runner', { deduplicated: 'yes' }, ['deduplicated: files.deduplicated']],
  ['runner', { isOnSource: 'yes', spannedVolumes: 'yes' }, ['isOnSource: files.source.spanned']],
] as const)('the step %s refuses %j at the field that it is about', (step, choices, said) => {
  const form = schemaFor(fileModel, step, exampleReads()).safeParse(draftOf(choices).choices);
  const issues = form.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(issues).toEqual(said);
});

test.each([
  [{ runnerSystem: 'ws2022' }, { runnerSystem: 'ws2019' }],
  [{ isOnSource: 'yes', spannedVolumes: 'yes' }, { isOnSource: 'no' }],
  [{ deduplicated: 'yes' }, null],
] as const)('instead of %j it offers %j', (choices, change) => {
  const view = seen(choices);
  const rules = findingsOf(view.settled).refused.map(({ rule }) => rule);
  expect(nearestOf(view, rules, view)?.change ?? null).toEqual(change);
});

test.each(['instance', 'restore-point', 'runner'])('the step %s lets the example pass', (step) => {
  expect(schemaFor(fileModel, step, exampleReads()).safeParse(draftOf({}).choices).success).toBe(
    true,
  );
});

test('the forms let pass what the rules accept, and nothing else', () => {
  const values: Partial<Record<keyof FileChoices, readonly FileChoices[keyof FileChoices][]>> = {
    instance: [instance, null],
    point: [point, null],
    isOnSource: ['yes', 'no', null],
    runnerSystem: [null, 'w10', 'ws2022', 'sles', 'otherLinux'],
    runnerVersion: [null, '11', '12 SP4'],
    deduplicated: ['yes', 'no', null],
  };
  let drafts: Partial<FileChoices>[] = [{}];
  for (const [name, all] of Object.entries(values)) {
    drafts = drafts.flatMap((one) => all.map((value) => ({ ...one, [name]: value })));
  }
  const passed = drafts.map((choices) =>
    (['Windows', 'Linux'] as const).map((osType) => {
      const reads = exampleReads({ point: { osType } });
      const { choices: stored } = draftOf(choices);
      const issues = (step: string) =>
        schemaFor(fileModel, step, reads).safeParse(stored).error?.issues.length ?? 0;
      const facts = fileModel.factsOf(reads, stored);
      const rules = fileModel.ruleChoices(stored, reads);
      const refused = refusedAtSubmit(facts, rules, fileModel.rules).length;
      const forms = STEPS_OF_FILES.slice(0, -1).map(({ id }) => issues(id));
      expect([forms.every((count) => count === 0), issues('review') === 0]).toEqual([
        refused === 0,
        refused === 0,
      ]);
      return refused === 0;
    }),
  );
  expect(new Set(passed.flat())).toEqual(new Set([true, false]));
});

test('it keeps what a restore of the disks asks for', () => {
  const { rg, staging, option } = seen(EXAMPLE_CHOICES).draft.choices;
  expect([rg, staging, option]).toEqual([
    EXAMPLE_CHOICES.rg,
    EXAMPLE_CHOICES.staging,
    'restoreDisks',
  ]);
  expect(Object.keys(FILE_FIELDS)).toContain('diskAccessId');
});

test('of what could refuse a file recovery, nothing looks at some: 5 rows', () => {
  expect(refusersOf(FILES_COVERAGE)).toHaveLength(5);
  const none = { state: 'known', value: null } as const;
  expect(filesNotLookedAt({ machine: none, disks: [] })).toHaveLength(4);
});

test(`settings of a VM: ${String(FILE_SETTINGS.length)} of them matter to its files, each named where it has a value`, () => {
  const { machine } = exampleReads();
  if (machine.state !== 'known' || machine.value === null) throw new Error('no VM');
  const value = { ...machine.value, unread: UNREAD_SETTINGS };
  const names = filesNotLookedAt({ machine: { state: 'known', value }, disks: [] }).slice(4);
  expect(names).toEqual(FILE_SETTINGS.map((one) => coverage.setting[one]));
});
