import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import { type FakeStorage, fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { EXAMPLE_CHOICES, exampleView, SUB } from '#src/wizard/draft/testing.ts';
import { type PlannedRestore, plannedRestore } from '#src/wizard/submit/request.ts';
import { sendRestore } from '#src/wizard/submit/send.ts';

let storage: FakeStorage;
let azure: TestAzure;
let client: TestArm;
/** What was stored at the moment when each request reached Azure. */
let storedAt: string[];

beforeEach(() => {
  storage = fakeStorage();
  storedAt = [];
  vi.stubGlobal('localStorage', storage.area);
  installClock(fakeClock(1_000_000, 1_000_000));
  azure = testAzure('document');
  client = testArm(async (request) => {
    storedAt.push(storedState());
    return azure.azure.fetch(request);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const storedState = (): string => {
  const [text = '{}'] = storage.entries.values();
  return /"submission":\{"state":"(\w+)"/.exec(text)?.[1] ?? '';
};

function planOf(choices: Parameters<typeof exampleView>[0] = {}): PlannedRestore {
  const plan = plannedRestore(exampleView(choices));
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
}

const breaks = (effect: FaultEffect, operation = 'restores.trigger') =>
  azure.azure.append([
    { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
  ]);

function submissionOf(id: string): Submission {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return draft.value.submission;
}

const restoresSent = () => client.sent.filter(({ url }) => url.includes('/restore?')).length;
const jobsMade = async () => (await azure.azure.state()).jobs.length;
const clientRequestIds = () => client.sent.map(({ headers }) => headers['x-ms-client-request-id']);

describe('a restore that is accepted', () => {
  test('was stored as being sent before anything left, and as accepted afterwards', async () => {
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf());
    expect(storedAt).toEqual(['sending']);
    expect(storedState()).toBe('accepted');
    expect(submissionOf(id)).toMatchObject({
      state: 'accepted',
      sentAt: 1_000_000,
      clientRequestId: clientRequestIds()[0],
      operation: { pollKind: 'status', retryAfterMs: 60_000 },
    });
    expect(await jobsMade()).toBe(1);
  });

  test('makes its new group first, and the group only once', async () => {
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf({ rg: 'rg-new', rgIsNew: true }));
    expect(client.sent.map(({ method }) => method)).toEqual(['HEAD', 'PUT', 'POST']);
    expect(storedAt).toEqual(['sending', 'sending', 'sending']);
    expect((await azure.azure.state()).groups).toContainEqual({
      subscriptionId: SUB,
      name: 'rg-new',
      location: 'westus',
    });
  });

  test('whose addresses cannot be read is lost, and to be looked for', async () => {
    const blind = testArm(
      async (request) => new Response(null, { status: (await azure.azure.fetch(request)).status }),
    );
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(blind.arm, id, planOf());
    expect(submissionOf(id).state).toBe('lost');
    expect(await jobsMade()).toBe(1);
  });
});

describe('one press is one request', () => {
  test.each([
    ['answer-lost', 1],
    ['accepted-but-500', 1],
    ['drop', 0],
  ] as const)('after %s it is lost, and nothing is sent again', async (kind, jobs) => {
    await breaks({ kind });
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf());
    expect(submissionOf(id)).toMatchObject({
      state: 'lost',
      clientRequestId: clientRequestIds()[0],
    });
    await sendRestore(client.arm, id, planOf());
    expect(restoresSent()).toBe(1);
    expect(await jobsMade()).toBe(jobs);
  });

  test.each([500, 503] as const)('an answer of %i may hide accepted work: lost', async (status) => {
    await breaks({ kind: 'status', status });
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf());
    expect(submissionOf(id).state).toBe('lost');
    expect(restoresSent()).toBe(1);
  });

  test('also when it is pressed twice at once', async () => {
    const id = createDraft(EXAMPLE_CHOICES);
    await Promise.all([
      sendRestore(client.arm, id, planOf()),
      sendRestore(client.arm, id, planOf()),
    ]);
    expect(restoresSent()).toBe(1);
    expect(submissionOf(id).state).toBe('accepted');
  });

  test.each([
    { state: 'sending', clientRequestId: 'c', sentAt: 1 },
    { state: 'lost', clientRequestId: 'c', sentAt: 1 },
    { state: 'job', jobId: '/j', isAdopted: false },
  ] as const)(
    'also when another tab has pressed, and this one has not heard: $state',
    async (submission) => {
      const id = createDraft(EXAMPLE_CHOICES);
      const { draft } = draftState(id);
      const key = [...storage.entries.keys()][0] ?? '';
      storage.entries.set(key, JSON.stringify({ ...(draft.ok ? draft.value : {}), submission }));
      await sendRestore(client.arm, id, planOf());
      expect(client.sent).toEqual([]);
      expect(storage.entries.get(key)).toContain(JSON.stringify(submission));
    },
  );

  test('and none for a draft that is not there, which its page then says', async () => {
    vi.stubGlobal('window', new EventTarget());
    const heard = vi.fn<() => void>();
    const stop = onDraftChange(heard);
    await sendRestore(client.arm, 'nobody', planOf());
    stop();
    expect(client.sent).toEqual([]);
    expect(heard).toHaveBeenCalled();
  });

  test('and its answer is kept although somebody emptied the storage meanwhile', async () => {
    const id = createDraft(EXAMPLE_CHOICES);
    const emptied = testArm(async (request) => {
      storage.entries.clear();
      return azure.azure.fetch(request);
    });
    await sendRestore(emptied.arm, id, planOf());
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedState()).toBe('accepted');
  });

  test.each(['full', 'forbidden'] as const)('also where storage is %s', async (how) => {
    storage.become(how);
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf());
    await sendRestore(client.arm, id, planOf());
    expect(restoresSent()).toBe(1);
    expect(submissionOf(id).state).toBe('accepted');
  });
});

describe('a restore that Azure refuses', () => {
  test.each([401, 403, 404, 409, 412] as const)(
    'by %i is kept as refused, and may be sent again',
    async (status) => {
      await breaks({ kind: 'status', status });
      const id = createDraft(EXAMPLE_CHOICES);
      await sendRestore(client.arm, id, planOf());
      const refused = submissionOf(id);
      expect(refused.state).toBe('refused');
      expect(isSent(refused)).toBe(false);
      expect(JSON.stringify(refused)).not.toContain('clientRequestId');
      await sendRestore(client.arm, id, planOf());
      expect(submissionOf(id).state).toBe('accepted');
      expect(new Set(clientRequestIds()).size).toBe(2);
      expect(await jobsMade()).toBe(1);
    },
  );

  test('by 429 is refused: nothing was started', async () => {
    await breaks({ kind: 'throttle', retryAfterSeconds: 20 });
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf());
    expect(submissionOf(id)).toMatchObject({
      state: 'refused',
      code: 'SubscriptionRequestsThrottled',
    });
    expect(restoresSent()).toBe(1);
  });

  test('because the group could not be made was never asked for', async () => {
    await breaks({ kind: 'status', status: 403 }, 'groups.create');
    const id = createDraft(EXAMPLE_CHOICES);
    await sendRestore(client.arm, id, planOf({ rg: 'rg-new', rgIsNew: true }));
    expect(submissionOf(id)).toMatchObject({
      state: 'notSent',
      code: 'AuthorizationFailed',
      isPrepared: false,
    });
    expect(restoresSent()).toBe(0);
  });
});
