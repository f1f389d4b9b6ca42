import { expect, test } from 'vitest';
import { ArmError, type ArmErrorKind, refused } from '#src/api/arm/error.ts';
import { mayBeDone, problemOf } from '#src/api/queries/problem.ts';

test('a 403 names an action that an owner can allow in Azure alone', () => {
  expect(problemOf(refused(403, '', null)).kind).toBe('forbidden');
  expect(problemOf(refused(403, '', null, { service: 'Commvault' }))).toMatchObject({
    kind: 'refused',
    service: 'Commvault',
  });
});

const failed = (kind: ArmErrorKind): ArmError =>
  new ArmError({ ...refused(200, '', null).facts, kind });

test.each([
  ['refused by its answer', refused(409, '', null), false],
  ['held back by this page', failed('notSent'), false],
  ['answered by a server’s error', refused(502, '', null), true],
  ['without an answer', failed('lost'), true],
  ['answered by something else', failed('unreadable'), true],
  ['failed by itself', new Error('No.'), true],
])('what was %s may have been done: %#', (_, error, expected) => {
  expect(mayBeDone(error)).toBe(expected);
});
