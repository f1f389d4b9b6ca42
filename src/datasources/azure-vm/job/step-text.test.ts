import { expect, test } from 'vitest';
import { vmJob } from '#src/datasources/azure-vm/job/index.ts';
import { ruleText } from '#src/datasources/azure-vm/rules.ts';
import { nextSteps } from '#src/strings/next-steps.ts';

test.each([
  ['after.extensions', ruleText('after.extensions').say],
  ['own.roles', nextSteps.roles],
  ['of.tomorrow', null],
  ['constructor', null],
])('the next step %s in words', (id, text) => {
  expect(vmJob.stepText?.(id)).toBe(text);
});
