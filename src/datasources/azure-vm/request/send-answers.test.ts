import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pollOperation, storedOperation } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import {
  adoptJob,
  disown,
  jobStarted,
  openAgain,
  recordAnswer,
  recordNoAnswer,
} from '#src/wizard/submit/follow.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { ownName } from '#src/lib/owner.ts';

/** What an answer says of a press, whatever it is like and however late it comes. */

let tab: SendingTab;
let holdBack: boolean;
let release: () => void;
beforeEach(() => {
  holdBack = false;
  tab = sendingTab(0, async (request, passOn) => {
    const response = await passOn();
    if (!holdBack || !request.url.includes('/restore?')) return response;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return response;
  });
  vi.stubGlobal('localStorage', tab.storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

describe('an answer that says little', () => {
  const pressedWith = async (effect: FaultEffect) => {
    await tab.breaks(effect);
    const id = exampleId();
    await tab.press(id);
    return id;
  };

  test('202 without readable headers: accepted, and its job to be looked for', async () => {
    const id = await pressedWith({ kind: 'hide-headers' });
    expect(submissionOf(id)).toMatchObject({ state: 'accepted', operation: null, before: [] });
    expect(await tab.restoresMade()).toBe(1);
  });

  test('Location alone: polls the status of the same operation, which names the job', async () => {
    const id = await pressedWith({ kind: 'location-only' });
    const submission = submissionOf(id);
    const stored = submission.state === 'accepted' ? submission.operation : null;
    const operation = storedOperation.parse(stored);
    const [restore] = (await tab.azure.azure.state()).restores;
    expect(operation).toMatchObject({ pollKind: 'status', retryAfterMs: 60_000 });
    expect(operation.pollUrl).toBe(
      `${exampleVault}/backupOperations/${restore?.operationId ?? ''}?api-version=2024-04-01`,
    );
    tab.pass(90);
    const state = await pollOperation(tab.client.arm, operation);
    expect(state).toEqual({ status: 'succeeded', jobId: restore?.jobId });
  });

  test('200 with a page of HTML is no acceptance: the outcome is unknown', async () => {
    const id = await pressedWith({ kind: 'html-page' });
    expect(submissionOf(id)).toMatchObject({ state: 'lost', before: [] });
    expect([tab.requests(), await tab.restoresMade()]).toEqual([1, 0]);
  });

  test('202 whose body breaks off: accepted', async () => {
    const broken = testArm(async (request) => {
      const response = await tab.azure.azure.fetch(request);
      return new Response('{"half', { status: response.status, headers: response.headers });
    });
    const id = exampleId();
    await tab.press(id, { arm: broken, withoutJobs: true });
    expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
  });
});

describe('storage that is cleared', () => {
  test.each(['GET', 'POST'])('while a %s is under way: the answer is kept', async (method) => {
    const emptied = sendingTab(0, (request, passOn) => {
      if (request.method === method) emptied.storage.entries.clear();
      return passOn();
    });
    vi.stubGlobal('localStorage', emptied.storage.area);
    const id = exampleId();
    await emptied.press(id);
    expect(submissionOf(id).state).toBe('accepted');
    expect(emptied.storage.entries.get(ownName(`draft.${id}`))).toContain('"accepted"');
    expect([emptied.requests(), await emptied.restoresMade()]).toEqual([1, 1]);
  });
});

describe('an answer that comes late', () => {
  const underWay = async () => {
    holdBack = true;
    const id = exampleId();
    const over = tab.press(id);
    await vi.waitFor(() => expect(tab.reached).toContain('POST restore: sending'));
    return {
      id,
      answers: async () => {
        await vi.waitFor(() => release());
        await over;
      },
    };
  };

  test('counts although a job was taken for it meanwhile', async () => {
    const { id, answers } = await underWay();
    adoptJob(id, { id: resourceId('/jobs/found'), requestId: null }, 'hand');
    await answers();
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      operation: { pollKind: 'status' },
    });
  });

  test('counts although the person stopped waiting, and the draft is closed again', async () => {
    const { id, answers } = await underWay();
    openAgain(id);
    await answers();
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedDraft(id).earlier).toBeUndefined();
  });

  test('keeps the job that the person has marked as another restore’s', async () => {
    const { id, answers } = await underWay();
    disown(id, ['/jobs/theirs']);
    await answers();
    expect(submissionOf(id)).toMatchObject({ state: 'accepted', notOurs: ['/jobs/theirs'] });
  });

  test('that carries no information undoes nothing: neither the job found nor the person’s choice', async () => {
    await tab.breaks({ kind: 'accepted-but-500' });
    const adopted = await underWay();
    adoptJob(adopted.id, { id: resourceId('/jobs/found'), requestId: null }, 'hand');
    await adopted.answers();
    expect(submissionOf(adopted.id)).toMatchObject({ state: 'job', jobId: '/jobs/found' });
  });
});

describe('answers of other presses', () => {
  const first = { clientRequestId: 'c', sentAt: 1 };
  const second = { clientRequestId: 'c', sentAt: 2 };
  const refused = { state: 'refused', code: null, message: 'M', requestId: null } as const;
  const withBoth = () => {
    const id = exampleId();
    const submission = { state: 'sending', ...second } as const;
    changeDraft(id, (draft) => ({ ...draft, submission, earlier: first }));
    return { id, submission };
  };

  test('leave this one as it is', () => {
    const { id, submission } = withBoth();
    recordAnswer(id, { clientRequestId: 'c', sentAt: 3 }, () => refused);
    recordAnswer(id, { clientRequestId: 'd', sentAt: 2 }, () => refused);
    recordAnswer(id, first, (attempt) => ({ state: 'accepted', ...attempt, operation: null }));
    jobStarted(id, first, '/jobs/first');
    recordNoAnswer(id, first);
    expect(storedDraft(id)).toMatchObject({ submission, earlier: first });
  });

  test('that refuse the earlier one end that alone', () => {
    const { id, submission } = withBoth();
    recordAnswer(id, first, () => refused);
    expect(submissionOf(id)).toEqual(submission);
    expect(storedDraft(id).earlier).toBeUndefined();
  });

  test('that reject it are recorded if no other is on its way', () => {
    const { id } = withBoth();
    changeDraft(id, (draft) => ({ ...draft, submission: { state: 'none' } }));
    recordAnswer(id, first, () => refused);
    expect(submissionOf(id)).toEqual(refused);
  });

  test('a job that an answer has named is not undone by another answer', () => {
    const { id } = withBoth();
    jobStarted(id, second, '/jobs/named');
    recordAnswer(id, second, () => refused);
    recordNoAnswer(id, second);
    expect(submissionOf(id)).toEqual({
      state: 'job',
      jobId: '/jobs/named',
      isAdopted: false,
      attempt: second,
    });
  });
});
