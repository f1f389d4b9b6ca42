import { afterEach, describe, expect, test } from 'vitest';
import { targetWorld } from '#src/wizard/submit/testing-targets.ts';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { installMachineClock, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** What can't be read is not checked, and what held a press back can be meant. */

freshStorage();
afterEach(() => {
  installMachineClock();
});

const names = { group: 'rg-restore-weu', vm: 'app01-r', disk: 'app01-r_OsDisk' };
const refused: FaultEffect = { kind: 'status', status: 403 };

describe('Review', () => {
  test.each<[what: string, operation: string, effect: FaultEffect, found: RegExp]>([
    ['the CommServe', 'commvaultJobs.list', refused, /couldn’t be read: commserve\.contoso/],
    ['Resource Graph', 'resourceGraph.query', refused, /restores of other vaults couldn’t all/],
    ['a secondary region', 'jobs.listSecondary', refused, /couldn’t be read: rsv-/],
    [
      'jobs by themselves',
      'commvaultJobs.get',
      { kind: 'status', status: 503 },
      /somewhere else doesn’t report/,
    ],
  ])('says not checked where it can’t read %s', async (_, operation, effect, found) => {
    const it = targetWorld();
    const ordered = await it.order('Commvault out of place', names);
    const id = ordered.begin();
    expect((await it.review(ordered, id)).check.state).toBe('passed');
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
    it.clock.add(30);
    const { check } = await it.review(ordered, id);
    expect(check.state).toBe('notChecked');
    expect(check.found).toMatch(found);
    expect(check.found).not.toMatch(/No restore in progress/);
  });

  test('says not checked of a CommServe that this tab isn’t connected to', async () => {
    const it = targetWorld();
    const ordered = await it.order('new VM', names);
    it.disconnect();
    const { check } = await it.review(ordered, ordered.begin());
    expect(check).toMatchObject({ state: 'notChecked' });
    expect(check.found).toMatch(/commserve\.contoso/);
  });

  test('names the job of another draft of this browser before any list has it', async () => {
    const it = targetWorld();
    const first = await it.order('Commvault out of place', names);
    const firstId = first.begin();
    await it.press(first, firstId, (await it.review(first, firstId)).reads);
    changeDraft(firstId, (draft) =>
      draft.submission.state === 'accepted' && draft.submission.operation !== null
        ? {
            ...draft,
            submission: {
              state: 'job',
              jobId: String(draft.submission.operation['jobId']),
              isAdopted: false,
            },
          }
        : draft,
    );
    // The CommServe knows the job, and its list doesn't have it yet.
    it.clock.add(10);
    const second = await it.order('new VM', names);
    const { wanted, queries } = second;
    const jobs = jobsOn(wanted.parts);
    const others = otherRestoresQuery({ beside: null, jobs });
    const { check } = await it.review(
      { ...second, queries: { ...queries, others } },
      second.begin(),
    );
    expect(jobs).toHaveLength(1);
    expect(check.state).toBe('warned');
  });
});

test('what held a press back can be meant, and what starts after that holds it back again', async () => {
  const it = targetWorld();
  const ordered = await it.order('Commvault out of place', names);
  const id = ordered.begin();
  const { reads } = await it.review(ordered, id);
  await ordered.startByOther();
  it.pass();
  await it.press(ordered, id, reads);
  expect(submissionOf(id)).toMatchObject({
    heldBack: 'begunSince',
    begunSince: [{ machine: 'app01' }],
  });
  await ordered.startByOther();
  it.pass();
  await it.press(ordered, id, reads, { onceMore: true });
  expect(submissionOf(id)).toMatchObject({ heldBack: 'begunSince' });
  await it.press(ordered, id, (await it.review(ordered, id)).reads);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
});

test('one that Review has read as another’s holds nothing back where its job reports less later', async () => {
  const it = targetWorld();
  const ordered = await it.order('new VM', names);
  const others = await it.order('new VM', { ...names, vm: 'app01-theirs' });
  const id = ordered.begin();
  await others.startByOther();
  it.pass();
  const { check, reads } = await it.review(ordered, id);
  expect(check.state).toBe('passed');
  const fault = { id: 'f', match: { operation: 'jobs.get' }, times: null };
  const effect: FaultEffect = { kind: 'empty-bags' };
  await it.azure.append([{ type: 'fault-added', at: 0, fault: { ...fault, effect } }]);
  await it.press(ordered, id, reads);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
});
