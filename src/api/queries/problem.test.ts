import { expect, test } from 'vitest';
import { refused } from '#src/api/arm/error.ts';
import { problemOf } from '#src/api/queries/problem.ts';

test('a 403 names an action that an owner can allow in Azure alone', () => {
  expect(problemOf(refused(403, '', null)).kind).toBe('forbidden');
  expect(problemOf(refused(403, '', null, { service: 'Commvault' }))).toMatchObject({
    kind: 'refused',
    service: 'Commvault',
  });
});
