import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scheduled } from '#src/api/queries/jobs.ts';
import { now } from '#src/lib/clock.ts';
import {
  MOST_BEFORE_QUIET,
  MOST_SHARED,
  MOST_UNDER_WAY,
  type ReadFor,
} from '#src/lib/poll-schedule.ts';

const MINUTE = 60_000;
let start = 1_749_091_440_000;

// The budget is one for the whole tab: each test starts when the budget of the one before is free again.
beforeEach(() => {
  start += 10 * MINUTE;
  vi.useFakeTimers({ now: start });
});
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;
const readOf = (readFor: ReadFor) => ({
  readAt: null,
  readFor: () => readFor,
  allowance: null,
  ageMs: 0,
});
const shared = readOf('shared');
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Starts so many reads with immediate answers; returns their starts in milliseconds after the first. */
function many(count: number, request: Parameters<typeof scheduled>[0] = shared): number[] {
  const began: number[] = [];
  const read = async () => void began.push(now() - start);
  for (let at = 0; at < count; at += 1) void scheduled(request, read, never);
  return began;
}

test('starts so many within a minute, the rest when it is over', async () => {
  const began = many(MOST_SHARED + 10);
  await pass(MINUTE - 1);
  expect(began).toHaveLength(MOST_SHARED);
  await pass(1);
  expect(began).toHaveLength(MOST_SHARED + 10);
});

test('a person who opens one job does not wait for those', async () => {
  many(MOST_SHARED + 10);
  const read = vi.fn<() => Promise<string>>(async () => 'there');
  expect(await scheduled(readOf('open'), read, never)).toBe('there');
  await pass(MINUTE);
});

test('one that is opened while it waits among the others waits no more', async () => {
  many(MOST_SHARED);
  let readFor: ReadFor = 'shared';
  const read = vi.fn<() => Promise<string>>(async () => 'there');
  void scheduled({ ...shared, readFor: () => readFor }, read, never);
  await pass(1);
  expect(read).not.toHaveBeenCalled();
  readFor = 'open';
  // Whatever comes makes the schedule look again.
  many(1);
  await pass(1);
  expect(read).toHaveBeenCalledOnce();
  await pass(MINUTE);
});

test('what no screen waits for is read after the others, and leaves a part of the minute to them', async () => {
  const quiet = many(MOST_BEFORE_QUIET + 1, readOf('quiet'));
  await pass(1);
  expect(quiet).toHaveLength(MOST_BEFORE_QUIET);
  const others = many(1);
  await pass(1);
  expect(others).toHaveLength(1);
  await pass(MINUTE);
  expect(quiet).toHaveLength(MOST_BEFORE_QUIET + 1);
});

test('one that is called off while it waits is not read, and costs nothing', async () => {
  many(MOST_SHARED);
  const abort = new AbortController();
  const read = vi.fn<() => Promise<string>>(async () => 'there');
  const reading = scheduled(shared, read, abort.signal);
  abort.abort(new Error('away'));
  await expect(reading).rejects.toThrow('away');
  const next = many(1);
  await pass(MINUTE);
  expect(read).not.toHaveBeenCalled();
  expect(next).toEqual([MINUTE]);
});

test('reads that do not come back hold the others, and failed ones let them go', async () => {
  const fail: ((error: Error) => void)[] = [];
  const stuck = () => new Promise<never>((_, reject) => fail.push(reject));
  const refused = Array.from({ length: MOST_UNDER_WAY }, () =>
    expect(scheduled(shared, stuck, never)).rejects.toThrow('throttled'),
  );
  const held = many(1);
  await pass(MINUTE / 2 - 1);
  expect(held).toEqual([]);
  for (const one of fail) one(new Error('throttled'));
  await Promise.all(refused);
  await pass(0);
  expect(held).toEqual([MINUTE / 2 - 1]);
});

test('reads that are stuck hold the others for half a minute, and give their places back once', async () => {
  const end: (() => void)[] = [];
  const stuck = () => new Promise<void>((resolve) => end.push(resolve));
  const begin = (count: number) =>
    Array.from({ length: count }, () => scheduled(shared, stuck, never));
  const first = begin(MOST_UNDER_WAY);
  const held = many(1);
  await pass(MINUTE / 2);
  expect(held).toEqual([MINUTE / 2]);
  for (const one of end.splice(0)) one();
  await Promise.all(first);
  const second = begin(MOST_UNDER_WAY + 1);
  await pass(MINUTE / 2 - 1);
  expect(end).toHaveLength(MOST_UNDER_WAY);
  await pass(1);
  expect(end).toHaveLength(MOST_UNDER_WAY + 1);
  for (const one of end) one();
  await Promise.all(second);
});
