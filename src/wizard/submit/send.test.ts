import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { acceptedStart } from '#src/api/arm/operation.ts';
import { armAnswer, testArm } from '#src/api/arm/testing.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { createDraft, EXAMPLE_CHOICES, SUB } from '#src/datasources/azure-vm/testing.ts';
import { installClock, now, waitReal } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { submission as words } from '#src/strings/submission.ts';
import { isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { changeDraft, discardDraft, draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { anywayOf } from '#src/wizard/review/ReviewNotes.tsx';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { JOBS_READ_MS, MOST_READ_MS } from '#src/wizard/submit/latest-reads.ts';
import { type Sending, sendOnce } from '#src/wizard/submit/submit.ts';
import { lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import {
  exampleId,
  found,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';
import { closedEarly } from '#src/wizard/submit/under-way.ts';

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  installMachineClock();
});

const SPEEDS = [1, 10, 60, 3600] as const;

/** A press at a speed of the clock, of which a read hangs, and how it goes on in real time. */
async function slowPress(speed: number, press: () => Promise<void>) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const clock = fakeClock(0, speed);
  installClock(clock);
  const pressed = press();
  await vi.advanceTimersByTimeAsync(0);
  const after = async (realMs: number): Promise<void> => {
    clock.pass(realMs * speed);
    await vi.advanceTimersByTimeAsync(realMs);
  };
  return { pressed, after };
}

/** Of the requests that start a restore, in the order in which they left. */
const restoreIds = () =>
  tab.client.sent
    .filter(({ url }) => url.includes('/restore?'))
    .map(({ headers }) => headers['x-ms-client-request-id']);
const counted = async () => [tab.requests(), await tab.restoresMade()];

describe('a restore that is accepted', () => {
  test('was stored as prepared, then as being sent before it left, then as accepted', async () => {
    const id = exampleId();
    await tab.press(id);
    expect(tab.reached).toEqual(['GET backupJobs: preparing reads', 'POST restore: sending']);
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      sentAt: tab.clock.now(),
      clientRequestId: restoreIds()[0],
      before: [],
      operation: { pollKind: 'status', retryAfterMs: 60_000 },
    });
    expect(tab.storage.entries.get(ownName(`draft.${id}`))).toContain('"state":"accepted"');
    expect(await counted()).toEqual([1, 1]);
  });

  test('keeps the choices as they were confirmed', async () => {
    const id = exampleId();
    await tab.press(id, { choices: { rg: 'testRG' } });
    expect(storedDraft(id).asked).toMatchObject({ rg: 'testRG', option: 'restoreDisks' });
  });

  test('makes its new group first, and the group only once', async () => {
    const id = exampleId();
    await tab.press(id, { choices: { rg: 'rg-new', rgIsNew: true } });
    expect(tab.reached).toEqual([
      'GET backupJobs: preparing reads',
      'HEAD rg-new: preparing group',
      'PUT rg-new: preparing group',
      'POST restore: sending',
    ]);
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedDraft(id).madeGroups).toEqual([
      { subscriptionId: SUB, name: 'rg-new', at: tab.clock.now(), isSure: true },
    ]);
    expect((await tab.azure.azure.state()).groups).toContainEqual({
      subscriptionId: SUB,
      name: 'rg-new',
      location: 'westus',
    });
  });
});

describe('one press is one request', () => {
  test.each([
    ['answer-lost', 1],
    ['accepted-but-500', 1],
    ['drop', 0],
  ] as const)('after %s it is lost, and nothing is sent again', async (kind, restores) => {
    await tab.breaks({ kind });
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id)).toMatchObject({ state: 'lost', clientRequestId: restoreIds()[0] });
    await tab.press(id);
    expect(await counted()).toEqual([1, restores]);
  });

  test.each([500, 503] as const)('an answer of %i may hide accepted work: lost', async (status) => {
    await tab.breaks({ kind: 'status', status });
    const id = exampleId();
    await tab.press(id);
    expect(submissionOf(id).state).toBe('lost');
    expect(tab.requests()).toBe(1);
  });

  test('also when it is pressed twice at once', async () => {
    const id = exampleId();
    await Promise.all([tab.press(id), tab.press(id)]);
    expect(await counted()).toEqual([1, 1]);
    expect(submissionOf(id).state).toBe('accepted');
  });

  test.each([
    { state: 'preparing', clientRequestId: 'c', sentAt: 1, step: 'reads' },
    { state: 'sending', clientRequestId: 'c', sentAt: 1 },
    { state: 'accepted', clientRequestId: 'c', sentAt: 1, operation: null },
    { state: 'lost', clientRequestId: 'c', sentAt: 1 },
    { state: 'job', jobId: '/j', isAdopted: false },
  ] as const)(
    'also when another tab has pressed, and this one has not heard, which it then says: $state',
    async (submission) => {
      const id = exampleId();
      const key = ownName(`draft.${id}`);
      const text = JSON.stringify({ ...storedDraft(id), submission });
      tab.storage.entries.set(key, text);
      expect(submissionOf(id).state).toBe('none');
      await tab.press(id);
      expect(tab.client.sent).toEqual([]);
      expect(tab.storage.entries.get(key)).toBe(text);
      expect(submissionOf(id)).toEqual(submission);
    },
  );

  test.each(['full', 'forbidden'] as const)('also where storage is %s', async (how) => {
    tab.storage.become(how);
    const id = exampleId();
    await tab.press(id);
    await tab.press(id);
    expect(await counted()).toEqual([1, 1]);
    expect(submissionOf(id).state).toBe('accepted');
  });

  test('while another tab holds the draft this one looks at what that stores, and says it', async () => {
    const id = exampleId();
    const submission = { state: 'sending', clientRequestId: 'theirs', sentAt: 1 };
    const request = (_: string, __: object, task: (lock: null) => unknown) => {
      const text = JSON.stringify({ ...storedDraft(id), submission });
      tab.storage.entries.set(ownName(`draft.${id}`), text);
      return task(null);
    };
    vi.stubGlobal('navigator', { onLine: true, locks: { request } });
    await tab.press(id);
    expect(tab.client.sent).toEqual([]);
    expect(submissionOf(id)).toEqual(submission);
  });
});

describe('a press on a draft that is not as its page shows it', () => {
  const listener = vi.fn<() => void>();
  const pressed = async (id: string) => {
    listener.mockClear();
    const stop = onDraftChange(listener);
    await tab.press(id);
    stop();
    expect(tab.client.sent).toEqual([]);
    expect(listener).toHaveBeenCalled();
  };

  test('reads again what is stored, and tells the page', async () => {
    const id = createDraft({});
    const text = '{"version":99}';
    tab.storage.entries.set(ownName(`draft.${id}`), text);
    expect(draftState(id).draft.ok).toBe(true);
    await pressed(id);
    const reason = { kind: 'otherVersion', version: 99, text };
    expect(draftState(id).draft).toEqual({ ok: false, reason });
  });

  test('tells it also where there is none', async () => {
    await pressed('nobody');
    expect(draftState('nobody').draft).toEqual({ ok: false, reason: { kind: 'missing' } });
  });
});

/** The looks of the page after a refusal. */
const looked = (id: string) => lookedAfterRefusal(id, async () => found(tab, id), tab.pass);

describe('a restore that Azure refuses', () => {
  test.each([401, 403, 404, 409, 412] as const)(
    'by %i is kept as refused, and may be sent again under another id',
    async (status) => {
      await tab.breaks({ kind: 'status', status });
      const id = exampleId();
      await tab.press(id);
      // Closed until its job was looked for.
      expect(submissionOf(id)).toMatchObject({ state: 'lost', answer: { status } });
      expect(isSent(submissionOf(id))).toBe(true);
      await looked(id);
      const refused = submissionOf(id);
      expect(refused).toMatchObject({ state: 'refused', lookedAt: now() });
      expect(isSent(refused)).toBe(false);
      await tab.press(id);
      expect(submissionOf(id).state).toBe('accepted');
      expect(new Set(restoreIds()).size).toBe(2);
      expect(await counted()).toEqual([2, 1]);
    },
  );

  test('has an id of its own, and keeps that of an earlier request as long as that is open', async () => {
    const id = exampleId();
    const earlier = { clientRequestId: 'first', sentAt: 1, before: ['/jobs/old'] };
    changeDraft(id, (draft) => ({ ...draft, earlier }));
    await tab.breaks({ kind: 'status', status: 409 });
    await tab.press(id);
    await looked(id);
    expect(submissionOf(id).state).toBe('refused');
    await tab.press(id);
    expect(new Set(['first', ...restoreIds()]).size).toBe(3);
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      clientRequestId: restoreIds()[1],
      // The refused one, too: its job may be listed late.
      earlier: [{ clientRequestId: restoreIds()[0] }, { clientRequestId: 'first', sentAt: 1 }],
      before: ['/jobs/old'],
    });
  });

  test('by 429 is refused once its job was looked for', async () => {
    await tab.breaks({ kind: 'throttle', retryAfterSeconds: 20 });
    const id = exampleId();
    await tab.press(id);
    await looked(id);
    expect(submissionOf(id)).toMatchObject({
      state: 'refused',
      code: 'SubscriptionRequestsThrottled',
    });
    expect(tab.requests()).toBe(1);
  });

  test('says which group was made for it', async () => {
    await tab.breaks({ kind: 'status', status: 409 });
    const id = exampleId();
    await tab.press(id, { choices: { rg: 'rg-new', rgIsNew: true } });
    await looked(id);
    expect(submissionOf(id).state).toBe('refused');
    expect(storedDraft(id).madeGroups).toMatchObject([{ name: 'rg-new', isSure: true }]);
  });

  test('because the group could not be created was never sent', async () => {
    await tab.breaks({ kind: 'status', status: 403 }, 'groups.create');
    const id = exampleId();
    // The group is looked for a second time after a pause.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pressed = tab.press(id, { choices: { rg: 'rg-new', rgIsNew: true } });
    await vi.advanceTimersByTimeAsync(20_000);
    await pressed;
    const notSent = submissionOf(id);
    expect(notSent).toMatchObject({
      state: 'notSent',
      code: 'AuthorizationFailed',
      isPrepared: false,
    });
    expect(storedDraft(id).madeGroups).toEqual([]);
    expect(tab.requests()).toBe(0);
  });
});

test('a restore without a token is kept as not sent, and may be sent again', async () => {
  const signedOut = testArm(async (request) => tab.azure.azure.fetch(request), {
    getToken: () => Promise.reject(new Error('signed out')),
  });
  const id = exampleId();
  await tab.press(id, { arm: signedOut });
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', isPrepared: true, isSignedOut: true });
  expect(signedOut.sent).toEqual([]);
  await tab.press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
  expect(await tab.restoresMade()).toBe(1);
});

test('a restore whose token is not taken already by the reads before it is not sent', async () => {
  await tab.breaks({ kind: 'status', status: 401 }, 'jobs.list');
  const id = exampleId();
  await tab.press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', isSignedOut: true });
  expect(tab.requests()).toBe(0);
});

test('one that cannot be judged once more is not sent, and not left on its way', async () => {
  const id = exampleId();
  await tab.press(id, { isStillSo: () => Promise.reject(new Error('broken')) });
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', message: 'Error: broken' });
  expect(tab.requests()).toBe(0);
});

test('a restore without a connection is not sent, and not lost', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const id = exampleId();
  await tab.press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', isSignedOut: false });
  expect(tab.requests()).toBe(0);
});

test('a restore whose token Azure does not take is refused, and sent once', async () => {
  await tab.breaks({ kind: 'challenge' });
  const id = exampleId();
  await tab.press(id);
  await looked(id);
  expect(submissionOf(id)).toMatchObject({ state: 'refused', isSignedOut: true });
  expect(tab.requests()).toBe(1);
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

  test.each(SPEEDS)('hold it back after ten real seconds at ×%i, and not before', async (speed) => {
    const never = new Promise<Response>(() => undefined);
    const slow = sendingTab(0, (request, passOn) =>
      request.url.includes('/backupJobs?') ? never : passOn(),
    );
    vi.stubGlobal('localStorage', slow.storage.area);
    const id = exampleId();
    const end = await slowPress(speed, () => slow.press(id));
    await end.after(JOBS_READ_MS - 1);
    expect(submissionOf(id)).toMatchObject({ state: 'preparing', step: 'reads' });
    await end.after(1);
    expect(submissionOf(id)).toMatchObject({ ...unread, heldBack: 'jobsLate' });
    expect(words.heldBack.jobsLate).toContain(`${JOBS_READ_MS / 1000} seconds`);
    expect(slow.requests()).toBe(0);
  });

  test('that come late at ×3600 hold nothing back', async () => {
    const slow = sendingTab(0, async (request, passOn) => {
      if (request.url.includes('/backupJobs?')) await waitReal(JOBS_READ_MS - 1000);
      return passOn();
    });
    vi.stubGlobal('localStorage', slow.storage.area);
    const id = exampleId();
    const end = await slowPress(3600, () => slow.press(id));
    await end.after(JOBS_READ_MS - 1000);
    vi.useRealTimers();
    await end.pressed;
    expect([submissionOf(id).state, slow.requests()]).toEqual(['accepted', 1]);
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

  const isStillSo = () => new Promise<boolean>(() => undefined);

  test.each(SPEEDS)(
    'is waited for half a real minute at ×%i; unread it holds the request back',
    async (speed) => {
      const id = exampleId();
      const end = await slowPress(speed, () => tab.press(id, { isStillSo }));
      await end.after(MOST_READ_MS - 1);
      expect(submissionOf(id)).toMatchObject({ state: 'preparing', step: 'reads' });
      await end.after(1);
      expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'changesLate' });
      expect(words.heldBack.changesLate).toContain(`${MOST_READ_MS / 1000} seconds`);
      expect(tab.requests()).toBe(0);
    },
  );

  test('is sent without by a decision, which stays beside the next one', async () => {
    await tab.breaks({ kind: 'status', status: 403 }, 'jobs.list');
    const id = exampleId();
    await tab.press(id, { isStillSo, unchecked: true });
    const heldBack = submissionOf(id);
    expect(heldBack).toMatchObject({ heldBack: 'jobsUnread', without: { unchecked: true } });
    if (heldBack.state !== 'notSent') throw new Error(heldBack.state);
    const both = { withoutJobs: true, withoutUnread: true, unchecked: true };
    expect(anywayOf(heldBack)).toEqual(both);
    await tab.press(id, { isStillSo, ...both });
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
