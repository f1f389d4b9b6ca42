import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAnswer, afterQuestion, delayOf, type Quota } from '#src/api/resource-graph/quota.ts';
import { instant } from '#src/lib/time.ts';

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
