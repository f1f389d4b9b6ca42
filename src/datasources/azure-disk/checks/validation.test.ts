import { describe, expect, test } from 'vitest';
import type { ValidationRun } from '#src/api/queries/validations.ts';
import type { Problem } from '#src/model/problem.ts';
import { instant } from '#src/lib/time.ts';
import { ROLE_DELAY_MS } from '#src/model/roles.ts';
import { check } from '#src/datasources/azure-disk/checks/checks.ts';
import {
  validationFact,
  validationStatusOf,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import { NOON } from '#src/datasources/azure-disk/testing.ts';

const found = { code: 'A', message: 'No.', recommendations: [] };
const running = {
  restoreText: 'this',
  kind: 'running',
  since: NOON,
  isAccepted: true,
  stop: () => undefined,
} as const;
const done = (...problems: readonly (typeof found)[]): ValidationRun => ({
  restoreText: 'this',
  kind: 'done',
  at: NOON,
  problems,
});
const trouble = (kind: Problem['kind']): ValidationRun => ({
  restoreText: 'this',
  kind: 'trouble',
  problem: {
    kind,
    message: 'No.',
    code: 'B',
    requestId: 'r',
    missingAction: null,
    body: '',
    way: 'after',
  },
});

test.each<[string, ValidationRun | null, string, ReturnType<typeof validationStatusOf>['state']]>([
  ['none was asked for', null, 'this', 'none'],
  ['it was stopped', { restoreText: 'this', kind: 'stopped' }, 'this', 'none'],
  ['it runs', running, 'this', 'running'],
  ['it has passed', done(), 'this', 'succeeded'],
  ['it has found something', done(found), 'this', 'failed'],
  ['other parameters have passed', done(), 'that', 'stale'],
  ['others are being looked at', running, 'that', 'stale'],
  ['the connection is gone', trouble('lost'), 'this', 'lost'],
  ['the answer is not to be read', trouble('unexpected'), 'this', 'lost'],
  ['the person may not', trouble('forbidden'), 'this', 'lost'],
  ['Azure refuses at once', trouble('refused'), 'this', 'failed'],
  ['what it names is gone', trouble('notFound'), 'this', 'failed'],
])('%s', (_, ...[run, restoreText, state]) => {
  expect(validationStatusOf(run, restoreText, []).state).toBe(state);
});

test('what Azure refuses at once keeps the id of its request', () => {
  expect(validationStatusOf(trouble('refused'), 'this', []).trouble?.requestId).toBe('r');
});

describe('a validation that succeeded at noon', () => {
  const missing = check('target', 'failed', 'It lacks the role.');
  const given = (minutes: number) =>
    check('target', 'pending', 'It was given.', {
      countsAt: instant(NOON + minutes * 60_000 + ROLE_DELAY_MS),
    });
  const status = (one: typeof missing) =>
    validationStatusOf(done(), 'this', [check('key', 'passed', ''), one]);

  test('does not count once a role is missing', () => {
    expect(status(missing)).toMatchObject({
      state: 'overtaken',
      since: NOON,
      overtakenBy: [{ id: 'target' }],
    });
    expect(validationFact(status(missing))).toBe('none');
  });

  test('does not count for a role that was given since, in effect or not', () => {
    expect(status(given(5)).state).toBe('overtaken');
    expect(status({ ...given(5), state: 'passed' }).state).toBe('overtaken');
  });

  test('shows that a role given before it is in effect', () => {
    expect(status(given(-5)).state).toBe('succeeded');
    const [shown] = withValidation([given(-5)], status(given(-5)));
    expect(shown?.state).toBe('passed');
    expect(shown?.found).toContain('already in effect');
  });

  test('says nothing of a role where it failed', () => {
    const failed = validationStatusOf(done(found), 'this', [missing]);
    expect(failed.state).toBe('failed');
    expect(withValidation([given(-5)], failed)[0]?.state).toBe('pending');
  });
});
