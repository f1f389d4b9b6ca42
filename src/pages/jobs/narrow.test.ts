import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { narrowed } from '#src/pages/jobs/narrow.ts';

const job = (name: string, more: Partial<Job> = {}): Job => ({
  id: resourceId(`/v/locations/neu/backupJobs/${name}`),
  name,
  vaultName: 'v',
  itemName: `vm-${name}`,
  operation: 'CrossRegionRestore',
  status: 'completed',
  statusWord: 'Completed',
  startedAt: instant(1000),
  endedAt: null,
  durationMs: null,
  isCancellable: false,
  ...more,
});
const ALL = { search: '', statuses: [] };
const names = (jobs: readonly Job[]) => jobs.map(({ name }) => name).join(' ');

test('the newest stands first, and one without a start last', () => {
  const jobs = [job('a'), job('b', { startedAt: null }), job('c', { startedAt: instant(2000) })];
  expect(names(narrowed(jobs, ALL, NEWEST_FIRST))).toBe('c a b');
  expect(names(narrowed(jobs, ALL, { by: 'started', isDescending: false }))).toBe('b a c');
});

test('equal ones keep the order of their ids, whichever way it goes', () => {
  const jobs = [job('b'), job('a')];
  expect(names(narrowed(jobs, ALL, { by: 'status', isDescending: true }))).toBe('a b');
  expect(names(narrowed(jobs, ALL, { by: 'status', isDescending: false }))).toBe('a b');
});

test('a part of the instance or the beginning of the job id is found, in any letter case', () => {
  const jobs = [job('a1'), job('b2', { itemName: 'Web' })];
  expect(names(narrowed(jobs, { ...ALL, search: 'wE' }, NEWEST_FIRST))).toBe('b2');
  expect(names(narrowed(jobs, { ...ALL, search: 'B2' }, NEWEST_FIRST))).toBe('b2');
  expect(names(narrowed(jobs, { ...ALL, search: '2' }, NEWEST_FIRST))).toBe('');
});

test('several states are more than Azure takes at once', () => {
  const jobs = [job('a', { status: 'failed' }), job('b', { status: 'unknown' }), job('c')];
  const statuses = ['failed', 'completed'] as const;
  expect(names(narrowed(jobs, { ...ALL, statuses }, NEWEST_FIRST))).toBe('a c');
});
