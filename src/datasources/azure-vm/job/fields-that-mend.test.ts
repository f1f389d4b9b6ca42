import { expect, test } from 'vitest';
import { mendingOf } from '#src/datasources/azure-vm/job/VmJob.tsx';
import { stepAsking } from '#src/rules/fields.ts';
import { fieldsThatMend } from '#src/strings/jobs.ts';

test.each([
  ['400229', 'UserErrorInstantRpNotFound', 'point', 'restore-point'],
  ['400184', 'OlrBackupFailed', 'group', 'configuration'],
  // The name in the place of the number.
  [' olrbackupfailed ', '', 'group', 'configuration'],
  ['1', 'UserErrorBcmDatasourceNotPresent', 'group', 'configuration'],
  ['1', 'UserErrorVmNotShutDown', 'confirmReplace', 'configuration'],
  ['1', 'UserErrorCoreCountSubscriptionQuotaReached', 'option', 'configuration'],
])('error %s %s is mended at %s in the step %s', (code, title, field, step) => {
  const mending = mendingOf({ code, title });
  expect(mending?.field).toBe(field);
  expect(mending === null ? null : stepAsking(mending.field)).toBe(step);
});

test.each([
  ['400001', 'UserErrorRestoreFailed'],
  ['', ''],
  ['constructor', 'toString'],
])('of error %s %s no cause is documented', (code, title) => {
  expect(mendingOf({ code, title })).toBeNull();
});

test('each cause and each link is short, whole and said in words', () => {
  for (const { cause, link } of Object.values(fieldsThatMend)) {
    expect(cause).toMatch(/^[A-Z].*\.$/);
    for (const sentence of cause.split('. ')) expect(sentence.length).toBeLessThanOrEqual(130);
    expect(link).toMatch(/^[A-Z].*[a-z]$/);
  }
});
