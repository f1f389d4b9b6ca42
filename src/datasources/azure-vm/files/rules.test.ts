import { sayOf } from '#src/strings/rule-source.ts';
import { describe, expect, test } from 'vitest';
import { fileRuleSet } from '#src/datasources/azure-vm/files/rules.ts';
import { baseline } from '#src/rules/baseline.ts';

import { type Given, inputOf } from '#src/rules/cases/case.ts';
import { fileRules } from '#src/rules/catalogue/files.ts';
import type { Choices } from '#src/rules/fields.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import type { FactName } from '#src/rules/facts.ts';

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
