import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  AT_ONCE,
  isQuick,
  ofLastHour,
  paceOf,
  type PollRequest,
  type PollsSoFar,
  refusedUntil,
  type Allowance,
  UNUSED,
  MOST_A_MINUTE,
  MOST_SHARED,
  MOST_UNDER_WAY,
  nextScheduled,
  PAUSE_MS,
} from '#src/lib/poll-schedule.ts';

const NOW = instant(1_749_091_440_000);
const ago = (ms: number) => instant(NOW - ms);
const NONE: PollsSoFar = { startedAt: [], underWay: 0, allowances: new Map() };
const shared = (readAt: number | null): PollRequest => ({
  readAt: readAt === null ? null : ago(readAt),
  readFor: 'shared',
  allowance: null,
});
const open: PollRequest = { readAt: ago(1), readFor: 'open', allowance: null };

test('without waiting readers there are no reads', () => {
  expect(nextScheduled([], NONE, NOW)).toBeNull();
});

test('first what a person waits for, then what was never read, then what was read longest ago', () => {
  const order = [
    { ...open, readFor: 'press' as const },
    open,
    shared(null),
    shared(9000),
    shared(5000),
  ];
  for (let left = order; left.length > 0; left = left.slice(1)) {
    expect(nextScheduled(left.toReversed(), NONE, NOW)?.one).toBe(left[0]);
  }
});

test('a second read keeps its distance from the one before, a first one does not', () => {
  const soFar = { ...NONE, startedAt: [ago(200)], underWay: 1 };
  expect(nextScheduled([shared(15_000)], soFar, NOW)?.inMs).toBe(PAUSE_MS - 200);
  expect(nextScheduled([shared(null)], soFar, NOW)?.inMs).toBe(0);
  expect(nextScheduled([open], soFar, NOW)?.inMs).toBe(0);
});

test('while as many are on their way as may be, only the urgent go', () => {
  const soFar = { ...NONE, underWay: MOST_UNDER_WAY };
  expect(nextScheduled([shared(null)], soFar, NOW)?.inMs).toBe(Infinity);
  expect(nextScheduled([open], soFar, NOW)?.inMs).toBe(0);
});

test('what followed jobs leave is kept for what a person asks for', () => {
  const startedAt = Array.from({ length: MOST_SHARED }, (_, at) => ago(59_000 - at));
  expect(nextScheduled([shared(null)], { ...NONE, startedAt }, NOW)?.inMs).toBe(1000);
  expect(nextScheduled([open], { ...NONE, startedAt }, NOW)?.inMs).toBe(0);
});

test('even a person waits for the end of a minute that is used up', () => {
  const startedAt = Array.from({ length: MOST_A_MINUTE }, (_, at) => ago(58_000 - at));
  expect(nextScheduled([open], { ...NONE, startedAt }, NOW)?.inMs).toBe(2000);
});

test('a clock that was put back keeps no reader waiting', () => {
  const startedAt = Array.from({ length: MOST_A_MINUTE }, () => instant(NOW + 3_600_000));
  expect(nextScheduled([open], { ...NONE, startedAt }, NOW)?.inMs).toBe(0);
});

interface Followed {
  readAt: number | null;
  readonly readFor: 'open' | 'shared';
  reads: number[];
}

/** Everything is due `everyMs` after its latest read, for so many minutes. */
function follow(many: number, few: number, everyMs: number, minutes: number): Followed[] {
  const all: Followed[] = [
    ...Array.from({ length: many }, () => ({
      readAt: null,
      readFor: 'shared' as const,
      reads: [],
    })),
    ...Array.from({ length: few }, () => ({ readAt: null, readFor: 'open' as const, reads: [] })),
  ];
  const startedAt: number[] = [];
  for (let at = NOW + 0; at < NOW + minutes * 60_000;) {
    const due = all.filter(({ readAt }) => readAt === null || at - readAt >= everyMs);
    const waiting = due.map(({ readAt, readFor }, index) => ({
      index,
      readAt: readAt === null ? null : instant(readAt),
      readFor,
      allowance: null,
    }));
    const soFar = { ...NONE, startedAt: startedAt.map((one) => instant(one)) };
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
        const counts = all
          .filter(({ readFor }) => readFor === 'shared')
          .map((one) => one.reads.length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});

const HOUR = 3_600_000;
const figure = (left: number, agoMs: number) => ({ at: ago(agoMs), left });
/** As many were read this moment as may be at once. */
const five = Array.from({ length: AT_ONCE }, () => NOW);
const full = [150, 120, 90, 60, 30].map((seconds) => figure(249, seconds * 1000));
/** What has to wait for an allowance, by for whom it is read. */
const waitOf = (allowance: Partial<Allowance>, readFor: PollRequest['readFor'], readAt = ago(1)) =>
  nextScheduled(
    [{ readAt, readFor, allowance: 'a' }],
    { ...NONE, allowances: new Map([['a', { ...UNUSED, ...allowance }]]) },
    NOW,
  )?.inMs;

test('five answers that agree, far enough apart, show a bucket that fills again', () => {
  const quick = (given: Partial<Allowance>) => isQuick({ ...UNUSED, ...given }, NOW);
  expect(quick({ figures: full })).toBe(true);
  expect(quick({ figures: [...full, figure(246, 5000)] })).toBe(true);
  expect(quick({ figures: full.slice(1) })).toBe(false);
  expect(quick({ figures: full.map(({ left }, at) => figure(left, 10_000 - at)) })).toBe(false);
  // A burst of one's own shows nothing, once it is known.
  expect(quick({ figures: [...full, figure(220, 5000)] })).toBe(true);
  // One far below, a fall that goes on, or a refusal: an hour that runs out.
  expect(quick({ figures: [...full, figure(190, 5000)] })).toBe(false);
  expect(quick({ figures: full.map(({ at }, index) => ({ at, left: 149 - index })) })).toBe(false);
  expect(quick({ figures: full, refused: { at: ago(60_000), until: ago(1) } })).toBe(false);
});

test('an open job is read less often the longer it runs, and each 20 seconds where Azure fills again', () => {
  const paces = [0, 5, 30, 90].map((minutes) => paceOf('open', minutes * 60_000, UNUSED, NOW));
  expect(paces).toEqual([30_000, 60_000, 150_000, 300_000]);
  expect(paceOf('open', 90 * 60_000, { ...UNUSED, figures: full }, NOW)).toBe(20_000);
  expect(paceOf('aside', 0, UNUSED, NOW)).toBe(900_000);
  expect(paceOf('hidden', 0, { ...UNUSED, figures: full }, NOW)).toBe(300_000);
});

test('of an hour that is nearly used only the open job is read, then nothing but for a press', () => {
  const at = (left: number) => ({ figures: [figure(149, HOUR / 2), figure(left, 60_000)] });
  expect(waitOf(at(60), 'open')).toBe(0);
  expect(waitOf(at(40), 'open')).toBe(0);
  expect(waitOf(at(40), 'shared')).toBe(9 * 60_000);
  expect(waitOf(at(14), 'open')).toBe(9 * 60_000);
  expect(waitOf(at(2), 'press')).toBe(0);
});

test('a refusal holds back all but a press until its end, and halves the hour', () => {
  const refused = { at: ago(60_000), until: instant(NOW + 90_000) };
  expect(waitOf({ refused }, 'open')).toBe(90_000);
  expect(waitOf({ refused }, 'shared')).toBe(90_000);
  expect(waitOf({ refused }, 'press')).toBe(0);
  expect(refusedUntil({ ...UNUSED, refused }, NOW)).toBe(refused.until);
  expect(refusedUntil({ ...UNUSED, refused }, refused.until)).toBeNull();
  const over = { at: ago(120_000), until: ago(1) };
  expect(waitOf({ refused: over, sharedAt: five }, 'shared')).toBe(HOUR / 30);
  expect(waitOf({ refused: over }, 'open')).toBe(0);
});

test('beside an open job the others leave it its reads, and have at least half of them all', () => {
  expect(waitOf({ sharedAt: five }, 'shared')).toBe(HOUR / 60);
  expect(waitOf({ sharedAt: five.slice(1) }, 'shared')).toBe(0);
  const open30 = { at: ago(1000), ageMs: 30 * 60_000 };
  expect(waitOf({ sharedAt: five, open: open30 }, 'shared')).toBe(HOUR / (60 - 24));
  expect(waitOf({ sharedAt: five, open: { ...open30, ageMs: 0 } }, 'shared')).toBe(HOUR / 30);
  // One that is open no more takes nothing.
  const before = { ...open30, at: ago(7 * 60_000) };
  expect(waitOf({ sharedAt: five, open: before }, 'shared')).toBe(HOUR / 60);
});

test('what no screen waits for is read as long as the hour has a quarter left', () => {
  const reads = (count: number) => Array.from({ length: count }, () => ago(60_000));
  expect(waitOf({ startedAt: reads(44), sharedAt: five }, 'quiet')).toBe(0);
  expect(waitOf({ startedAt: reads(45) }, 'quiet')).toBe(HOUR - 60_000);
});

test('after a while without any, five are read at once, and then one after the other', () => {
  const late = [9, 8, 7, 6, 0].map((minutes) => ago(minutes * 60_000));
  expect(waitOf({ sharedAt: late }, 'shared')).toBe(0);
  expect(waitOf({ sharedAt: late.map((at) => instant(at + 9 * 60_000 - 1)) }, 'shared')).toBe(0);
  expect(waitOf({ sharedAt: five }, 'shared')).toBe(60_000);
});

test('a clock that jumped forgets what is of another time', () => {
  const future = instant(NOW + HOUR);
  const odd = {
    startedAt: [future],
    sharedAt: five.map(() => future),
    figures: [{ at: future, left: 0 }],
    open: null,
  };
  const refused = { at: future, until: instant(NOW + 2 * HOUR) };
  expect(ofLastHour({ ...odd, refused }, NOW)).toEqual(UNUSED);
  expect(waitOf({ ...odd, refused }, 'shared')).toBe(0);
});
