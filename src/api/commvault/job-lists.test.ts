import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer } from '#src/api/arm/testing.ts';
import {
  commvaultJobPages,
  listCommvaultJobs,
  listCommvaultRestores,
  listPoints,
  seenJobs,
} from '#src/api/commvault/job-lists.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { deployedServe, GUID, HOST, jobsAnswer, testServe } from '#src/api/commvault/testing.ts';
import { SUMMARY } from '#src/mocks/commvault/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';

const wanted = { host: HOST, withinS: 3600 };

describe('the restore points of a VM', () => {
  const backup = {
    jobType: 'Backup',
    localizedOperationName: 'Backup',
    backupLevelName: 'Incremental',
    status: 'Completed',
    jobEndTime: 1763693600,
    vsaParentJobID: 8163000,
  };

  test('are its finished backups, the newest first', async () => {
    const { arm, sent } = testServe(() =>
      answer(
        200,
        jobsAnswer(
          { ...backup, jobId: 1 },
          {
            ...backup,
            jobId: 2,
            jobEndTime: 1763780000,
            status: 'Completed w/ one or more errors',
          },
          { ...backup, jobId: 3, status: 'Failed' },
          { ...backup, jobId: 4, status: 'Running', jobEndTime: 0 },
          { ...backup, jobId: 5, localizedOperationName: 'Restore', jobType: 'Restore' },
          { ...backup, jobId: 6, localizedOperationName: 'Backup Copy' },
          { ...backup, jobId: 7, jobEndTime: -999 },
        ),
      ),
    );
    expect(await listPoints(arm, { host: HOST, name: GUID })).toEqual([
      {
        id: `commvault:${HOST}/job/2`,
        time: 1763780000000,
        statusWord: 'Completed w/ one or more errors',
        level: 'Incremental',
        sizeBytes: 136365211648,
      },
      {
        id: `commvault:${HOST}/job/1`,
        time: 1763693600000,
        statusWord: 'Completed',
        level: 'Incremental',
        sizeBytes: 136365211648,
      },
    ]);
    expect(sent[0]?.url).toContain(`/v2/vsa/vm/${GUID}/jobs?completedJobLookupTime=`);
  });

  test('are none where there is no job', async () => {
    const { arm } = testServe(() => answer(200, { totalRecordsWithoutPaging: 0 }));
    expect(await listPoints(arm, { host: HOST, name: GUID })).toEqual([]);
  });
});

describe('the jobs of a CommServe', () => {
  test('are read page by page', async () => {
    const { arm, sent } = testServe(() =>
      answer(200, { ...jobsAnswer({ jobId: 2 }, { jobId: 1 }), totalRecordsWithoutPaging: 7 }),
    );
    const page = await listCommvaultJobs(arm, { ...wanted, start: { token: '4' }, top: 2 });
    expect(page).toMatchObject({ total: 7, next: '6', rows: [{ number: '2' }, { number: '1' }] });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      scope: 1,
      category: 0,
      pagingConfig: { sortField: 'jobId', sortDirection: 1, offset: 4, limit: 2 },
      jobFilter: {
        completedJobLookupTime: 3600,
        showAgedJobs: false,
        hideAdminJobs: false,
        clientList: [],
        jobTypeList: [],
      },
    });
  });

  test.each([
    ['too much', 0, 7, { total: 4, next: null }],
    ['too little', 2, 3, { total: 6, next: '6' }],
  ])('end where they end, though it counts %s', async (_what, rows, total, end) => {
    const jobs = Array.from({ length: rows }, (_, at) => ({ jobId: at }));
    const { arm } = testServe(() =>
      answer(200, { ...jobsAnswer(...jobs), totalRecordsWithoutPaging: total }),
    );
    expect(await listCommvaultJobs(arm, { ...wanted, start: { skip: 4 }, top: 2 })).toMatchObject(
      end,
    );
  });
});

describe('all restores', () => {
  /** Answers with so many restores, page by page where it pages. */
  const serveOf = (there: number, pages = true) =>
    testServe((_request, { headers }) => {
      const from = pages ? Number(headers['offset']) : 0;
      const limit = Number(headers['limit']);
      const all = Array.from({ length: there }, (_, at) => ({ ...SUMMARY, jobId: at }));
      return answer(200, jobsAnswer(...all.slice(from, from + limit)));
    });

  test.each([
    [0, 1],
    [99, 1],
    [100, 2],
    [250, 3],
  ])('%i of them are read whole', async (there, requests) => {
    const { arm, sent } = serveOf(there);
    expect(await listCommvaultRestores(arm, wanted)).toHaveLength(there);
    expect(sent).toHaveLength(requests);
    expect(sent[0]?.url).toContain(
      '/Job?jobFilter=Restore&jobCategory=All&completedJobLookupTime=3600',
    );
  });

  test('are read once where the CommServe doesn’t page', async () => {
    const { arm, sent } = serveOf(250, false);
    expect(await listCommvaultRestores(arm, wanted)).toHaveLength(100);
    expect(sent).toHaveLength(2);
  });

  test('are no part of them', async () => {
    const { arm } = serveOf(1000);
    const error: unknown = await listCommvaultRestores(arm, wanted).catch((one: unknown) => one);
    expect(armFacts(error)?.kind).toBe('unreadable');
  });

  test('are without downloads, which name the VM, too', async () => {
    const { arm } = testServe(() =>
      answer(
        200,
        jobsAnswer(
          { jobId: 1, localizedOperationName: 'Download' },
          { jobId: 2 },
          { jobId: 3, localizedOperationName: '', jobType: '' },
        ),
      ),
    );
    expect((await listCommvaultRestores(arm, wanted)).map(({ number }) => number)).toEqual([
      '2',
      '3',
    ]);
  });
});

const storage = freshStorage();

const { signal } = new AbortController();
const readPage = (skip = 0) =>
  commvaultJobPages(HOST, 86_400).read({ start: { skip }, top: 200 }, signal);

/** The page is loaded again: what memory held is gone. */
function reload(): void {
  commServeSession(HOST).tokens.enter(null);
  resetPageState();
}

const running = jobsAnswer({}, { jobId: 8, status: 'Failed to Start', jobEndTime: 1763700070 });

test('jobs stay as last seen when a reload forgot the token', async () => {
  deployedServe(() => answer(200, running));
  const { rows } = await readPage();
  reload();
  const page = await readPage();
  expect(page).toMatchObject({ total: 2, next: null });
  // What has no token can't be canceled.
  expect(page.rows).toEqual(rows.map((row) => ({ ...row, isCancellable: false })));
  expect(page.rows.map(({ status }) => status)).toEqual(['inProgress', 'failed']);
  expect(seenJobs(HOST)?.at).toEqual(expect.any(Number));
});

test('without a token and without jobs seen the read fails, and sends nothing', async () => {
  deployedServe(() => answer(200, running));
  reload();
  const error: unknown = await readPage().catch((one: unknown) => one);
  expect(armFacts(error)?.kind).toBe('notSent');
});

test('a failed read is not covered up by what was seen', async () => {
  deployedServe(() => answer(200, running));
  await readPage();
  deployedServe(() => answer(403, { errorCode: 5, errorMessage: 'Access denied' }));
  await expect(readPage()).rejects.toThrow('Access denied');
});

test('the newest are kept, without those that have no number', async () => {
  const many = Array.from({ length: 80 }, (_, at) => ({ jobId: 900 - at }));
  deployedServe(() => answer(200, jobsAnswer({ jobId: -999 }, ...many)));
  await readPage();
  const stored = seenJobs(HOST)?.jobs.map(({ number }) => number) ?? [];
  expect([stored.length, stored[0], stored.at(-1)]).toEqual([50, '900', '851']);
});

test('what can’t be read from storage is nothing', async () => {
  deployedServe(() => answer(200, running));
  await readPage();
  const keys = [...storage.entries.keys()].filter((one) => one.includes('commserve-jobs'));
  expect(keys).toHaveLength(1);
  for (const key of keys) storage.entries.set(key, '{"at":"yesterday","jobs":[]}');
  resetPageState();
  expect(seenJobs(HOST)).toBeNull();
});
