import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { csvText } from '#src/lib/csv.ts';
import { instant } from '#src/lib/time.ts';
import {
  ALL_JOBS,
  type Job,
  type JobDetails,
  type JobFilter,
  NEWEST_FIRST,
} from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { emptyEnded } from '#src/pages/jobs/ended-list.tsx';
import { emptyJobs, jobsCsv, narrowed } from '#src/pages/jobs/lists.tsx';
import { type JobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { job as reportedJob } from '#src/progress/testing.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { claimsBy, faultsOf } from '#src/strings/testing-claims.ts';

/** What the lists of jobs make of the jobs that they have. */

const vaultId = resourceId('/subscriptions/1/resourceGroups/rg/providers/M/vaults/v');

interface EmptyFacts {
  readonly filter: Partial<JobFilter>;
  readonly unread: readonly string[];
  readonly isReading: boolean;
}

const emptyRow = claimsBy<EmptyFacts>(({ filter, ...lists }) => {
  const { title, children } = emptyJobs({ ...ALL_JOBS, ...filter }, { lists });
  return [title, ...(typeof children === 'string' ? [children] : [])];
});
const when = 'in the last 7 days';
const allJobs: EmptyFacts = { filter: {}, unread: [], isReading: false };
const notAllRead = {
  'a list not read': { unread: ['one'] },
  'a list on its way': { isReading: true },
};
const ofVault = { filter: { vaults: [vaultId] } };
const scoped = {
  'no vault chosen': ofVault,
  'no subscription chosen': { filter: { subscriptions: ['s'] } },
};
const narrowedBy = {
  ...scoped,
  'no search': { filter: { search: 'app' } },
  'no status chosen': { filter: { statuses: ['failed'] } },
  'no instance chosen': { filter: { instance: vaultId } },
} as const;
const isFiltered = { 'a filter': { filter: {} } };
const unreadOne = { ...allJobs, unread: ['one'] };
const wasUnread = { 'a list not read': { unread: [] } };
const emptyRows = [
  emptyRow('noneOf.none', allJobs, words.noneOf(when).none, { ...notAllRead, ...narrowedBy }),
  emptyRow('noneOf.noneRead', unreadOne, words.noneOf(when).noneRead, {
    ...wasUnread,
    ...narrowedBy,
  }),
  emptyRow('noneFit.none', { ...allJobs, ...ofVault }, words.noneFit(when).none, {
    ...notAllRead,
    ...isFiltered,
  }),
  emptyRow('noneFit.noneRead', { ...unreadOne, ...ofVault }, words.noneFit(when).noneRead, {
    ...wasUnread,
    ...isFiltered,
  }),
  emptyRow('searched', allJobs, words.searched, { ...notAllRead, ...scoped }),
  emptyRow('searchedChosen', { ...allJobs, ...ofVault }, words.searchedChosen, {
    ...notAllRead,
    'a vault chosen': { filter: {} },
  }),
];

test.each(emptyRows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

interface EndedFacts extends Omit<EmptyFacts, 'filter'> {
  readonly address: JobsSearch;
}

const emptyEndedRow = claimsBy<EndedFacts>(({ address, ...elsewhere }) => [
  emptyEnded(jobsWanted(address), elsewhere).title,
]);
const endedWhen = 'in the last 24 hours';
const allRead: EndedFacts = { address: {}, unread: [], isReading: false };
const someUnread = { ...allRead, unread: ['one'] };
const filtered = { address: { status: 'failed' } };
const ended = words.ended;
const emptyEndedRows = [
  emptyEndedRow('ended.noneOf.none', allRead, ended.noneOf(endedWhen).none, {
    ...notAllRead,
    'no filter': filtered,
  }),
  emptyEndedRow('ended.noneOf.noneRead', someUnread, ended.noneOf(endedWhen).noneRead, {
    'no filter': filtered,
    'a list not read': { unread: [] },
  }),
  emptyEndedRow('ended.noneFit.none', { ...allRead, ...filtered }, ended.noneFit(endedWhen).none, {
    ...notAllRead,
    'a filter': { address: {} },
  }),
  emptyEndedRow(
    'ended.noneFit.noneRead',
    { ...someUnread, ...filtered },
    ended.noneFit(endedWhen).noneRead,
    { 'a filter': { address: {} }, 'a list not read': { unread: [] } },
  ),
];

test.each(emptyEndedRows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

const nothing: Job = {
  id: resourceId(''),
  name: '',
  vaultName: '',
  itemName: '',
  operation: '',
  status: 'unknown',
  statusWord: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: false,
};
const names = { subscriptions: {}, regions: {} };
const lineOf = async (job: Job, queries = new QueryClient()) => {
  const context = { names, queries, whole: null };
  const { cells, notes } = await jobsCsv.lines([{ ...job, errors: [] }], context);
  return [csvText(cells).trim(), ...notes];
};

test('a job without any facts is a line as any other', async () => {
  expect(await lineOf(nothing)).toEqual(['not reported,,,,,,,,,']);
});

/** A restore as its job reports it. */
const restore: Job = { ...nothing, id: resourceId('/v/backupJobs/j'), operation: 'Restore' };
const report = (more: Partial<JobDetails>): JobDetails =>
  reportedJob({
    ...restore,
    tasks: [],
    properties: [{ name: 'Target VM Name', value: 'app01-r' }],
    restoreKind: 'createVm',
    ...more,
  });
const error = { code: 'UserErrorX', title: '', message: 'No cores.', recommendations: [] };

test.each([
  ['completed', {}, 'app01-r,Create new virtual machine to app01-r'],
  ['failed', { errors: [error] }, 'app01-r,No cores. (UserErrorX)'],
  ['completed', { restoreKind: 'replaceDisks' }, 'the source VM,Replace disk/s to the source VM'],
  ['completed', { properties: [] }, 'not reported,Create new virtual machine target not reported'],
] as const)(
  'a restore that is %s and reports %j has target and result',
  async (status, more, end) => {
    const queries = new QueryClient();
    queries.setQueryData(jobQuery(restore.id).queryKey, report({ ...more, status }));
    const [line = '', ...notes] = await lineOf({ ...restore, status }, queries);
    expect(line.slice(-end.length - 1)).toBe(`,${end}`);
    expect(notes).toEqual([]);
  },
);

test('a restore whose job wasn’t read says so in its line and below all lines', async () => {
  expect(await lineOf({ ...restore, status: 'completed' })).toEqual([
    'Completed,,Restore,,,,,,not read,not read',
    'Target and result weren’t loaded for 1 restore. Scroll to it, then export again.',
  ]);
});

test('an unrecognized status is in Azure’s own word, times in UTC, durations in seconds', async () => {
  const startedAt = instant(Date.UTC(2025, 5, 5, 2, 44));
  const job: Job = { ...nothing, statusWord: 'Dreaming', startedAt, durationMs: 61_499 };
  expect(await lineOf(job)).toEqual(['Dreaming,,,,2025-06-05T02:44:00.000Z,,61,,,']);
});

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
const namesOf = (jobs: readonly Job[]) => jobs.map(({ name }) => name).join(' ');

test('the newest stands first, and one without a start last', () => {
  const jobs = [job('a'), job('b', { startedAt: null }), job('c', { startedAt: instant(2000) })];
  expect(namesOf(narrowed(jobs, ALL, NEWEST_FIRST))).toBe('c a b');
  expect(namesOf(narrowed(jobs, ALL, { by: 'started', isDescending: false }))).toBe('b a c');
});

test('equal ones keep the order of their ids, whichever way it goes', () => {
  const jobs = [job('b'), job('a')];
  expect(namesOf(narrowed(jobs, ALL, { by: 'status', isDescending: true }))).toBe('a b');
  expect(namesOf(narrowed(jobs, ALL, { by: 'status', isDescending: false }))).toBe('a b');
});

test('a part of the instance or the beginning of the job id is found, in any letter case', () => {
  const jobs = [job('a1'), job('b2', { itemName: 'Web' })];
  expect(namesOf(narrowed(jobs, { ...ALL, search: 'wE' }, NEWEST_FIRST))).toBe('b2');
  expect(namesOf(narrowed(jobs, { ...ALL, search: 'B2' }, NEWEST_FIRST))).toBe('b2');
  expect(namesOf(narrowed(jobs, { ...ALL, search: '2' }, NEWEST_FIRST))).toBe('');
});

test('several states are more than Azure takes at once', () => {
  const jobs = [job('a', { status: 'failed' }), job('b', { status: 'unknown' }), job('c')];
  const statuses = ['failed', 'completed'] as const;
  expect(namesOf(narrowed(jobs, { ...ALL, statuses }, NEWEST_FIRST))).toBe('a c');
});
