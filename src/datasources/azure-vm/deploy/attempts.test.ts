import { expect, test } from 'vitest';
import {
  attempts,
  nextName,
  noteOutcome,
  noteSeen,
  noteSent,
  numberOf,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';

const job = '/subscriptions/s/x/backupJobs/5f1e';
const storage = freshStorage();

test('every attempt has a name of its own, also beside those of another browser', () => {
  expect(nextName(job, [])).toBe('rc-5f1e-1');
  expect(nextName(job, ['RC-5F1E-1', 'rc-5f1e-2', 'rc-other-3'])).toBe('rc-5f1e-3');
  noteSent(job, '/d/rc-5f1e-1');
  expect(nextName(job, [])).toBe('rc-5f1e-2');
  expect(numberOf('/d/rc-5f1e-12')).toBe(12);
});

test('an attempt is known after a reload as what was known of it before', () => {
  noteSent(job, '/d/1');
  resetPageState();
  expect(attempts(job)).toMatchObject([{ id: '/d/1', state: 'sent' }]);
  noteOutcome(job, '/d/1', 'started');
  noteSent(job, '/d/2');
  noteOutcome(job, '/d/2', 'refused');
  resetPageState();
  expect(attempts(job).map(({ state }) => state)).toEqual(['started', 'refused']);
  expect(attempts(`${job}0`)).toEqual([]);
});

test('attempts are remembered for the page where storage fails', () => {
  storage.become('forbidden');
  noteSent(job, '/d/1');
  noteOutcome(job, '/d/1', 'started');
  expect(attempts(job)).toMatchObject([{ id: '/d/1', state: 'started' }]);
});

test('what accepted an attempt, and a read that found it, are written down with their times', () => {
  noteSent(job, '/d/1');
  noteOutcome(job, '/d/1', 'started');
  noteSent(job, '/d/2');
  noteOutcome(job, '/d/2', 'found');
  noteSeen(job, '/d/1');
  resetPageState();
  const [answered, found] = attempts(job);
  expect([answered?.state, found?.state]).toEqual(['started', 'started']);
  expect([answered?.acceptedAt, answered?.seenAt, found?.seenAt]).not.toContain(undefined);
  expect(found?.acceptedAt).toBeUndefined();
});
