import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { chartOf, type JobChart } from '#src/progress/chart.ts';
import type { PastJob } from '#src/progress/past.ts';
import { progressOf } from '#src/progress/progress.ts';
import {
  CREATE,
  fivePast,
  following,
  GIB,
  MINUTE,
  past,
  type Read,
  START,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';

const { seen } = following(instant);

interface Known {
  readonly past?: readonly PastJob[];
  readonly laterMs?: number;
  readonly canCancel?: boolean;
}

/** The chart of a job after its reads. */
function chart(reads: readonly Read[], known: Known = {}): JobChart | null {
  const { past: before = [], laterMs = 0, canCancel = true } = known;
  const { last, observations } = seen(reads);
  const facts = { observations, past: before, sizeBytes: null };
  const at = instant(observations.latest.at + laterMs);
  return chartOf(last, progressOf(last, facts, at), facts, { at, canCancel });
}

const TOTAL = 100 * GIB;

const moved = (minute: number, gib: number, more: Partial<JobDetails> = {}): Read => ({
  ms: minute * MINUTE,
  percent: gib,
  bytes: { transferred: gib * GIB, total: TOTAL },
  tasks: [task(TRANSFER, 'inProgress', { startedAt: instant(START) }), task(CREATE, 'notStarted')],
  ...more,
});

/** A gigabyte a minute. */
const even = (minutes: number): readonly Read[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => moved(minute, minute));

const PHASES = [
  { kind: 'transferFrom', durationMs: 100 * MINUTE },
  { kind: 'createMachine', durationMs: 5 * MINUTE },
] as const;
const usual = fivePast(105, { sizeBytes: TOTAL, phases: PHASES });

describe('bytes and rate', () => {
  test('readings are drawn as they were read, and rates as the means between two', () => {
    const { bytes } =
      chart([moved(0, 0), moved(1, 2), moved(2, 3), moved(3, 4), moved(4, 9)]) ?? {};
    expect(bytes?.readings.map(({ bytes: read }) => read / GIB)).toEqual([0, 2, 3, 4, 9]);
    expect(bytes?.rates.map(({ bytesPerMs }) => Math.round((bytesPerMs * MINUTE) / GIB))).toEqual([
      2, 1, 1, 5,
    ]);
  });

  test('fewer than five readings have no rate', () => {
    expect(chart(even(3))?.bytes?.rates).toEqual([]);
    expect(chart(even(4))?.bytes?.rates).toHaveLength(4);
  });

  test('a value that goes backwards is drawn as read, without a rate', () => {
    const reads = [...even(5), moved(6, 2), moved(7, 3), moved(8, 4)];
    const { bytes } = chart(reads) ?? {};
    expect(bytes?.readings.map(({ bytes: read }) => read / GIB)).toEqual([
      0, 1, 2, 3, 4, 5, 2, 3, 4,
    ]);
    expect(bytes?.rates).toHaveLength(7);
    expect(bytes?.rates.every(({ bytesPerMs }) => bytesPerMs > 0)).toBe(true);
  });

  test('a gap in reading is a gap, and reads without bytes for a while are one', () => {
    const isGap = (reads: readonly Read[]) =>
      chart(reads)?.bytes?.readings.map(({ isAfterGap }) => isAfterGap);
    expect(isGap([moved(0, 0), moved(1, 1), moved(20, 20), moved(21, 21)])).toEqual([
      false,
      false,
      true,
      false,
    ]);
    const unheard = [2, 4, 6, 8].map((minute) => moved(minute, minute, { bytes: null }));
    expect(isGap([moved(0, 0), ...unheard, moved(9, 9)])).toEqual([false, true]);
    expect(isGap([moved(0, 0), moved(1, 1, { bytes: null }), moved(2, 2)])).toEqual([false, false]);
    expect(chart([...even(4), moved(20, 20)])?.bytes?.rates).toHaveLength(4);
  });

  test('what stands still is level, and isn’t smoothed away', () => {
    const still = [6, 7, 8, 9].map((minute) => moved(minute, 5));
    const { bytes } = chart([...even(5), ...still, moved(10, 10)]) ?? {};
    expect(
      bytes?.readings.slice(-3).map(({ ageMs, bytes: read }) => [ageMs / MINUTE, read / GIB]),
    ).toEqual([
      [5, 5],
      [9, 5],
      [10, 10],
    ]);
  });

  test('a job of a day keeps few readings, its first and its last', () => {
    const { bytes } = chart(even(90)) ?? {};
    expect(bytes?.readings.length).toBeLessThanOrEqual(48);
    expect(bytes?.readings[0]?.bytes).toBe(0);
    expect(bytes?.readings.at(-1)?.bytes).toBe(90 * GIB);
  });

  test('without bytes there is neither, and the phases stay', () => {
    const reads = even(5).map((read) => ({ ...read, bytes: null }));
    expect(chart(reads)).toMatchObject({
      bytes: null,
      phases: [{ name: TRANSFER }, { name: CREATE }],
    });
  });

  test('the vault’s median is of five past restores that report both', () => {
    const median = (jobs: readonly PastJob[]) => chart(even(5), { past: jobs })?.bytes?.usualRate;
    expect(median(usual)).toBeCloseTo(TOTAL / (100 * MINUTE));
    expect(median(usual.slice(1))).toBeNull();
    expect(median(fivePast(105, { sizeBytes: TOTAL }))).toBeNull();
    const fast = past(20, {
      sizeBytes: TOTAL,
      phases: [{ kind: 'transferFrom', durationMs: 10 * MINUTE }],
    });
    expect(median([...usual, fast])).toBeCloseTo(TOTAL / (100 * MINUTE));
  });
});

describe('what is expected', () => {
  test('a cone leads to the early and the late end of the transfer, which ends canceling', () => {
    const now = chart(even(50), { past: usual });
    expect(now?.nowMs).toBe(50 * MINUTE);
    const { end } = now?.bytes ?? {};
    const { ready, cancelMs = 0 } = now ?? {};
    expect(end?.lowMs).toBeGreaterThan(50 * MINUTE);
    expect(end?.highMs).toBeGreaterThan(end?.lowMs ?? 0);
    expect(ready?.highMs).toBeGreaterThan(end?.highMs ?? 0);
    expect(cancelMs).toBe(end?.lowMs);
    const [transfer, create] = now?.phases ?? [];
    expect(transfer?.past).toEqual({ fromMs: 0, toMs: 50 * MINUTE });
    expect(transfer?.expected).toEqual({
      fromMs: 50 * MINUTE,
      toMs: end?.lowMs,
      lateMs: end?.highMs,
    });
    expect(create).toMatchObject({
      past: null,
      expected: { fromMs: end?.lowMs, toMs: ready?.lowMs, lateMs: ready?.highMs },
    });
  });

  test('without past jobs the later subtask is unknown: neither cone nor limit, and the band stays', () => {
    const now = chart(even(50));
    expect(now).toMatchObject({ cancelMs: null, bytes: { end: null, usualRate: null } });
    expect(now?.ready).not.toBeNull();
    expect(now?.phases.map(({ expected }) => expected)).toEqual([null, null]);
  });

  test('a job that its service never cancels has no limit', () => {
    expect(chart(even(50), { past: usual, canCancel: false })?.cancelMs).toBeNull();
    const offered = even(50).map((read) => ({ ...read, isCancellable: false }));
    expect(chart(offered, { past: usual })?.cancelMs).toBeNull();
  });

  test('one that stands still, or is being canceled, is expected at no time', () => {
    const still = Array.from({ length: 60 }, (_, minute) => moved(51 + minute, 50));
    for (const reads of [
      [...even(50), ...still],
      [...even(50), moved(51, 50, { status: 'cancelling' })],
    ]) {
      const now = chart(reads, { past: usual });
      expect(now).toMatchObject({ ready: null, cancelMs: null, bytes: { end: null } });
      expect(now?.phases.every(({ expected }) => expected === null)).toBe(true);
    }
  });
});

describe('its axis', () => {
  test('time goes on without a read', () => {
    const now = chart(even(50), { past: usual, laterMs: 30_000 });
    expect(now?.nowMs).toBe(50 * MINUTE + 30_000);
    expect(now?.moment).toEqual({ at: START + 50 * MINUTE + 30_000, ms: 50 * MINUTE + 30_000 });
    expect(now?.endMs).toBe(now?.ready?.highMs);
  });

  test('a clock that jumps moves no reading: ages count', () => {
    const at = instant(START + 10 * MINUTE + 24 * 60 * MINUTE);
    const { observations, last } = seen(even(10));
    const facts = {
      observations: { ...observations, latest: { ...observations.latest, at } },
      past: [],
      sizeBytes: null,
    };
    const now = chartOf(last, progressOf(last, facts, at), facts, { at, canCancel: true });
    expect(now?.nowMs).toBe(10 * MINUTE);
    expect(now?.bytes?.readings.at(-1)?.ageMs).toBe(10 * MINUTE);
    expect(now?.moment).toEqual({ at, ms: 10 * MINUTE });
  });

  test('one that has ended ends there, with its subtasks as they ran', () => {
    const end = moved(60, 100, {
      status: 'completed',
      endedAt: instant(START + 60 * MINUTE),
      tasks: [task(TRANSFER, 'completed'), task(CREATE, 'completed', { durationMs: 2 * MINUTE })],
    });
    const between = moved(57, 100, {
      tasks: [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')],
    });
    const ended = chart([...even(50), between, end], { past: usual });
    expect(ended).toMatchObject({
      hasEnded: true,
      nowMs: 60 * MINUTE,
      endMs: 60 * MINUTE,
      ready: null,
      cancelMs: null,
      bytes: { end: null },
    });
    expect(ended?.phases.map((phase) => phase.past)).toEqual([
      { fromMs: 0, toMs: 57 * MINUTE },
      { fromMs: 57 * MINUTE, toMs: 60 * MINUTE },
    ]);
  });

  test('a subtask that failed is drawn for as long as it is reported to have run', () => {
    const failed = moved(60, 50, {
      status: 'failed',
      endedAt: instant(START + 60 * MINUTE),
      tasks: [
        task(TRANSFER, 'failed', { startedAt: instant(START), durationMs: 60 * MINUTE }),
        task(CREATE, 'notStarted'),
      ],
    });
    expect(chart([...even(50), failed])?.phases).toEqual([
      { name: TRANSFER, status: 'failed', past: { fromMs: 0, toMs: 60 * MINUTE }, expected: null },
      { name: CREATE, status: 'notStarted', past: null, expected: null },
    ]);
  });

  test('a job that says nothing of any time has no chart', () => {
    expect(chart([{ ms: 0 }])).toBeNull();
  });
});
