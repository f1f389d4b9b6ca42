import { describe, expect, test } from 'vitest';
import {
  type Case,
  forbidden,
  preflightFor,
  read,
  usage,
} from '#src/datasources/azure-vm/checks/testing.ts';
import { checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { reviewedOf } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import { sumText } from '#src/wizard/review/CheckSection.tsx';
import type { CheckSum } from '#src/wizard/review/check.ts';
import type { Tone } from '#src/ui/Status.tsx';
import { AS_NEW_VM, sayRule } from '#src/datasources/azure-vm/testing.ts';

const reviewed = (wanted: Case) => {
  const preflight = preflightFor(wanted);
  return reviewedOf(preflight.view, checkLinesOf(preflight));
};

test('what could not be checked is recorded as such, and never as a warning that was accepted', () => {
  const name = sayRule('create-vm.name.unused');
  const { warnings, checks } = reviewed({
    choices: AS_NEW_VM,
    reads: { machineNames: forbidden },
  });
  expect(warnings).not.toContain(name);
  expect(checks).toContainEqual({ name, state: 'Not checked', found: '', at: null });
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
