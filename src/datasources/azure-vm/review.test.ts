import { describe, expect, test } from 'vitest';
import { checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import {
  type Case,
  forbidden,
  preflightFor,
  read,
  usage,
} from '#src/datasources/azure-vm/checks/testing.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { reviewedOf } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleReads,
  exampleView,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { Tone } from '#src/ui/Status.tsx';
import { findingsOf, refusedAtSubmit, warningCount } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { sumText } from '#src/wizard/review/CheckSection.tsx';
import type { CheckSum } from '#src/wizard/review/check.ts';

/** What Review shows of a draft: its errors, its warnings, and how many need confirmation. */
function found(choices: Partial<VmChoices>, reads: Reads = exampleReads()) {
  const view = exampleView({ warningsRead: false, ...choices }, reads);
  const findings = findingsOf(view.settled);
  const ids = (all: readonly { readonly rule: Rule }[]) => all.map(({ rule }) => rule.id);
  const form = schemaFor(vmModel, 'review', reads).safeParse(view.draft.choices);
  return {
    refused: ids(findings.refused),
    warned: ids(findings.warned),
    notChecked: ids(findings.notChecked),
    toTick: warningCount(findings),
    atSubmit: ids(refusedAtSubmit(view.facts, view.choices, view.model.rules)),
    isPassed: form.success,
  };
}
const seen = (choices: Partial<VmChoices>, different: Different) =>
  found(choices, exampleReads(different));

const ALWAYS = ['create-vm.nsg.wait'];
const TICK = ['review.warnings.acknowledge'];

describe('a warning', () => {
  test('that is true of every new VM is shown and needs no confirmation', () => {
    expect(found(AS_NEW_VM)).toMatchObject({
      refused: [],
      warned: ALWAYS,
      notChecked: [],
      toTick: 0,
      atSubmit: [],
      isPassed: true,
    });
  });

  const particular: readonly [string, Partial<VmChoices>, Different, string][] = [
    [
      'the machine’s availability set',
      AS_NEW_VM,
      { machine: { availabilitySet: 'a' } },
      'special.availability-set',
    ],
    ['its hybrid benefit', AS_NEW_VM, { machine: { hybridBenefit: true } }, 'special.hub'],
    ['its two cards', AS_NEW_VM, { machine: { nicCount: 2 } }, 'special.multi-nic'],
    ['a reserved name', { ...AS_NEW_VM, vmName: 'windows' }, {}, 'platform.vm-name.reserved'],
    ['other disks than today', AS_REPLACEMENT, { point: { diskCount: 2 } }, 'replace.disk-count'],
    [
      'public access',
      { diskAccess: 'public' },
      { point: { hasPrivateAccessDisks: true } },
      'network.public.warn',
    ],
    [
      'an account without keys',
      {},
      { account: { allowsSharedKey: false } },
      'template.deploy.shared-key-off.early',
    ],
    ['a source that is gone', {}, { machine: null }, 'instance.deleted-source'],
  ];
  test.each(particular)(
    'that is particular to this restore needs confirmation: %s',
    (_, choices, different, id) => {
      const before = seen(choices, different);
      expect(before.warned.filter((one) => !ALWAYS.includes(one))).toEqual([id]);
      expect(before).toMatchObject({
        refused: [],
        toTick: 1 + before.notChecked.length,
        atSubmit: TICK,
        isPassed: false,
      });
      expect(seen({ ...choices, warningsRead: true }, different)).toMatchObject({
        atSubmit: [],
        isPassed: true,
      });
    },
  );
});

describe('a fact that is not known', () => {
  test.each([
    ['machineNames', AS_NEW_VM, 'create-vm.name.unused'],
    ['permissions', AS_NEW_VM, 'identity.rbac.create-vm'],
    ['networks', AS_NEW_VM, 'create-vm.vnet.same-region'],
    ['machine', AS_REPLACEMENT, 'replace.source.exists'],
    ['accounts', {}, 'staging.region'],
  ] as const)('needs confirmation and blocks nothing: %s', (name, choices, id) => {
    for (const state of ['forbidden', 'failed', 'loading'] as const) {
      const { refused, notChecked, toTick, atSubmit } = found(choices, {
        ...exampleReads(),
        [name]: { state },
      });
      expect(notChecked).toContain(id);
      expect([refused, atSubmit]).toEqual([[], TICK]);
      expect(toTick).toBeGreaterThanOrEqual(notChecked.length);
    }
  });
});

describe('a replacement', () => {
  test('is refused until the machine’s name is typed', () => {
    for (const confirmReplace of [null, '', 'testvm', 'testVM2']) {
      expect(found({ ...AS_REPLACEMENT, confirmReplace })).toMatchObject({
        refused: ['replace.destructive.confirm'],
        isPassed: false,
      });
    }
    expect(found(AS_REPLACEMENT)).toMatchObject({ refused: [], isPassed: true });
  });
});

test('a tick does not help against what is refused', () => {
  expect(seen({ warningsRead: true }, { account: { redundancy: 'ZRS' } })).toMatchObject({
    refused: ['staging.zrs'],
    atSubmit: ['staging.zrs', 'review.all-rules'],
    isPassed: false,
  });
});

test('one empty field is one error', () => {
  expect(found({ option: null }).refused.filter((id) => id.includes('config.'))).toHaveLength(1);
});

const reviewed = (wanted: Case) => {
  const preflight = preflightFor(wanted);
  return reviewedOf(preflight.view, checkLinesOf(preflight));
};

test('what could not be checked is recorded as such, and never as a warning that was accepted', () => {
  const name = sayRule('create-vm.name.unused');
  const { warnings, checks } = reviewed({ choices: AS_NEW_VM, reads: { machineNames: forbidden } });
  expect(warnings).not.toContain(name);
  const own = checks.find((one) => one.name === name);
  expect(own).toMatchObject({ state: 'Not checked', at: null });
  expect(own?.found).toMatch(/^Not known: .* You don’t have permission to view/);
});

test('a warning that applies is recorded as accepted', () => {
  const { warnings, checks } = reviewed({
    choices: AS_NEW_VM,
    different: { machine: { hybridBenefit: true } },
  });
  const name = sayRule('special.hub');
  expect(warnings).toContain(name);
  expect(checks.map((check) => check.name)).not.toContain(name);
});

test('a check that warns is recorded as accepted, with what it found', () => {
  const { warnings } = reviewed({
    choices: AS_NEW_VM,
    checkReads: { usages: read([usage('cores', 10, 10)]) },
  });
  expect(warnings).toContainEqual(expect.stringMatching(/^Core quota: .* 0 of 10 left\./));
});

test('what nothing looked at is recorded beside the checks', () => {
  const { checks } = reviewed({ choices: AS_NEW_VM });
  const names = checks.flatMap(({ name, state }) => (state === 'Not looked at' ? [name] : []));
  expect(names).toEqual([
    'locks',
    'policies',
    'Conditional Access',
    'resource guard',
    'other quotas',
    'capacity',
    'encryption keys',
  ]);
});

describe('what the checks come to', () => {
  const sum = (over: Partial<CheckSum>): CheckSum => ({
    verdict: 'ready',
    failed: 0,
    toDo: 0,
    warned: 0,
    notChecked: 0,
    ...over,
  });

  test.each<[Partial<CheckSum>, number, Tone, string]>([
    [{}, 0, 'done', 'Ready.'],
    [{ notChecked: 1 }, 0, 'done', 'Ready: 1 not checked.'],
    [{}, 1, 'waiting', 'To do: 1 confirmation.'],
    [{}, 2, 'waiting', 'To do: 2 confirmations.'],
    [{ verdict: 'toDo', toDo: 1 }, 0, 'waiting', 'To do: 1 check.'],
    [
      { verdict: 'notPossible', failed: 1, toDo: 2 },
      0,
      'failed',
      'Not possible: 1 check failed, 2 to do.',
    ],
    [{ verdict: 'readyWithWarnings', warned: 1 }, 1, 'warning', 'Ready with warnings: 1 warning.'],
    [{ verdict: 'notPossible', failed: 1 }, 2, 'failed', 'Not possible: 1 check failed.'],
  ])('%j with %i needed is never ready too early', (given, needed, tone, text) => {
    expect(sumText(sum(given), needed)).toEqual({ tone, text });
  });
});
