import { expect, test } from 'vitest';
import {
  type Case,
  forbidden,
  preflightFor,
  read,
  usage,
} from '#src/datasources/azure-vm/checks/testing.ts';
import { checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { reviewedOf } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
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
