import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  type PollRequest,
  MOST_A_MINUTE,
  MOST_SHARED,
  MOST_UNDER_WAY,
  nextScheduled,
  PAUSE_MS,
} from '#src/lib/poll-schedule.ts';

const NOW = instant(1_749_091_440_000);
const ago = (ms: number) => instant(NOW - ms);
const NONE = { startedAt: [], underWay: 0 };
const shared = (readAt: number | null): PollRequest => ({
  readAt: readAt === null ? null : ago(readAt),
  isUrgent: false,
});
const urgent: PollRequest = { readAt: ago(1), isUrgent: true };

test('without waiting readers there are no reads', () => {
  expect(nextScheduled([], NONE, NOW)).toBeNull();
});

test('first what a person waits for, then what was never read, then what was read longest ago', () => {
  const order = [urgent, shared(null), shared(9000), shared(5000)];
  for (let left = order; left.length > 0; left = left.slice(1)) {
    expect(nextScheduled(left.toReversed(), NONE, NOW)?.one).toBe(left[0]);
  }
});

test('a second read keeps its distance from the one before, a first one does not', () => {
  const soFar = { startedAt: [ago(200)], underWay: 1 };
  expect(nextScheduled([shared(15_000)], soFar, NOW)?.inMs).toBe(PAUSE_MS - 200);
  expect(nextScheduled([shared(null)], soFar, NOW)?.inMs).toBe(0);
  expect(nextScheduled([urgent], soFar, NOW)?.inMs).toBe(0);
});

test('while as many are on their way as may be, only the urgent go', () => {
  const soFar = { startedAt: [], underWay: MOST_UNDER_WAY };
  expect(nextScheduled([shared(null)], soFar, NOW)?.inMs).toBe(Infinity);
  expect(nextScheduled([urgent], soFar, NOW)?.inMs).toBe(0);
});

test('what followed jobs leave is kept for what a person asks for', () => {
  const startedAt = Array.from({ length: MOST_SHARED }, (_, at) => ago(59_000 - at));
  expect(nextScheduled([shared(null)], { startedAt, underWay: 0 }, NOW)?.inMs).toBe(1000);
  expect(nextScheduled([urgent], { startedAt, underWay: 0 }, NOW)?.inMs).toBe(0);
});

test('even a person waits for the end of a minute that is used up', () => {
  const startedAt = Array.from({ length: MOST_A_MINUTE }, (_, at) => ago(58_000 - at));
  expect(nextScheduled([urgent], { startedAt, underWay: 0 }, NOW)?.inMs).toBe(2000);
});

test('a clock that was put back keeps no reader waiting', () => {
  const startedAt = Array.from({ length: MOST_A_MINUTE }, () => instant(NOW + 3_600_000));
  expect(nextScheduled([urgent], { startedAt, underWay: 0 }, NOW)?.inMs).toBe(0);
});

interface Followed {
  readAt: number | null;
  readonly isUrgent: boolean;
  reads: number[];
}

/** Everything is due `everyMs` after its latest read, for so many minutes. */
function follow(many: number, few: number, everyMs: number, minutes: number): Followed[] {
  const all: Followed[] = [
    ...Array.from({ length: many }, () => ({ readAt: null, isUrgent: false, reads: [] })),
    ...Array.from({ length: few }, () => ({ readAt: null, isUrgent: true, reads: [] })),
  ];
  const startedAt: number[] = [];
  for (let at = NOW + 0; at < NOW + minutes * 60_000;) {
    const due = all.filter(({ readAt }) => readAt === null || at - readAt >= everyMs);
    const waiting = due.map(({ readAt, isUrgent }, index) => ({
      index,
      readAt: readAt === null ? null : instant(readAt),
      isUrgent,
    }));
    const soFar = { startedAt: startedAt.map((one) => instant(one)), underWay: 0 };
    const next = nextScheduled(waiting, soFar, instant(at));
    const one = next === null ? undefined : due[next.one.index];
    if (next === null || next.inMs > 0 || one === undefined) {
      at += Math.max(1, Math.min(next?.inMs ?? 250, 250));
      continue;
    }
    one.readAt = at;
    one.reads.push(at);
    startedAt.push(at);
  }
  return all;
}

test('in no minute there are more reads than allowed, and every request gets its read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1000, max: 30_000 }),
      (many, few, everyMs) => {
        // Urgent ones that take it all would leave nothing: they poll as a page does.
        const all = follow(many, few, Math.max(everyMs, 15_000 * Math.min(few, 1)), 4);
        const reads = all.flatMap((one) => one.reads).toSorted((a, b) => a - b);
        for (const [index, at] of reads.entries()) {
          const end = reads[index + MOST_A_MINUTE];
          expect(end === undefined || end - at >= 60_000).toBe(true);
        }
        for (const { reads: own } of all) expect(own.length).toBeGreaterThan(0);
        const counts = all.filter((one) => !one.isUrgent).map((one) => one.reads.length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});
