import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  type CheckOutcome,
  isWork,
  marksAfter,
  recordedStatus,
  type StepRead,
  stepStatus,
  storedStatus,
} from '#src/model/next-steps.ts';

const read = (outcome: CheckOutcome): StepRead => ({ outcome, seen: [], at: instant(5) });

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
  // Verified at 4, undone at 5: a mark of before no longer counts, one of since does.
  [read('open'), { byHand: 3, open: 5, undone: 5 }, 'again', 5],
  [read('open'), { byHand: 6, open: 5, undone: 5 }, 'byHand', 6],
  [read('unknown'), { open: 5, undone: 5 }, 'again', 5],
  [null, { open: 5, undone: 5 }, 'again', 5],
  [read('done'), { open: 5, undone: 5 }, 'verified', 5],
] as const)('read %j and marked %j is %s', (result, marks, status, at) => {
  expect(stepStatus(result, marks)).toEqual({ status, at });
});

test.each([
  [{}, 'notChecked', null],
  [{ byHand: 3 }, 'byHand', 3],
  [{ verified: 2 }, 'verified', 2],
  [{ byHand: 3, verified: 2 }, 'verified', 2],
  [{ byHand: undefined, verified: undefined }, 'notChecked', null],
  [{ byHand: 3, open: 9, undone: 5 }, 'again', 5],
  // As today's version stored it.
  [{ byHand: 3, open: 9 }, 'byHand', 3],
  [{ open: 9 }, 'notChecked', null],
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

test.each([
  [{}, read('done'), { verified: 5 }],
  [{}, read('open'), { open: 5 }],
  [{}, read('unknown'), null],
  [{ verified: 2 }, read('open'), { open: 5, undone: 5 }],
  [{ verified: 2 }, read('unknown'), null],
  [{ verified: 2 }, { ...read('unknown'), isGone: true }, { open: 5, undone: 5 }],
  [{ verified: 2 }, { ...read('unknown'), isMissing: true }, { open: 5, undone: 5 }],
  [{}, { ...read('unknown'), isGone: true }, null],
  [{ open: 3, undone: 3 }, read('open'), { open: 5, undone: 3 }],
  [{ open: 3, undone: 3 }, read('done'), { verified: 5 }],
  [{ byHand: 1, verified: 2 }, read('open'), { byHand: 1, open: 5, undone: 5 }],
] as const)('marks %j after a read %j', (before, result, after) => {
  expect(marksAfter(before, result)).toEqual(after);
});
