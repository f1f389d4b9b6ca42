import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { acceptedCommvaultQuery } from '#src/datasources/commvault-vm/jobs.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/testing-request.ts';
import { HOST } from '#src/datasources/commvault-vm/testing.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

/** A restore by Commvault leaves once, whatever comes back. */

freshStorage();
afterEach(() => {
  installMachineClock();
});

test('what is accepted has its job, knows which were there before, and is not sent again', async () => {
  const it = openTab();
  const id = begin();
  await press(id);
  await press(id);
  expect(submissionOf(id)).toMatchObject({
    state: 'accepted',
    operation: { jobId: commvaultJobId(HOST, '8163493') },
  });
  expect(attemptOf(submissionOf(id))?.before?.length).toBeGreaterThan(0);
  expect(storedDraft(id)).toMatchObject({ name: 'app01', nextSteps: ['own.backup'] });
  expect(await it.counted()).toEqual([1, 1]);
});

test('its job has our ID as its description', async () => {
  const it = openTab();
  const id = begin();
  await press(id);
  const { clientRequestId } = attemptOf(submissionOf(id)) ?? {};
  expect(JSON.stringify((await it.azure.state()).serviceEvents)).toContain(
    `"jobDescription":"${String(clientRequestId)}"`,
  );
});

describe('what an answer comes to', () => {
  test.each<[FaultEffect, string, number]>([
    [{ kind: 'answer-lost' }, 'lost', 1],
    [{ kind: 'accepted-but-500' }, 'lost', 1],
    [{ kind: 'truncated-json' }, 'lost', 1],
    // Neither a job nor an error: a schedule may have been made.
    [{ kind: 'wrong-json' }, 'lost', 1],
    [{ kind: 'drop' }, 'lost', 0],
    [{ kind: 'html-page' }, 'lost', 0],
    [{ kind: 'html-page', status: 405 }, 'refused', 0],
    [{ kind: 'status', status: 403 }, 'refused', 0],
    [{ kind: 'status', status: 401 }, 'refused', 0],
    [{ kind: 'status', status: 503 }, 'lost', 0],
    [{ kind: 'commserve', does: 'access-denied' }, 'refused', 0],
  ])('%j', async (effect, state, restores) => {
    const it = openTab();
    await it.breaks(effect);
    const id = begin();
    await press(id);
    expect(submissionOf(id).state).toBe(state);
    expect(await it.counted()).toEqual([1, restores]);
  });

  test('a refusal keeps the CommServe’s own words', async () => {
    await openTab().breaks({ kind: 'commserve', does: 'access-denied' });
    const id = begin();
    await press(id);
    expect(submissionOf(id)).toMatchObject({ code: '5', message: 'Access denied' });
    expect(submissionOf(id)).not.toMatchObject({ isSignedOut: true });
  });

  test('without a token nothing leaves', async () => {
    const it = openTab();
    commServeSession(HOST).tokens.enter(null);
    const id = begin();
    await press(id, { withoutJobs: true });
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', isPrepared: true });
    expect(await it.counted()).toEqual([0, 0]);
  });
});

test('a token that has expired is renewed, the request isn’t repeated, and the next press sends it', async () => {
  const it = openTab('commvault-token-expired');
  const id = begin();
  await press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'refused' });
  expect(await it.counted()).toEqual([1, 0]);
  await press(id);
  expect(submissionOf(id).state).toBe('accepted');
  expect(await it.counted()).toEqual([2, 1]);
});

test('a job that is unknown at first is looked for in growing pauses', async () => {
  const it = openTab('commvault-job-unknown');
  const id = begin();
  await press(id);
  const sentNow = submissionOf(id);
  const operation = sentNow.state === 'accepted' ? sentNow.operation : null;
  const query = acceptedCommvaultQuery({ instance: '', operation: operation ?? {} });
  const client = new QueryClient();
  const look = () => client.query({ ...query, staleTime: 0 });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 4000 } });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 8000 } });
  it.clock.add(20);
  expect(await look()).toEqual({ status: 'started', jobId: commvaultJobId(HOST, '8163493') });
});

test('a job is watched under the name of its VM, which its ID doesn’t tell', async () => {
  openTab();
  const id = begin();
  await press(id);
  const jobId = commvaultJobId(HOST, '8163493');
  operationEnded(id, { status: 'started', jobId }, null);
  expect(watchedJobs()).toMatchObject([{ jobId, machine: 'app01' }]);
});
