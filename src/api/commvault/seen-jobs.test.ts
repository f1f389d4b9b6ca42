import { expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer } from '#src/api/arm/testing.ts';
import { commvaultJobPages, seenJobs } from '#src/api/commvault/job-lists.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { deployedServe, HOST, jobsAnswer } from '#src/api/commvault/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';

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
