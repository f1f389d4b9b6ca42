import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import type { RestoreFound } from '#src/api/queries/restores.ts';
import { lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/testing-request.ts';
import { HOST } from '#src/datasources/commvault-vm/testing.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { certainJob } from '#src/model/lost-restore.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { openAgain, pressOf } from '#src/wizard/submit/follow.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

type Tab = ReturnType<typeof openTab>;

freshStorage();
afterEach(() => {
  installMachineClock();
});

async function search(id: string): Promise<RestoreFound & { readonly certain: string | null }> {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error('nothing is open');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await client.query(lostCommvaultSearch(draft, attempt));
  return { ...found, certain: certainJob(pressOf(attempt), found.jobs)?.id ?? null };
}

describe('the job of a lost answer', () => {
  /** A press whose answer is lost, after which lists have it. */
  async function lost(it: Tab, isInPlace: boolean): Promise<string> {
    await it.breaks({ kind: 'answer-lost' });
    const id = begin(isInPlace);
    await press(id);
    it.clock.add(60);
    return id;
  }

  test('is found by our ID among others of the same VM and name', async () => {
    const it = openTab();
    await it.restore({ id: app01, description: 'somebody' });
    it.clock.add(60);
    const id = await lost(it, false);
    await it.restore({ id: app01, description: 'a colleague' });
    it.clock.add(60);
    expect((await search(id)).certain).toBe(commvaultJobId(HOST, '8163495'));
  });

  test.each([
    [false, 'out of place'],
    [true, 'in place'],
  ])('is shown and never adopted where a CommServe leaves descriptions out (%s)', async (where) => {
    const it = openTab('commvault-no-description');
    const id = await lost(it, where);
    expect(await search(id)).toMatchObject({ jobs: [{ isNamed: false }], certain: null });
  });

  test('is no download of files', async () => {
    const it = openTab('commvault-download-beside', 'commvault-no-description');
    const id = await lost(it, false);
    expect((await search(id)).jobs).toHaveLength(1);
  });

  test('of two presses is that of the latest, and both are found', async () => {
    const it = openTab();
    const id = await lost(it, false);
    openAgain(id);
    await it.breaks({ kind: 'answer-lost' });
    await press(id);
    it.clock.add(60);
    expect(await it.counted()).toEqual([2, 2]);
    const { jobs, certain } = await search(id);
    const { clientRequestId, earlier } = attemptOf(submissionOf(id)) ?? {};
    expect(jobs.map(({ requestId }) => requestId)).toEqual([
      clientRequestId,
      earlier?.[0]?.clientRequestId,
    ]);
    expect(certain).toBe(jobs[0]?.id);
  });
});
