import { describe, expect, test } from 'vitest';
import type { DiskValidationRun } from '#src/api/queries/disk-validations.ts';
import { instant } from '#src/lib/time.ts';
import { standingOf } from '#src/wizard/azure-disks/checks/disk-validation.ts';
import { NOW, problem } from '#src/wizard/azure-disks/checks/testing.ts';
import { dueOf } from '#src/wizard/azure-disks/checks/due.ts';

const begun = { asked: 'this', since: NOW };
const found = { code: 'A', message: 'No.', recommendations: [] };
const done = (problems: readonly (typeof found)[]): DiskValidationRun => ({
  ...begun,
  kind: 'done',
  at: NOW,
  problems,
});
const trouble = (kind: (typeof problem)['kind']): DiskValidationRun => ({
  ...begun,
  kind: 'trouble',
  problem: { ...problem, kind },
});

test.each<[string, DiskValidationRun | null, string | null, string]>([
  ['none was asked for', null, 'this', 'none'],
  ['nothing complete to ask for', done([]), null, 'none'],
  ['it runs', { ...begun, kind: 'running', stop: () => undefined }, 'this', 'running'],
  ['it has passed', done([]), 'this', 'succeeded'],
  ['it has found something', done([found]), 'this', 'failed'],
  ['other parameters have passed', done([]), 'that', 'stale'],
  [
    'others are being looked at',
    { ...begun, kind: 'running', stop: () => undefined },
    'that',
    'stale',
  ],
  ['it was cancelled', { ...begun, kind: 'stopped' }, 'this', 'none'],
  ['its answer cannot be had', { ...begun, kind: 'lost' }, 'this', 'lost'],
  ['the connection is gone', trouble('lost'), 'this', 'lost'],
  ['the person may not', trouble('forbidden'), 'this', 'lost'],
  ['Azure refuses at once', trouble('refused'), 'this', 'failed'],
])('%s', (_, run, asked, state) => {
  expect(standingOf(run, asked).state).toBe(state);
});

test('what Azure refuses at once is a problem as any other, with its request', () => {
  expect(standingOf(trouble('refused'), 'this')).toMatchObject({
    problems: [{ code: 'AuthorizationFailed', message: 'No.' }],
    problem: { requestId: 'r-1' },
  });
});

describe('when it begins by itself', () => {
  const [before, due, after] = [instant(NOW - 1), NOW, instant(NOW + 1)];
  test.each([
    ['no new role', 'none', null, null, NOW, null],
    ['a role that counts soon', 'none', null, due, before, due],
    ['a role that counts by now', 'none', null, due, after, null],
    ['an answer from before it counts', 'failed', before, due, after, due],
    ['an answer from after that', 'failed', after, due, after, null],
    ['passed before', 'succeeded', before, due, before, null],
  ] as const)('%s', (_, state, since, roleDue, now, expected) => {
    expect(dueOf({ state, since }, roleDue, now)).toBe(expected);
  });
});
