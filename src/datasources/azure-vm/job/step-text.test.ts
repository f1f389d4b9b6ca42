import { expect, test } from 'vitest';
import { vmJobSpec } from '#src/datasources/azure-vm/job/VmJob.tsx';
import { sayRule } from '#src/datasources/azure-vm/testing.ts';
import { nextSteps } from '#src/strings/next-steps.ts';

test.each([
  ['after.extensions', sayRule('after.extensions')],
  ['own.roles', nextSteps.roles],
  ['of.tomorrow', null],
  ['constructor', null],
])('the next step %s in words', (id, text) => {
  expect(vmJobSpec.stepText?.(id)).toBe(text);
});
