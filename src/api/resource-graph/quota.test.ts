import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { findProtectedItems, listInstancePage } from '#src/api/recovery-services/items.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { findVaults } from '#src/api/recovery-services/vaults.ts';
import { afterAnswer, afterQuestion, delayOf, type Quota } from '#src/api/resource-graph/quota.ts';
import { listSubscriptions } from '#src/api/resources/places.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';

const at = (ms: number) => instant(ms);
const quota = (left: number, more: Partial<Quota> = {}): Quota => ({
  left,
  resetsAt: at(5000),
  lastAt: at(1000),
  isReported: true,
  ...more,
});

describe('a question', () => {
  test('waits for nothing while nothing is known, or much is left', () => {
    expect(delayOf(null, at(0))).toBe(0);
    expect(delayOf(quota(4), at(1000))).toBe(0);
    expect(delayOf(quota(0), at(5000))).toBe(0);
  });

  test('is spread over what is left of the window when little is left', () => {
    expect(delayOf(quota(3), at(1000))).toBe(1000);
    expect(delayOf(quota(1), at(1000))).toBe(2000);
    expect(delayOf(quota(1), at(2500))).toBe(500);
    expect(delayOf(quota(1), at(4000))).toBe(0);
  });

  test('waits for the reset when nothing is left', () => {
    expect(delayOf(quota(0), at(1000))).toBe(4000);
  });

  test('knows nothing of a window whose clock was put back', () => {
    expect(delayOf(quota(0, { lastAt: at(4000) }), at(3000))).toBe(0);
    expect(afterQuestion(quota(0, { lastAt: at(4000) }), at(3000))).toMatchObject({ left: 14 });
  });

  test('starts a window of its own when the last one is over', () => {
    expect(afterQuestion(null, at(0))).toEqual({
      left: 14,
      resetsAt: 5000,
      lastAt: 0,
      isReported: false,
    });
    expect(afterQuestion(quota(0), at(6000))).toMatchObject({
      left: 14,
      resetsAt: 11_000,
      lastAt: 6000,
    });
    expect(afterQuestion(quota(9), at(2000))).toMatchObject({
      left: 8,
      resetsAt: 5000,
      lastAt: 2000,
    });
  });
});

describe('an answer', () => {
  const quotaAnswer = (remaining: number, resetsInMs: number, underWay = 0) => ({
    remaining,
    resetsInMs,
    underWay,
  });

  test('says what is left, less what is on its way', () => {
    expect(afterAnswer(quota(14), quotaAnswer(9, 4000, 2), at(1000))).toMatchObject({ left: 7 });
    expect(afterAnswer(quota(14), quotaAnswer(1, 4000, 2), at(1000))).toMatchObject({ left: 0 });
  });

  test('that was overtaken by a later one gives nothing back', () => {
    expect(afterAnswer(quota(5), quotaAnswer(9, 4000), at(1000))).toMatchObject({ left: 5 });
  });

  test('that is the first of its window is believed, be it more than is usual', () => {
    const guessed = quota(10, { isReported: false });
    expect(afterAnswer(guessed, quotaAnswer(140, 4000, 3), at(1000))).toMatchObject({ left: 137 });
  });

  test('of a later window counts for itself', () => {
    const after = afterAnswer(quota(0), quotaAnswer(13, 5000), at(4900));
    expect(after).toMatchObject({ left: 13, resetsAt: 9900 });
  });

  test('with nothing left that resets in no time asks for a second', () => {
    expect(afterAnswer(null, quotaAnswer(0, 0), at(1000))).toMatchObject({
      left: 0,
      resetsAt: 2000,
    });
  });
});

test('however fast questions come, no window has more of them than are answered', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(800), { minLength: 20, maxLength: 80 }), (pauses) => {
      let known: Quota | null = null;
      let used = 0;
      let resetsAt = 0;
      let ms = 0;
      for (const pause of pauses) {
        ms += pause;
        for (let wait = delayOf(known, at(ms)); wait > 0; wait = delayOf(known, at(ms))) ms += wait;
        // Azure's own count: a window starts with its first query.
        if (ms >= resetsAt) [used, resetsAt] = [0, ms + 5000];
        used += 1;
        expect(used).toBeLessThanOrEqual(15);
        known = afterQuestion(known, at(ms));
        const seconds = Math.ceil((resetsAt - ms) / 1000);
        const reported = { remaining: 15 - used, resetsInMs: seconds * 1000, underWay: 0 };
        known = afterAnswer(known, reported, at(ms));
      }
    }),
  );
});

describe('questions of a page', () => {
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
});
