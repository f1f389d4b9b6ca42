import { expect, test } from 'vitest';
import { ArmError, type ArmErrorKind, refusedAnswer } from '#src/api/arm/error.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';

test('a 403 names an action that an owner can allow in Azure alone', () => {
  expect(problemOf(refusedAnswer(403, '', null)).kind).toBe('forbidden');
  expect(problemOf(refusedAnswer(403, '', null, { service: 'Commvault' }))).toMatchObject({
    kind: 'refused',
    service: 'Commvault',
  });
});

const failed = (kind: ArmErrorKind): ArmError =>
  new ArmError({ ...refusedAnswer(200, '', null).facts, kind });

test.each([
  ['refused by its answer', refusedAnswer(409, '', null), false],
  ['held back by this page', failed('notSent'), false],
  ['answered by a server’s error', refusedAnswer(502, '', null), true],
  ['without an answer', failed('lost'), true],
  ['answered by something else', failed('unreadable'), true],
  ['failed by itself', new Error('No.'), true],
])('what was %s may have been done: %#', (_, error, expected) => {
  expect(mayBeDone(error)).toBe(expected);
});

const answered = (status: number, code: unknown, message: string) =>
  refusedAnswer(status, JSON.stringify({ error: { code, message } }), null);

const BESIDE: readonly (readonly [string, unknown, string])[] = [
  ['refused', answered(409, 'Conflict', 'Busy.'), 'Busy. (Conflict)'],
  ['forbidden', answered(403, 'ScopeLocked', 'No.'), 'No. (ScopeLocked)'],
  ['not found', answered(404, 'ResourceNotFound', 'Gone.'), 'Gone. (ResourceNotFound)'],
  ['throttled', answered(429, 'TooManyRequests', 'Later.'), 'Later. (TooManyRequests)'],
  ['a server’s error', answered(500, 'InternalError', 'Oh.'), 'Oh. (InternalError)'],
  ['a code that the text has', answered(409, 'Conflict', 'Conflict: busy.'), 'Conflict: busy.'],
  ['no code', answered(409, null, 'Busy.'), 'Busy.'],
  [
    'a code alone',
    answered(409, 'Conflict', ''),
    'Azure answered 409 without a message. (Conflict)',
  ],
  [
    'Commvault',
    refusedAnswer(500, '', null, {
      service: 'Commvault',
      own: { status: 500, code: '5', message: 'Access denied' },
    }),
    'Access denied (5)',
  ],
  [
    'the browser’s own code',
    new ArmError({
      ...failed('lost').facts,
      code: 'REQUEST_SEND_ERROR',
      message: 'Azure didn’t answer.',
    }),
    'Azure didn’t answer.',
  ],
  ['an error of ours', new Error('No.'), 'No.'],
];

test.each(BESIDE)('%s: the service’s code stands beside its text', (_, error, text) => {
  expect(problemOf(error).message).toBe(text);
});

test(`${String(BESIDE.length)} rows of codes beside texts`, () => {
  console.log(`Codes beside texts: ${String(BESIDE.length)} rows.`);
  expect(BESIDE).toHaveLength(11);
});
