import { expect, test } from 'vitest';

import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { lineOf } from '#src/progress/live/JobLine.tsx';
import { type JobAtMoment, jobMoment } from '#src/progress/live/live.tsx';
import { ageOf, rateOf, totalsOf } from '#src/progress/live/running.ts';
import { type Observations, observe } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { following, GIB, job, MINUTE, START, steady } from '#src/progress/testing.ts';
import { NEW_VM } from '#src/ui/picture/testing-examples.ts';

/** Restores in progress as lines and in total. */

/** A job read several times, so many minutes after its start, and looked at so many minutes after that. */
function followed(
  reads: readonly (Partial<JobDetails> & { readonly minute: number })[],
  later = 0,
): JobAtMoment {
  let observations: Observations | null = null;
  let latest = job();
  let at = START;
  for (const { minute, ...more } of reads) {
    at = START + minute * MINUTE;
    latest = job({ startedAt: instant(START), ...more });
    observations = observe(observations, latest, instant(at));
  }
  const now = instant(at + later * MINUTE);
  const facts = { observations, past: [], sizeBytes: null };
  return { job: latest, progress: progressOf(latest, facts, now), facts, at: now };
}

const bytes = (gib: number, of = 100) => ({ transferred: gib * GIB, total: of * GIB });

test('a line says what its last read said, and when that is a while ago', () => {
  const reads = [{ minute: 5, percent: 37, bytes: bytes(37) }];
  expect(ageOf(followed(reads))).toBeNull();
  expect(ageOf(followed(reads, 1))).toBeNull();
  expect(ageOf(followed(reads, 4))).toBe(4 * MINUTE);
});

test('a percentage that the latest read left out is as old as it is', () => {
  const read = followed([
    { minute: 5, percent: 37 },
    { minute: 9, percent: null },
  ]);
  expect(read.progress.percent).toMatchObject({ value: 37, isCurrent: false });
  expect(ageOf(read)).toBe(4 * MINUTE);
});

test('the rate is that between the latest reading of bytes and the one before', () => {
  // One reading alone has the mean since the start.
  const one = rateOf(followed([{ minute: 5, bytes: bytes(10) }]));
  expect(one?.bytesPerMs).toBeCloseTo((2 * GIB) / MINUTE);
  expect(one?.isMean).toBe(true);
  const two = [
    { minute: 5, bytes: bytes(10) },
    { minute: 6, bytes: bytes(12) },
    { minute: 8, bytes: bytes(20) },
  ];
  expect(rateOf(followed(two))?.bytesPerMs).toBeCloseTo((4 * GIB) / MINUTE);
  // What was read a while ago is no rate of now.
  expect(rateOf(followed(two, 4))).not.toBeNull();
  expect(rateOf(followed(two, 6))).toBeNull();
  // What went backwards isn't a rate.
  expect(rateOf(followed([...two, { minute: 9, bytes: bytes(5) }]))).toBeNull();
});

test.each([
  ['runs', { percent: 40 }, ['running', 'notCreated', 0.4]],
  ['reports nothing', { percent: null }, ['running', 'notCreated', null]],
  ['is being canceled', { status: 'cancelling', percent: 40 }, ['canceling', 'notCreated', 0.4]],
  ['is of a status that isn’t known', { status: 'unknown' }, ['outcomeUnknown', 'unknown', null]],
  ['has ended since', { status: 'completed', percent: 100 }, ['notRead', 'unknown', 1]],
] as const)('the line of a restore that %s', (_, more, expected) => {
  const read = followed([{ minute: 5, ...more }]);
  const { state, result, moves } = lineOf({ job: read.job, read, target: 'app01-night' }, null);
  const share = moves.reached?.share;
  expect([state, result.fate, share?.is === 'known' ? share.value : null]).toEqual(expected);
  expect(result.title).toEqual({ is: 'known', value: 'app01-night' });
});

test('one that stands still says so, and one not read yet has no share', () => {
  const reads = Array.from({ length: 12 }, (_, index) => ({
    minute: 5 + index * 5,
    percent: 40,
    bytes: bytes(40),
  }));
  const read = followed(reads);
  expect(lineOf({ job: read.job, read, target: null }, null).state).toBe('stalled');
  expect(lineOf({ job: job(), read: undefined, target: null }, null)).toMatchObject({
    state: 'running',
    moves: { reached: { share: { is: 'unknown' } } },
  });
});

test('a line has the disks of its press, those of the result as far as they are', () => {
  const read = followed([{ minute: 5, percent: 40 }]);
  const { source, result } = NEW_VM;
  const fates = ({ disks }: Pick<typeof source, 'disks'>) =>
    disks.is === 'known' ? disks.value.map(({ fate }) => fate) : disks.is;
  const given = { job: read.job, read, target: null };
  const line = lineOf(given, { source, result });
  expect(fates(line.source)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  expect(fates(line.result)).toEqual(['notCreated', 'notCreated', 'notCreated']);
  // Their sizes are those of the press.
  expect(line.source.disks).toEqual(source.disks);
  // Another browser started it: no read reports its disks.
  expect(fates(lineOf(given, null).source)).toBe('absent');
});

test('totals are of what was read, and say of how many', () => {
  const reads = [
    followed([{ minute: 5, percent: 40, bytes: bytes(40) }]),
    followed([{ minute: 5, percent: 10, bytes: bytes(20, 200) }]),
    followed([{ minute: 5, percent: 10 }]),
    null,
    undefined,
  ];
  expect(totalsOf(reads, 50)).toMatchObject({
    read: 3,
    of: 50,
    open: 3,
    bytes: { ...bytes(60, 300), of: 2 },
    rate: { of: 2 },
    ready: { of: 3 },
  });
  expect(totalsOf([], 0)).toMatchObject({ read: 0, bytes: null, ready: null });
});

test('all are ready when the last one is, of as many as have an estimate', () => {
  const known = { minute: 5, percent: 40, remainingMs: 10 * MINUTE };
  const later = { minute: 5, percent: 40, remainingMs: 30 * MINUTE };
  const [one, two] = [followed([known]), followed([later])];
  const { ready } = totalsOf([one, two], 2);
  expect(ready?.high).toBeGreaterThan(START + 30 * MINUTE);
  expect(totalsOf([one, two], 3).ready).toEqual({ ...ready, of: 2 });
  expect(totalsOf([one, two, followed([{ minute: 5 }])], 3).ready).toEqual({ ...ready, of: 2 });
  expect(totalsOf([followed([{ minute: 5 }])], 1).ready).toBeNull();
});

test('clocks looked at at different times between two reads come to one moment', () => {
  const { observations } = following(instant).seen(steady(40));
  const readAt = START + 40 * MINUTE;
  const at = (laterMs: number) => jobMoment(observations, instant(readAt + laterMs)) - readAt;
  expect([0, 3, 14.9, 15, 29, 30].map((seconds) => at(seconds * 1000))).toEqual([
    0, 0, 0, 15_000, 15_000, 30_000,
  ]);
  expect(at(-5000)).toBe(0);
});
