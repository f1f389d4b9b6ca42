import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  axisOf,
  isWithin,
  type Lane,
  laneOf,
  laneOrder,
  rateSpansOf,
  stackedRates,
} from '#src/progress/live/axis.ts';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { type Observations, observe } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { GIB, job, MINUTE, START } from '#src/progress/testing.ts';

/** Restores in progress on one axis of time. */

/** A quarter of an hour. */
const BEGIN = START + MINUTE;
const at = (minute: number) => instant(BEGIN + minute * MINUTE);
const bytes = (gib: number, of = 100) => ({ transferred: gib * GIB, total: of * GIB });

/** A job read at some minutes after its start, and looked at so many minutes after the last. */
function read(
  reads: readonly (Partial<JobDetails> & { readonly minute: number })[],
  later = 0,
): JobAtMoment {
  let observations: Observations | null = null;
  let latest = job();
  let minute = 0;
  for (const { minute: then, ...more } of reads) {
    minute = then;
    latest = job({ startedAt: at(0), ...more });
    observations = observe(observations, latest, at(then));
  }
  const now = at(minute + later);
  const facts = { observations, past: [], sizeBytes: null };
  return { job: latest, progress: progressOf(latest, facts, now), facts, at: now };
}

const steady = [5, 6, 7, 8, 9, 10].map((minute) => ({ minute, bytes: bytes(minute * 2) }));

const lane = (more: Partial<Lane>): Lane => ({
  id: resourceId('job'),
  from: at(0),
  to: at(10),
  ready: null,
  usual: null,
  cancel: null,
  isStalled: false,
  ...more,
});

const ready = (low: number, high: number) => ({ lowMs: at(low), highMs: at(high) });

describe('a lane', () => {
  const states: readonly (readonly [string, JobAtMoment | null | undefined, number, object])[] = [
    ['not read yet', undefined, 12, { to: at(12), ready: null }],
    ['that can’t be read', null, 12, { to: at(12), ready: null }],
    ['just read', read(steady), 10, { to: at(10), isStalled: false }],
    ['read a while ago', read(steady, 4), 14, { to: at(10) }],
    [
      'that is being canceled',
      read([...steady, { minute: 11, status: 'cancelling', bytes: bytes(22) }]),
      11,
      { to: at(11), ready: null, cancel: null },
    ],
    [
      'that has ended',
      read([...steady, { minute: 11, status: 'completed', endedAt: at(11) }]),
      12,
      { to: at(11), ready: null, cancel: null },
    ],
    [
      'without a start',
      read([{ minute: 5, startedAt: null, bytes: bytes(10) }]),
      5,
      { usual: null },
    ],
  ];

  test.each(states)('%s', (_, latest, minute, expected) => {
    expect(laneOf(latest?.job ?? job({ startedAt: at(0) }), latest, at(minute))).toMatchObject(
      expected,
    );
  });

  test('goes on to what its estimate says, and nothing is expected of one that stands still', () => {
    const running = read([{ minute: 10, percent: 40, remainingMs: 10 * MINUTE }]);
    const { ready: expected } = laneOf(running.job, running, at(10));
    expect(expected?.lowMs).toBeGreaterThan(at(10));
    const still = read(
      Array.from({ length: 12 }, (__, index) => ({
        minute: 5 + index * 5,
        percent: 40,
        bytes: bytes(40),
      })),
    );
    const stalled = laneOf(still.job, still, at(60));
    expect(stalled).toMatchObject({ isStalled: true, ready: null });
    expect(stalled.to).toBe(still.progress.stall?.since);
  });
});

describe('the axis', () => {
  /** Lanes at ten minutes after a quarter of an hour, and from and to which minute the axis goes. */
  const AXES: readonly (readonly [string, Lane, readonly [number, number]])[] = [
    ['from the earliest start to the latest end', lane({ ready: ready(33, 58) }), [0, 60]],
    ['at least half an hour', lane({ from: at(8) }), [0, 30]],
    ['three hours before now', lane({ from: at(-600), ready: ready(20, 40) }), [-180, 45]],
    ['twice what is left', lane({ from: at(-600), ready: ready(100, 160) }), [-300, 165]],
    ['with a start that is still to come', lane({ from: at(40) }), [0, 30]],
    ['with an end that has passed', lane({ ready: ready(2, 3) }), [0, 30]],
    ['without a start', lane({ from: null }), [0, 30]],
  ];

  test.each(AXES)('goes %s', (_, one, [from, to]) => {
    expect(axisOf([one], at(10))).toEqual({ from: at(from), to: at(to) });
  });

  test('stays while it has all ends', () => {
    const axis = axisOf([lane({ ready: ready(33, 58) })], at(10));
    expect(isWithin(axis, [lane({ ready: ready(33, 59) })], at(20))).toBe(true);
    expect(isWithin(axis, [lane({ ready: ready(33, 95) })], at(20))).toBe(false);
    expect(isWithin(axis, [], at(200))).toBe(false);
  });

  test('has what stands still first, then by the early end, then what nothing is expected of', () => {
    const ids = ['none', 'late', 'early', 'stalled'].map(resourceId);
    const lanes = [
      lane({ id: resourceId('none') }),
      lane({ id: resourceId('late'), ready: ready(40, 41) }),
      lane({ id: resourceId('early'), ready: ready(20, 90) }),
      lane({ id: resourceId('stalled'), isStalled: true }),
    ];
    expect(laneOrder(lanes)).toEqual(ids.toReversed());
  });
});

describe('rates', () => {
  test('before the first reading are a mean, then as they were read', () => {
    const twice = read([
      { minute: 5, bytes: bytes(10) },
      { minute: 6, bytes: bytes(13) },
    ]);
    const spans = rateSpansOf(twice, at(6));
    expect(spans).toHaveLength(2);
    expect(spans[0]).toMatchObject({ from: at(0), to: at(5), isMean: true });
    expect(spans[1]).toMatchObject({ from: at(5), to: at(6), isMean: false });
    expect(spans[1]?.bytesPerMs).toBeCloseTo((3 * GIB) / MINUTE);
    // The figure above the axis counts until now, and so does what is drawn.
    const [, last, held] = rateSpansOf(twice, at(8));
    expect(held).toEqual({ ...last, from: at(6), to: at(8), isMean: true });
  });

  test('that fell, or weren’t read between, aren’t drawn', () => {
    expect(
      rateSpansOf(
        read([
          { minute: 5, bytes: bytes(10) },
          { minute: 6, bytes: bytes(3) },
        ]),
        at(6),
      ),
    ).toHaveLength(1);
    expect(rateSpansOf(read([{ minute: 5 }]), at(6))).toEqual([]);
    expect(rateSpansOf(undefined, at(6))).toEqual([]);
  });

  test('stand one above the other, the longest running lowest, and are cut where one below changes', () => {
    const span = (from: number, to: number, bytesPerMs: number) => ({
      from: at(from),
      to: at(to),
      bytesPerMs,
      isMean: false,
    });
    const blocks = stackedRates([[span(0, 10, 2), span(10, 20, 4)], [span(5, 20, 1)]]);
    expect(
      blocks.map(({ from, base, bytesPerMs }) => [(from - BEGIN) / MINUTE, base, bytesPerMs]),
    ).toEqual([
      [0, 0, 2],
      [5, 0, 2],
      [5, 2, 1],
      [10, 0, 4],
      [10, 4, 1],
    ]);
  });
});
