import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { cancelOf, progressOf } from '#src/progress/progress.ts';
import { type Observations, observe } from '#src/progress/observe.ts';
import type { PastJob } from '#src/progress/past.ts';
import {
  CREATE,
  fivePast,
  following,
  GIB,
  job,
  MINUTE,
  past,
  START,
  steady,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';

const { after, seen } = following(instant);

/** Disks as recorded: nothing for twelve minutes, then half of it within one look (aftercare §1.1). */
const leaping = [
  ...[0, 4, 8, 12].map((at) => ({ ms: at * MINUTE, percent: 1 })),
  { ms: 12.5 * MINUTE, percent: 50, remainingMs: 12 * MINUTE },
];

describe('the time left', () => {
  test('is a range around the true one, with its basis', () => {
    const { eta } = after(steady(40));
    expect(eta).toMatchObject({ kind: 'range', bases: [{ kind: 'percent' }] });
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.lowMs).toBeLessThan(60 * MINUTE);
    expect(eta.highMs).toBeGreaterThan(60 * MINUTE);
    expect(eta.highMs - eta.lowMs).toBeLessThan(40 * MINUTE);
  });

  test('is zero at the end, whatever Azure still says', () => {
    for (const status of ['completed', 'completedWithWarnings', 'failed', 'cancelled'] as const) {
      const { eta } = after([{ ms: MINUTE, status, remainingMs: 5 * MINUTE, percent: 40 }]);
      expect(eta).toEqual({ kind: 'range', lowMs: 0, highMs: 0, bases: [] });
    }
  });

  test.each([
    ['nothing', [{ ms: 0 }, { ms: 5 * MINUTE }], {}],
    ['tooEarly', [{ ms: 0, percent: 0 }], {}],
    ['inSteps', leaping, {}],
    ['pastNotRead', [{ ms: 0 }, { ms: 5 * MINUTE }], { past: null }],
    ['pastNotRead', leaping, { past: null }],
    ['standsStill', [...steady(5), { ms: 30 * MINUTE, percent: 5 }], { past: null }],
    ['longerThanPast', [{ ms: 90 * MINUTE }], { past: fivePast(30), sizeBytes: 64 * GIB }],
    ['longerThanPast', [{ ms: 90 * MINUTE, percent: 0 }], { past: fivePast(30) }],
    ['cancelling', [{ ms: 0, status: 'cancelling', remainingMs: MINUTE }], {}],
    ['standsStill', [...steady(5), { ms: 30 * MINUTE, percent: 5 }], {}],
    ['standsStill', [0, 2, 4].map((at) => ({ ms: at * MINUTE, remainingMs: 9 * MINUTE })), {}],
    ['notRead', steady(40), { laterMs: 400 * MINUTE }],
  ] as const)('is unknown for the reason %s', (why, reads, more) => {
    expect(after(reads, more).eta).toEqual({ kind: 'unknown', why });
  });

  test('takes Azure’s own estimate for longer when it falls slower than the clock', () => {
    const reads = [0, 10, 20].map((at) => ({
      ms: at * MINUTE,
      remainingMs: (60 - at / 2) * MINUTE,
    }));
    const { eta } = after(reads);
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.lowMs).toBeLessThan(50 * MINUTE);
    expect(eta.highMs).toBeGreaterThan(100 * MINUTE);
    expect(eta.bases).toEqual([{ kind: 'azure' }]);
  });

  test('is taken from past restores of this size where the job tells nothing', () => {
    const more = {
      past: [30, 40, 35, 30, 40].map((minutes) => past(minutes)),
      sizeBytes: 64 * GIB,
    };
    const { eta } = after([{ ms: 10 * MINUTE }], more);
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.bases).toEqual([{ kind: 'past', jobs: 5, isOfSize: true }]);
    expect(eta.lowMs).toBeLessThanOrEqual(20 * MINUTE);
    expect(eta.highMs).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(eta.highMs).toBeLessThan(60 * MINUTE);
  });

  test('is taken from past restores alone where Azure’s figures leap', () => {
    const more = { past: [...fivePast(35), past(40)], sizeBytes: 64 * GIB };
    const { eta } = after(leaping, more);
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.bases).toEqual([{ kind: 'past', jobs: 6, isOfSize: true }]);
    expect(eta.lowMs).toBeGreaterThan(12 * MINUTE);
  });

  test('is not taken from past jobs of another kind', () => {
    const others: readonly PastJob[] = [
      ...fivePast(30, { kind: 'restoreDisks' }),
      ...fivePast(30, { operation: 'CrossRegionRestore' }),
      ...fivePast(30, { isRehydrating: true }),
    ];
    expect(after([{ ms: MINUTE }], { past: others }).eta).toMatchObject({ why: 'nothing' });
  });

  test('is not taken from fewer than five past jobs', () => {
    const five = fivePast(30);
    const with4 = after([{ ms: MINUTE }], { past: five.slice(1) });
    expect(with4).toMatchObject({ eta: { why: 'nothing' }, hasTypical: false });
    expect(after([{ ms: MINUTE }], { past: five })).toMatchObject({
      eta: { bases: [{ kind: 'past', jobs: 5 }] },
      hasTypical: true,
    });
  });

  test('is never less than what the phases to come need', () => {
    const phases = [{ kind: 'createMachine', durationMs: 20 * MINUTE }] as const;
    const more = { past: fivePast(90, { phases }), sizeBytes: 64 * GIB };
    const { eta } = after([{ ms: 89 * MINUTE, remainingMs: MINUTE }], more);
    expect(eta.kind === 'range' && eta.lowMs > 10 * MINUTE).toBe(true);
  });

  test('of a transfer follows from its bytes and the usual time of what comes then', () => {
    const phases = [{ kind: 'createMachine', durationMs: 5 * MINUTE }] as const;
    const known = fivePast(45, { phases });
    const reads = [0, 5, 10, 15].map((at) => ({
      ms: at * MINUTE,
      bytes: { transferred: at * GIB, total: 40 * GIB },
    }));
    const { eta } = after(reads, { past: known });
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.bases[0]).toEqual({ kind: 'bytes', bytesPerMs: GIB / MINUTE });
    expect(eta.lowMs).toBeLessThan(30 * MINUTE);
    expect(eta.highMs).toBeGreaterThan(30 * MINUTE);
  });

  test('by the usual time of its phases is less by what has gone by of the one that runs', () => {
    const phases = [
      { kind: 'transferFrom', durationMs: 60 * MINUTE },
      { kind: 'createMachine', durationMs: 10 * MINUTE },
    ] as const;
    const known = { past: fivePast(70, { phases }), sizeBytes: 64 * GIB };
    const tasks = [task(TRANSFER, 'notStarted'), task(CREATE, 'notStarted')];
    const first = { ms: 0, tasks };
    const running = [task(TRANSFER, 'inProgress'), task(CREATE, 'notStarted')];
    // The percentage of the whole means nothing here: this job waited for hours before it started.
    const reads = [200, 201, 240].map((at) => ({ ms: at * MINUTE, tasks: running }));
    const { eta } = after([first, ...reads], known);
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.lowMs).toBeGreaterThan(10 * MINUTE);
    expect(eta.lowMs).toBeLessThan(30 * MINUTE);
    expect(eta.highMs).toBeGreaterThan(30 * MINUTE);
    expect(eta.highMs).toBeLessThan(50 * MINUTE);
  });

  test('is narrower where past restores agree with Azure’s estimate', () => {
    const reads = [{ ms: 0, remainingMs: 40 * MINUTE }];
    const width = (known: readonly PastJob[]): number => {
      const { eta } = after(reads, { past: known, sizeBytes: 64 * GIB });
      return eta.kind === 'range' ? eta.highMs - eta.lowMs : Infinity;
    };
    expect(width([36, 40, 38, 37, 38].map((minutes) => past(minutes)))).toBeLessThan(width([]));
  });

  test('holds both where past restores do not agree with an estimate that is young', () => {
    const reads = [{ ms: 0, remainingMs: 5 * MINUTE }];
    const { eta } = after(reads, { past: fivePast(60), sizeBytes: 64 * GIB });
    if (eta.kind === 'unknown') throw new Error(eta.why);
    expect(eta.lowMs).toBeLessThan(5 * MINUTE);
    expect(eta.highMs).toBeGreaterThan(60 * MINUTE);
    expect(eta.bases.map(({ kind }) => kind)).toEqual(['azure', 'past']);
  });

  test('does not depend on how the two clocks stand to each other', () => {
    const reads = steady(40);
    const { eta } = after(reads);
    for (const offset of [-7_200_000, 7_200_000]) {
      let observations: Observations | null = null;
      for (const { ms, ...more } of reads) {
        const one = job({ startedAt: instant(START), durationMs: ms, ...more });
        observations = observe(observations, one, instant(START + ms + offset));
      }
      const facts = { observations, past: [], sizeBytes: null };
      const at = instant(START + 40 * MINUTE + offset);
      expect(progressOf(job({ percent: 40 }), facts, at).eta).toEqual(eta);
    }
  });
});

const figures = fc.record({
  ms: fc.nat(1_000_000_000),
  durationMs: fc.option(fc.nat(1_000_000_000)),
  percent: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  remainingMs: fc.option(fc.oneof(fc.nat(1_000_000_000), fc.constant(Number.MAX_SAFE_INTEGER))),
  bytes: fc.option(
    fc
      .tuple(fc.nat(), fc.nat())
      .map(([one, other]) => ({ transferred: Math.min(one, other), total: Math.max(one, other) })),
  ),
  status: fc.constantFrom('inProgress', 'cancelling', 'unknown', 'completed', 'failed'),
});
const pastJobs = fc.array(
  fc.record({
    operation: fc.constant('Restore'),
    kind: fc.constantFrom('createVm', null),
    isRehydrating: fc.boolean(),
    sizeBytes: fc.option(fc.nat()),
    durationMs: fc.nat(1_000_000_000),
    phases: fc.array(
      fc.record({
        kind: fc.constantFrom('transferFrom', 'createMachine', 'other'),
        durationMs: fc.nat(100_000_000),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 8 },
);

test('whatever is read, in whatever order: no time left is negative, endless or one moment', () => {
  const reads = fc.array(figures, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(reads, pastJobs, fc.nat(), fc.nat(1_000_000), (all, known, sizeBytes, laterMs) => {
      const { eta, ageMs, phases } = after(all, { past: known, sizeBytes, laterMs });
      expect(ageMs === null || (Number.isFinite(ageMs) && ageMs >= 0)).toBe(true);
      const cancel = cancelOf(seen(all).last, phases, eta);
      const left = cancel.kind === 'possible' ? cancel.left : null;
      expect(left === null || (left.lowMs >= 0 && Number.isFinite(left.highMs))).toBe(true);
      if (eta.kind === 'unknown') return;
      const isOver = eta.bases.length === 0;
      expect(Number.isFinite(eta.lowMs) && Number.isFinite(eta.highMs)).toBe(true);
      expect(eta.lowMs).toBeGreaterThanOrEqual(0);
      expect(eta.highMs > eta.lowMs).toBe(!isOver);
    }),
  );
});

test('the range of a job that goes on steadily narrows with each tenth of its way', () => {
  const pace = fc.integer({ min: 20, max: 1200 }).map((seconds) => seconds * 1000);
  fc.assert(
    fc.property(pace, fc.boolean(), (msPerPercent, hasAzure) => {
      const widths = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((percent) => {
        const reads = Array.from({ length: percent + 1 }, (_, at) => ({
          ms: at * msPerPercent,
          percent: at,
          remainingMs: hasAzure ? (100 - at) * msPerPercent : null,
        }));
        const { eta } = after(reads);
        if (eta.kind === 'unknown') throw new Error(eta.why);
        return eta.highMs - eta.lowMs;
      });
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    }),
  );
});

test('a clock that goes on without a read never adds time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 95 }), fc.nat(200), (minutes, later) => {
      const now = after(steady(minutes)).eta;
      const then = after(steady(minutes), { laterMs: later * 1000 }).eta;
      if (now.kind === 'unknown' || then.kind === 'unknown') return;
      expect(then.lowMs).toBeLessThanOrEqual(now.lowMs);
      expect(then.highMs).toBeLessThanOrEqual(now.highMs);
    }),
  );
});

test('the time left counts down while no read comes', () => {
  const read = after(steady(40)).eta;
  const later = after(steady(40), { laterMs: 10 * MINUTE }).eta;
  if (read.kind === 'unknown' || later.kind === 'unknown') throw new Error('no time left');
  expect(read.lowMs - later.lowMs).toBeCloseTo(10 * MINUTE);
  expect(read.highMs - later.highMs).toBeCloseTo(10 * MINUTE);
});

test('a job whose figures never move gets no time left, however often it is read', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.integer({ min: 2, max: 60 }), (percent, count) => {
      const reads = Array.from({ length: count }, (_, read) => ({
        ms: 20 * MINUTE * (read + 1),
        percent,
      }));
      expect(after(reads).eta.kind).toBe('unknown');
    }),
  );
});
