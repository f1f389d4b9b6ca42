import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armAnswer } from '#src/api/arm/testing.ts';
import { acceptedStart } from '#src/api/arm/operation.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { changeDraft, discardDraft } from '#src/wizard/draft/store.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { EXAMPLE_CHOICES, SUB } from '#src/datasources/azure-vm/testing.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { type Sending, sendOnce } from '#src/wizard/submit/submit.ts';
import { closedEarly } from '#src/wizard/submit/under-way.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** What a press does where this page itself does not send. */

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const sent: Submission = { state: 'lost', clientRequestId: 'first', sentAt: 1 };

describe('jobs that cannot be read', () => {
  const unread = { state: 'notSent', isPrepared: true, heldBack: 'jobsUnread' };

  test('hold the request back, until the person sends without them', async () => {
    await tab.breaks({ kind: 'status', status: 403 }, 'jobs.list');
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id)).toMatchObject(unread);
    expect(tab.requests()).toBe(0);
    await tab.press(id, { withoutJobs: true });
    expect(tab.reached).toEqual(['GET backupJobs: preparing reads', 'POST restore: sending']);
    expect(submissionOf(id).state).toBe('accepted');
    expect(submissionOf(id)).not.toHaveProperty('before');
    expect([tab.requests(), await tab.restoresMade()]).toEqual([1, 1]);
  });

  test('hold it back after ten seconds, by this machine’s clock, and not before', async () => {
    const never = new Promise<Response>(() => undefined);
    const slow = sendingTab(0, (request, passOn) =>
      request.url.includes('/backupJobs?') ? never : passOn(),
    );
    vi.stubGlobal('localStorage', slow.storage.area);
    const id = exampleId();
    const pressed = slow.press(id);
    await vi.waitFor(() => expect(slow.reached).toHaveLength(1));
    slow.clock.jump(9999);
    expect(slow.clock.listenerCount).toBe(1);
    expect(submissionOf(id)).toMatchObject({ state: 'preparing', step: 'reads' });
    slow.clock.jump(1);
    expect(slow.clock.listenerCount).toBe(0);
    await pressed;
    expect(submissionOf(id)).toMatchObject(unread);
    expect(slow.requests()).toBe(0);
  });
});

describe('a difference that is found once more before sending', () => {
  test('stops it, and nothing is made', async () => {
    const id = exampleId();
    await tab.press(id, {
      choices: { rg: 'rg-new', rgIsNew: true },
      isStillSo: () => Promise.resolve(false),
    });
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'changed' });
    expect(tab.client.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  test('is not waited for longer than half a minute: what was read before counts', async () => {
    const id = exampleId();
    const pressed = tab.press(id, { isStillSo: () => new Promise(() => undefined) });
    await vi.waitFor(() => expect(tab.clock.listenerCount).toBe(1));
    tab.clock.jump(29_999);
    expect(submissionOf(id)).toMatchObject({ state: 'preparing', step: 'reads' });
    tab.clock.jump(1);
    await pressed;
    expect([submissionOf(id).state, tab.requests()]).toEqual(['accepted', 1]);
  });
});

describe('another draft with an open request for the same target', () => {
  const anotherWith = (submission: Submission) => {
    const other = exampleId();
    changeDraft(other, (draft) => ({ ...draft, asked: draft.choices, submission }));
    return other;
  };

  test('holds it back, until the person sends once more', async () => {
    anotherWith(sent);
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'sameTarget' });
    expect(tab.client.sent).toEqual([]);
    await tab.press(id, { onceMore: true });
    expect(submissionOf(id).state).toBe('accepted');
    expect(tab.requests()).toBe(1);
  });

  test('holds it back also after the person has opened it again, until it is discarded', async () => {
    const other = anotherWith(sent);
    openAgain(other);
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id)).toMatchObject({ heldBack: 'sameTarget' });
    discardDraft(other);
    await tab.press(id);
    expect(tab.requests()).toBe(1);
  });

  test.each<Submission>([
    { state: 'none' },
    { state: 'job', jobId: '/j', isAdopted: false },
    { state: 'refused', code: null, message: '', requestId: null },
  ])('does not where that is known: $state', async (submission) => {
    anotherWith(submission);
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id).state).toBe('accepted');
  });
});

describe('a second press after the person has opened the draft again', () => {
  test('has an ID of its own, keeps that of the first, and excludes the jobs that existed before the first', async () => {
    const id = exampleId();
    await tab.breaks({ kind: 'accepted-but-500' });
    await tab.press(id);
    openAgain(id);
    expect(submissionOf(id)).toEqual({ state: 'none' });
    tab.pass(60);
    await tab.press(id);
    const ids = tab.client.sent
      .filter(({ url }) => url.includes('/restore?'))
      .map(({ headers }) => headers['x-ms-client-request-id']);
    expect(new Set(ids).size).toBe(2);
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      clientRequestId: ids[1],
      earlier: [{ clientRequestId: ids[0] }],
      before: [],
    });
    expect(storedDraft(id).earlier).toMatchObject({ clientRequestId: ids[0] });
    expect(await tab.restoresMade()).toBe(2);
  });

  test('has no list of jobs before it where the first had none: the job of the first may be in it', async () => {
    const id = exampleId();
    await tab.breaks({ kind: 'accepted-but-500' });
    await tab.press(id, { withoutJobs: true });
    openAgain(id);
    tab.pass(60);
    await tab.press(id);
    expect(submissionOf(id).state).toBe('accepted');
    expect(submissionOf(id)).not.toHaveProperty('before');
  });
});

describe('a tab that was closed', () => {
  const preparing: Submission = {
    state: 'preparing',
    clientRequestId: 'c',
    sentAt: 1,
    step: 'group',
  };

  test('before its request left: the draft says that nothing left, and is open', () => {
    const id = exampleId();
    changeDraft(id, (draft) => ({ ...draft, submission: preparing }));
    closedEarly(id);
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'closed' });
  });

  test.each<Submission>([
    { ...sent, state: 'sending' },
    sent,
    { state: 'none' },
    { state: 'job', jobId: '/j', isAdopted: true },
  ])('afterwards: the draft does not mention it: $state', (submission) => {
    const id = exampleId();
    changeDraft(id, (draft) => ({ ...draft, submission }));
    closedEarly(id);
    expect(submissionOf(id)).toEqual(submission);
  });
});

describe('what comes before the request', () => {
  const group = { subscriptionId: SUB, name: 'rg-new' };
  const sending = (more: Partial<Sending>): Sending => ({
    pressed: {
      choices: newDraft('', 0, EXAMPLE_CHOICES).choices,
      planned: null,
      nextSteps: undefined,
      plan: undefined,
    },
    targetOf: () => [],
    jobsNow: () => Promise.resolve([]),
    isStillSo: () => Promise.resolve(true),
    makeGroup: { ...group, run: () => Promise.resolve('created') },
    prepare: () => Promise.resolve(() => Promise.resolve(acceptedStart(armAnswer(202)))),
    ...more,
  });

  test('and fails after the group was made says that the group stays', async () => {
    const id = exampleId();
    const right = () => Promise.reject(new Error('no right to the point'));
    await sendOnce(id, sending({ prepare: right }));
    expect(submissionOf(id)).toMatchObject({
      state: 'notSent',
      isPrepared: false,
      message: 'Error: no right to the point',
    });
    const at = tab.clock.now();
    expect(storedDraft(id).madeGroups).toEqual([{ ...group, at, isSure: true }]);
  });

  test('and finds its group there already names none that was made', async () => {
    const id = exampleId();
    const existing = { ...group, name: 'rg-there', run: () => Promise.resolve('existed' as const) };
    await sendOnce(id, sending({ makeGroup: existing }));
    expect(submissionOf(id)).toMatchObject({ state: 'accepted', operation: null });
    expect(storedDraft(id).madeGroups).toBeUndefined();
  });

  test('of a draft that is discarded meanwhile starts nothing', async () => {
    const id = exampleId();
    const start = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
    const prepare = () => {
      discardDraft(id);
      return Promise.resolve(start);
    };
    await sendOnce(id, sending({ prepare }));
    expect(start).not.toHaveBeenCalled();
  });
});
