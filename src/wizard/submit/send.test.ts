import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeDraft, draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import { SUB } from '#src/datasources/azure-vm/testing.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';
import { ownName } from '#src/lib/owner.ts';

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

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

describe('a restore that Azure refuses', () => {
  test.each([401, 403, 404, 409, 412] as const)(
    'by %i is kept as refused, and may be sent again under another id',
    async (status) => {
      await tab.breaks({ kind: 'status', status });
      const id = exampleId();
      await tab.press(id);
      const refused = submissionOf(id);
      expect(refused.state).toBe('refused');
      expect(isSent(refused)).toBe(false);
      expect(JSON.stringify(refused)).not.toContain('clientRequestId');
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
    expect(submissionOf(id).state).toBe('refused');
    await tab.press(id);
    expect(new Set(['first', ...restoreIds()]).size).toBe(3);
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      clientRequestId: restoreIds()[1],
      earlier: [{ clientRequestId: 'first', sentAt: 1 }],
      before: ['/jobs/old'],
    });
  });

  test('by 429 is refused: nothing was started', async () => {
    await tab.breaks({ kind: 'throttle', retryAfterSeconds: 20 });
    const id = exampleId();
    await tab.press(id);
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
    expect(submissionOf(id).state).toBe('refused');
    expect(storedDraft(id).madeGroups).toMatchObject([{ name: 'rg-new', isSure: true }]);
  });

  test('because the group could not be created was never sent', async () => {
    await tab.breaks({ kind: 'status', status: 403 }, 'groups.create');
    const id = exampleId();
    await tab.press(id, { choices: { rg: 'rg-new', rgIsNew: true } });
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
