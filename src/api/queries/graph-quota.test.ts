import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { findProtectedItems, listInstancePage } from '#src/api/recovery-services/items.ts';
import { findVaults } from '#src/api/recovery-services/vaults.ts';
import { listSubscriptions } from '#src/api/resources/places.ts';
import { type Clock, installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';

const machineClock: Clock = {
  now: () => instant(Date.now()),
  realDelayMs: (ms) => ms,
  onJump: () => () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-06-05T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  installClock(machineClock);
});

/** An Azure that is strict about the quota, on the clock of the page, and what it answered. */
function strictAzure() {
  const { azure } = testAzure('strict-quota', {
    clock: { now: machineClock.now, set: () => undefined, add: () => undefined },
  });
  const statuses: number[] = [];
  const it = testArm(async (request) => {
    const given = await azure.fetch(request);
    statuses.push(given.status);
    return given;
  });
  return { ...it, statuses };
}

/** Moves the clock on until something is so: a busy machine may come to an answer only later. */
async function advanceUntil(isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await vi.advanceTimersByTimeAsync(1000);
  await advanceUntil(isSo);
}

const ALL = { filter: EVERYTHING, order: BY_NAME, start: { skip: 0 }, top: 100 } as const;

test('lists, search and overview together never run into a refusal', async () => {
  const { arm, statuses } = strictAzure();
  const all = Array.from({ length: 12 }, () => [
    listInstancePage(arm, ALL),
    findProtectedItems(arm, ['app'], 5),
    findVaults(arm, ['app'], 5),
    countJobs(arm),
  ]).flat();
  await advanceUntil(() => statuses.length === all.length);
  await Promise.all(all);
  expect(statuses).toHaveLength(48);
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('does not send a query that was aborted while it waited', async () => {
  const { arm, sent } = strictAzure();
  const first = Array.from({ length: 15 }, () => countJobs(arm));
  const leaving = new AbortController();
  const late = findVaults(arm, ['app'], 5, leaving.signal).catch(() => 'left');
  await vi.advanceTimersByTimeAsync(1000);
  leaving.abort();
  expect(await late).toBe('left');
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all(first);
  expect(sent).toHaveLength(15);
});

test('a new visit knows nothing of the questions of the last one', async () => {
  const { arm, sent } = strictAzure();
  const questions = Array.from({ length: 15 }, () => countJobs(arm));
  await vi.advanceTimersByTimeAsync(10);
  const before = sent.length;
  questions.push(countJobs(arm));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toHaveLength(before);
  resetPageState();
  questions.push(countJobs(arm));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toHaveLength(before + 1);
  await vi.advanceTimersByTimeAsync(20_000);
  await Promise.all(questions);
});

test('what is no question to Resource Graph never waits', async () => {
  const { arm } = strictAzure();
  const questions = Promise.all(Array.from({ length: 20 }, () => countJobs(arm)));
  expect(await listSubscriptions(arm)).not.toEqual([]);
  await vi.advanceTimersByTimeAsync(15_000);
  await questions;
});

test('while the clock stands still nothing waits for a window that never ends', async () => {
  const { azure } = testAzure('default');
  installClock({ ...machineClock, now: () => instant(0), realDelayMs: () => Infinity });
  const { arm, sent } = testArm(azure.fetch);
  await Promise.all(Array.from({ length: 20 }, () => countJobs(arm)));
  expect(sent).toHaveLength(20);
});
