import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { CheckOutcome, CheckResult } from '#src/model/next-steps/check.ts';
import { isWork, storedStatus, recordedStatus, stepStatus } from '#src/model/next-steps/status.ts';

const read = (outcome: CheckOutcome): CheckResult => ({ outcome, seen: [], at: instant(5) });

test.each([
  [null, {}, 'notChecked', null],
  [null, { byHand: 3 }, 'byHand', 3],
  // What was verified before counts only as kept: now it is read anew.
  [null, { verified: 2 }, 'notChecked', null],
  [read('done'), {}, 'verified', 5],
  [read('done'), { byHand: 3 }, 'verified', 5],
  [read('open'), {}, 'open', 5],
  [read('open'), { byHand: 3 }, 'byHand', 3],
  [read('unknown'), {}, 'notChecked', 5],
  [read('unknown'), { byHand: 3 }, 'byHand', 3],
] as const)('read %j and marked %j is %s', (result, marks, status, at) => {
  expect(stepStatus(result, marks)).toEqual({ status, at });
});

test.each([
  [{}, 'notChecked', null],
  [{ byHand: 3 }, 'byHand', 3],
  [{ verified: 2 }, 'verified', 2],
  [{ byHand: 3, verified: 2 }, 'verified', 2],
  [{ byHand: undefined, verified: undefined }, 'notChecked', null],
] as const)('kept %j is %s', (marks, status, at) => {
  expect(storedStatus(marks)).toEqual({ status, at });
});

test('reminders are never counted as open', () => {
  const ids = [
    'after.nsg',
    'replace.extensions.fine',
    'after.extensions',
    'special.sql',
    'own.roles',
  ];
  expect(ids.filter(isWork)).toEqual(['after.extensions', 'special.sql', 'own.roles']);
});

test.each([
  [{ open: 3 }, { status: 'open', at: 3 }],
  [
    { open: 3, byHand: 5 },
    { status: 'byHand', at: 5 },
  ],
  [{}, { status: 'notChecked', at: null }],
] as const)('a record of %j', (marks, status) => {
  expect(recordedStatus(marks)).toEqual(status);
});
