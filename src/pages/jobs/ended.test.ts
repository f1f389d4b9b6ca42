import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { ALL_JOBS, type Job, type JobWithErrors, LATEST_END_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  countIn,
  endedJobs,
  endedRows,
  type EndedRow,
  fits,
  isLong,
  jobsIn,
  merged,
  type OwnKnown,
} from '#src/pages/jobs/ended.ts';

/** Which jobs stand in the list of what ended, in which order, and what one row stands for. */

const HOUR_MS = 3_600_000;
const at = instant(Date.parse('2025-06-05T02:44:10Z'));
const NOTHING: OwnKnown = { open: new Map(), news: new Map() };

/** A job that ended some hours ago, after ten minutes. */
const job = (name: string, hours: number, more: Partial<Job> = {}): JobWithErrors => ({
  id: resourceId(`/v/backupJobs/${name}`),
  name,
  vaultName: 'v',
  itemName: name,
  operation: 'Restore',
  status: 'completed',
  statusWord: 'Completed',
  startedAt: instant(at - hours * HOUR_MS - 600_000),
  endedAt: instant(at - hours * HOUR_MS),
  durationMs: 600_000,
  isCancellable: false,
  errors: [],
  ...more,
});
const backup = (name: string, hours: number, more: Partial<Job> = {}) =>
  job(name, hours, { operation: 'Backup', ...more });

const SHOWN = {
  order: LATEST_END_FIRST,
  isNeedsYouFirst: true,
  isFolded: true,
  isOpen: false,
};
const namesOf = (rows: readonly EndedRow[]): string =>
  rows.map((row) => (row.kind === 'job' ? row.job.name : `(${String(row.jobs.length)})`)).join(' ');
const rowsOf = (
  jobs: readonly JobWithErrors[],
  shown: Partial<typeof SHOWN> = {},
  own: OwnKnown = NOTHING,
) => endedRows(endedJobs(jobs, [], own), { ...SHOWN, ...shown });

test('what needs a person comes first, each part with the latest end first', () => {
  const jobs = [
    job('good', 1),
    job('bad', 5, { status: 'failed' }),
    job('warned', 2, { status: 'completedWithWarnings' }),
    job('stopped', 3, { status: 'cancelled' }),
    job('odd', 8, { status: 'unknown' }),
  ];
  expect(namesOf(rowsOf(jobs))).toBe('warned bad odd good stopped');
  expect(namesOf(rowsOf(jobs, { isNeedsYouFirst: false }))).toBe('good warned stopped bad odd');
});

test('what runs is not in it, whatever it is', () => {
  const jobs = [job('a', 1), job('b', 1, { status: 'inProgress' }), backup('c', 1)];
  const running = backup('d', 1, { status: 'cancelling' });
  expect(namesOf(rowsOf([...jobs, running]))).toBe('a c');
});

test('a restore of this browser needs a person while a risky step of it is open, or nothing came of it', () => {
  const jobs = [job('a', 1), job('b', 2), job('c', 3)];
  const own = {
    open: new Map([[job('b', 2).id.toLowerCase(), 1]]),
    news: new Map([[job('c', 3).id.toLowerCase(), 'Nothing restored']]),
  };
  expect(namesOf(rowsOf(jobs, {}, own))).toBe('b c a');
});

test('completed backups are one row, the last; opened, they stand below it', () => {
  const jobs = [backup('a', 1), backup('b', 2), job('c', 3), backup('d', 4, { status: 'failed' })];
  expect(namesOf(rowsOf(jobs))).toBe('d c (2)');
  expect(namesOf(rowsOf(jobs, { isOpen: true }))).toBe('d c (2) a b');
  expect(namesOf(rowsOf(jobs, { isFolded: false }))).toBe('d a b c');
  expect(jobsIn(rowsOf(jobs, { isOpen: true })).map(({ job: { name } }) => name)).toEqual([
    'd',
    'c',
    'a',
    'b',
  ]);
});

test('one completed backup is no fold', () => {
  expect(namesOf(rowsOf([backup('a', 1), job('b', 2)]))).toBe('a b');
});

const night = (name: string, nights: number, status: Job['status'], hours = 24) =>
  backup(name, nights * hours, { status, itemName: 'vm' });

test('a backup that failed night after night is one row, counted with its earlier nights', () => {
  const jobs = [
    night('a', 0, 'failed'),
    night('b', 1, 'failed'),
    night('c', 2, 'failed'),
    night('d', 3, 'completed'),
    night('e', 4, 'failed'),
  ];
  const [row, ...others] = endedJobs(jobs, [], NOTHING);
  expect(row).toMatchObject({
    streak: { runs: 3, isWhole: true, isNightly: true },
    earlier: 2,
  });
  expect(others.map(({ job: { name }, streak }) => [name, streak])).toEqual([
    ['d', null],
    ['e', null],
  ]);
  expect(countIn(endedJobs(jobs, [], NOTHING))).toBe(5);
});

test('two bad nights are two rows', () => {
  const jobs = [night('a', 0, 'failed'), night('b', 1, 'failed'), night('c', 2, 'completed')];
  expect(endedJobs(jobs, [], NOTHING).map(({ earlier }) => earlier)).toEqual([0, 0, 0]);
});

test('nights before the list are known from the backups of a week', () => {
  const jobs = [night('a', 0, 'failed')];
  const week = [night('b', 1, 'failed'), night('c', 2, 'failed'), night('d', 3, 'completed')];
  expect(endedJobs(jobs, week, NOTHING)).toMatchObject([
    { streak: { runs: 3, isWhole: true }, earlier: 0 },
  ]);
});

test('with no good run known there may have been more bad ones', () => {
  const jobs = [night('a', 0, 'failed'), night('b', 1, 'failed'), night('c', 2, 'failed')];
  expect(endedJobs(jobs, [], NOTHING)).toMatchObject([{ streak: { runs: 3, isWhole: false } }]);
});

test('runs of one day are no nights', () => {
  const jobs = [night('a', 0, 'failed', 4), night('b', 1, 'failed', 4), night('c', 2, 'failed', 4)];
  expect(endedJobs(jobs, [], NOTHING)).toMatchObject([{ streak: { isNightly: false } }]);
});

test('a failed run that is not the latest says nothing of a row of them', () => {
  const jobs = [night('b', 1, 'failed')];
  const week = [night('a', 0, 'completed'), night('c', 2, 'failed')];
  expect(endedJobs(jobs, week, NOTHING)).toMatchObject([{ streak: null }]);
});

const took = (name: string, minutes: number, hours: number) =>
  backup(name, hours, { itemName: 'vm', durationMs: minutes * 60_000 });

test('a backup far above its usual time stands alone', () => {
  const week = [10, 12, 11, 9, 10].map((minutes, index) =>
    took(`w${String(index)}`, minutes, 24 * (index + 1)),
  );
  const jobs = [took('long', 30, 0), backup('x', 1), backup('y', 2)];
  const rows = endedRows(endedJobs(jobs, week, NOTHING), SHOWN);
  expect(namesOf(rows)).toBe('long (2)');
  expect(jobsIn(rows).map(isLong)).toEqual([true, false, false]);
  expect(jobsIn(rows)[0]?.usual).toEqual({ lowMs: 540_000, highMs: 720_000 });
  // Four others are too few to say what is usual.
  expect(endedJobs(jobs, week.slice(1), NOTHING)[0]?.usual).toBeNull();
});

test('a job of two lists is there once', () => {
  const azure = [job('a', 1), job('b', 2)];
  expect(merged(azure, [job('b', 2), job('c', 3)]).map(({ name }) => name)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

const commvault = job('8163405', 1, {
  id: resourceId('commvault:host/job/8163405'),
  itemName: 'hv-prod',
  operation: 'Restore',
  ownWord: 'Completed w/ one or more errors',
  status: 'completedWithWarnings',
});
const vault = resourceId('/subscriptions/1/resourceGroups/rg/providers/M/vaults/v');

test.each([
  [{}, true],
  [{ search: '8163' }, true],
  [{ search: 'HV-PROD' }, true],
  [{ search: 'one or more' }, true],
  [{ search: 'other' }, false],
  [{ operations: ['Restore'] }, true],
  [{ operations: ['Backup'] }, false],
  [{ statuses: ['completedWithWarnings'] }, true],
  [{ statuses: ['failed'] }, false],
  [{ vaults: [vault] }, false],
  [{ subscriptions: ['1'] }, false],
  [{ hours: { from: instant(at - 2 * HOUR_MS), to: at } }, true],
  [{ hours: { from: instant(at - HOUR_MS), to: at } }, false],
] as const)('a job of another service fits %j: %s', (filter, isIn) => {
  expect(fits(commvault, { ...ALL_JOBS, ...filter }, at)).toBe(isIn);
});
