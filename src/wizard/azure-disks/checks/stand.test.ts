import { expect, test } from 'vitest';
import type { ValidationRun } from '#src/api/queries/validations.ts';
import type { Problem } from '#src/model/problem.ts';
import { standOf } from '#src/wizard/azure-disks/checks/stand.ts';
import { NOON } from '#src/wizard/azure-disks/testing.ts';

const found = { code: 'A', message: 'No.', recommendations: [] };
const running = {
  asked: 'this',
  kind: 'running',
  since: NOON,
  isAccepted: true,
  stop: () => undefined,
} as const;
const done = (...problems: readonly (typeof found)[]): ValidationRun => ({
  asked: 'this',
  kind: 'done',
  at: NOON,
  problems,
});
const trouble = (kind: Problem['kind']): ValidationRun => ({
  asked: 'this',
  kind: 'trouble',
  problem: { kind, message: 'No.', code: 'B', requestId: 'r', missingAction: null, body: '' },
});

test.each<[string, ValidationRun | null, string, ReturnType<typeof standOf>['state']]>([
  ['none was asked for', null, 'this', 'none'],
  ['it was stopped', { asked: 'this', kind: 'stopped' }, 'this', 'none'],
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
])('%s', (_, ...[run, asked, state]) => {
  expect(standOf(run, asked).state).toBe(state);
});

test('what Azure refuses at once keeps the id of its request', () => {
  expect(standOf(trouble('refused'), 'this').trouble?.requestId).toBe('r');
});
