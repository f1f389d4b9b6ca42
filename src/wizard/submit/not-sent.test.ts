import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

test('a restore without a token is kept as not sent, and may be sent again', async () => {
  const signedOut = testArm(async (request) => tab.azure.azure.fetch(request), {
    getToken: () => Promise.reject(new Error('signed out')),
  });
  const id = exampleId();
  await tab.press(id, { arm: signedOut });
  expect(submissionOf(id)).toMatchObject({
    state: 'notSent',
    isPrepared: true,
    isSignedOut: true,
  });
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
  expect(submissionOf(id)).toMatchObject({ state: 'refused', isSignedOut: true });
  expect(tab.requests()).toBe(1);
});
