import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
import { EXAMPLE_CHOICES, exampleView } from '#src/wizard/draft/testing.ts';
import { type PlannedRestore, plannedRestore } from '#src/wizard/submit/request.ts';
import { sendRestore } from '#src/wizard/submit/send.ts';

let azure: TestAzure;
let client: TestArm;
beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage().area);
  azure = testAzure('document');
  client = testArm(async (request) => azure.azure.fetch(request));
});
afterEach(() => void vi.unstubAllGlobals());

function planOf(): PlannedRestore {
  const plan = plannedRestore(exampleView());
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
}

const submissionOf = (id: string) => {
  const { draft } = draftState(id);
  return draft.ok ? draft.value.submission : null;
};

test('a restore without a token is kept as not sent, and may be sent again', async () => {
  const signedOut = testArm(async (request) => azure.azure.fetch(request), {
    getToken: () => Promise.reject(new Error('signed out')),
  });
  const id = createDraft(EXAMPLE_CHOICES);
  await sendRestore(signedOut.arm, id, planOf());
  expect(submissionOf(id)).toMatchObject({
    state: 'notSent',
    isPrepared: true,
    isSignedOut: true,
  });
  expect(signedOut.sent).toEqual([]);
  await sendRestore(client.arm, id, planOf());
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
  expect((await azure.azure.state()).jobs).toHaveLength(1);
});

test('a restore without a connection is not sent, and not lost', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const id = createDraft(EXAMPLE_CHOICES);
  await sendRestore(client.arm, id, planOf());
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', isSignedOut: false });
  expect(client.sent).toEqual([]);
});

test('a restore whose token Azure does not take is refused, and sent once', async () => {
  const fault = {
    id: 'f',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'challenge' },
  } as const;
  await azure.azure.append([{ type: 'fault-added', at: 0, fault }]);
  const id = createDraft(EXAMPLE_CHOICES);
  await sendRestore(client.arm, id, planOf());
  expect(submissionOf(id)).toMatchObject({ state: 'refused', isSignedOut: true });
  expect(client.sent).toHaveLength(1);
});
