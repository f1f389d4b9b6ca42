import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  CREATE,
  fivePast,
  following,
  GIB,
  MINUTE,
  type Read,
  START,
  steady,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';

const { after } = following(instant);

describe('a job that stands still', () => {
  const still = (minutes: number): readonly Read[] => [
    ...steady(5),
    { ms: minutes * MINUTE, percent: 5 },
  ];

  test('is stalled since it was last seen to move, with what can be done', () => {
    expect(after(still(19)).stall).toBeNull();
    expect(after(still(20)).stall).toMatchObject({
      since: START + 5 * MINUTE,
      phase: { name: TRANSFER },
      patienceMs: 15 * MINUTE,
      basis: 'ours',
      advice: ['wait', 'checkStaging', 'cancel', 'support'],
    });
  });

  test('moves again: it is stalled no more, and the next standstill may last longer', () => {
    const again = [...still(30), { ms: 31 * MINUTE, percent: 6 }];
    expect(after(again).stall).toBeNull();
    expect(after([...again, { ms: 100 * MINUTE, percent: 6 }]).stall).toBeNull();
    expect(after([...again, { ms: 110 * MINUTE, percent: 6 }]).stall).toMatchObject({
      basis: 'own',
    });
  });

  test('gets no longer patience from unwatched time in which it moved', () => {
    const away = [...steady(5), { ms: 60 * MINUTE, percent: 40 }];
    expect(after([...away, { ms: 74 * MINUTE, percent: 40 }]).stall).toBeNull();
    expect(after([...away, { ms: 75 * MINUTE, percent: 40 }]).stall).toMatchObject({
      since: START + 60 * MINUTE,
      basis: 'ours',
    });
  });

  test('does not at 1%, where recorded jobs stayed for a quarter of an hour', () => {
    const reads = [0, 10, 20, 40].map((at) => ({ ms: at * MINUTE, percent: 1 }));
    expect(after(reads).stall).toBeNull();
  });

  test('of a replacement gets no advice to cancel half way', () => {
    const tasks = [task(TRANSFER, 'completed'), task('Update the virtual machine', 'inProgress')];
    const reads = [0, 20].map((at) => ({ ms: at * MINUTE, percent: 99, tasks }));
    expect(after(reads).stall?.advice).toEqual(['wait', 'lookAtTarget', 'support']);
  });

  test('does not without reads: the verdict depends on them', () => {
    expect(after(steady(5), { laterMs: 600 * MINUTE }).stall).toBeNull();
  });

  test('does not where a laptop slept and Azure’s clock is not reported', () => {
    const reads = [0, 1, 2, 600].map((at) => ({
      ms: at * MINUTE,
      percent: at === 0 ? 0 : 5,
      durationMs: null,
    }));
    expect(after(reads).stall).toBeNull();
    const later = [606, 612].map((at) => ({ ms: at * MINUTE, percent: 5, durationMs: null }));
    expect(after([...reads, ...later]).stall).toMatchObject({ since: START + MINUTE });
  });

  test('does where a laptop slept and Azure’s own clock proves it', () => {
    const reads = [
      { ms: 0, percent: 5 },
      { ms: 600 * MINUTE, percent: 5 },
    ];
    expect(after(reads).stall).toMatchObject({ since: START });
  });

  test('does not where this machine’s clock jumped and Azure’s did not', () => {
    const reads = [
      { ms: 0, percent: 5, durationMs: 0 },
      { ms: 600 * MINUTE, percent: 5, durationMs: MINUTE },
    ];
    expect(after(reads).stall).toBeNull();
  });

  test('that reports no figures is given the usual time of its phase, or our own measure', () => {
    const quiet = (minutes: number): readonly Read[] => [{ ms: 0 }, { ms: minutes * MINUTE }];
    const size = { sizeBytes: 64 * GIB };
    expect(after(quiet(300), size).stall).toBeNull();
    expect(after(quiet(400), size).stall).toMatchObject({ basis: 'ours' });
    const known = { ...size, past: fivePast(30) };
    expect(after(quiet(40), known).stall).toBeNull();
    expect(after(quiet(90), known).stall).toMatchObject({ basis: 'past' });
  });

  test('moves by a subtask alone, and by an estimate that falls, not by one that rises', () => {
    const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
    const at = 20 * MINUTE;
    const before = { ms: 0, percent: 5, remainingMs: 9 * MINUTE };
    expect(after([before, { ...before, ms: at, tasks }]).stall).toBeNull();
    expect(after([before, { ...before, ms: at, remainingMs: 8 * MINUTE }]).stall).toBeNull();
    expect(after([before, { ...before, ms: at, remainingMs: 30 * MINUTE }]).stall).not.toBeNull();
  });
});
