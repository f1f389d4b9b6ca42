import { expect, test } from 'vitest';
import { type Case, forbidden, preflightFor } from '#src/datasources/azure-vm/checks/testing.ts';
import { sayRule } from '#src/datasources/azure-vm/rule-texts.ts';
import { reviewedOf } from '#src/datasources/azure-vm/steps/review/reviewed.ts';
import { AS_NEW_VM } from '#src/datasources/azure-vm/testing.ts';

const reviewed = (wanted: Case) => {
  const { view, ...preflight } = preflightFor(wanted);
  return reviewedOf(view, preflight);
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
