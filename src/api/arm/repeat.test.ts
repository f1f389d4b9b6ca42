import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts, requestedPauseMs } from '#src/api/arm/error.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';
import { answer, inTurn, type TestArm, testArm } from '#src/api/arm/testing.ts';
import { askNow, lastWait } from '#src/lib/limits.ts';
import { installClock } from '#src/lib/clock.ts';
import { type FakeClock, fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { resetPageState } from '#src/lib/page-state.ts';

let clock: FakeClock;
const NOON = Date.parse('2025-06-05T12:00:00Z');

beforeEach(() => {
  clock = fakeClock(NOON);
  installClock(clock);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  resetPageState();
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const read: ArmRequest = { method: 'GET', url: '/x?api-version=2024-04-01' };
const other: ArmRequest = { method: 'GET', url: '/y?api-version=2024-04-01' };
const HOUR = 3600;
const later = (headers: Record<string, string>, status = 429) => answer(status, '', headers);
const there = () => answer(200);

/** What comes of a read once so many milliseconds have gone by. */
async function outcome(it: TestArm, request: ArmRequest, ms = 0): Promise<unknown> {
  const done = send(it.arm, request).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(ms);
  return done;
}

describe('a pause of more than two minutes', () => {
  test.each([
    ['429', 429, { 'Retry-After': String(HOUR) }],
    ['503', 503, { 'Retry-After': String(HOUR) }],
    ['a date', 429, { 'Retry-After': 'Thu, 05 Jun 2025 13:00:00 GMT' }],
  ])('ends the read at once, with its end: %s', async (_, status, headers) => {
    const it = testArm(() => later(headers, status));
    const error = await outcome(it, read);
    expect(armFacts(error)).toMatchObject({ status, pause: { until: NOON + HOUR * 1000 } });
    expect(requestedPauseMs(error)).toBe(HOUR * 1000);
    expect(it.sent).toHaveLength(1);
  });

  test('lets nothing be sent to that address by itself before its end, and keeps the answer', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
    await outcome(it, read);
    clock.pass(HOUR * 1000 - 1);
    const again = await outcome(it, read);
    expect(armFacts(again)).toMatchObject({ status: 429, pause: { until: NOON + HOUR * 1000 } });
    expect(requestedPauseMs(again)).toBe(1);
    expect(it.sent).toHaveLength(1);
    clock.pass(1);
    expect(await outcome(it, read)).toBe(200);
  });

  test('is no pause for another address', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
    await outcome(it, read);
    expect(await outcome(it, other)).toBe(200);
  });

  test('ends when a person asks again', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
    const error = await outcome(it, read);
    const ask = vi.fn<() => void>();
    askNow(armFacts(error)?.pause, ask);
    expect(ask).toHaveBeenCalledOnce();
    expect(await outcome(it, read)).toBe(200);
  });

  test('belongs to one page: a new visit sends its own request', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
    await outcome(it, read);
    resetPageState();
    expect(await outcome(it, read)).toBe(200);
  });

  test('counts all waits of a read together', async () => {
    const it = testArm(() => later({ 'Retry-After': '50' }));
    const error = await outcome(it, read, 120_000);
    expect(armFacts(error)).toMatchObject({ status: 429 });
    expect(it.sent).toHaveLength(3);
  });
});

describe('a wait', () => {
  test('is reported with its end while it goes on', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': '20' }), there));
    expect(lastWait()).toBeNull();
    const done = send(it.arm, read);
    await vi.advanceTimersByTimeAsync(1000);
    expect(lastWait()).toBeGreaterThanOrEqual(NOON + 20_000);
    expect(lastWait()).toBeLessThanOrEqual(NOON + 22_000);
    await vi.advanceTimersByTimeAsync(22_000);
    await done;
    expect(lastWait()).toBeNull();
  });

  test('without a waiting request is not reported', async () => {
    const leaving = new AbortController();
    const it = testArm(() => later({ 'Retry-After': '20' }));
    const done = send(it.arm, { ...read, signal: leaving.signal }).catch(() => 'left');
    await vi.advanceTimersByTimeAsync(1000);
    leaving.abort();
    expect(await done).toBe('left');
    expect(lastWait()).toBeNull();
  });

  test('of our own is not reported as Azure’s', async () => {
    const it = testArm(inTurn(() => later({}), there));
    const done = send(it.arm, read);
    await vi.advanceTimersByTimeAsync(500);
    expect(lastWait()).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    expect((await done).status).toBe(200);
  });

  test('is over at once when the clock is moved past its end', async () => {
    const it = testArm(inTurn(() => later({ 'Retry-After': '20' }), there));
    const done = send(it.arm, read);
    await vi.advanceTimersByTimeAsync(0);
    clock.jump(22_000);
    expect((await done).status).toBe(200);
  });
});

test('a pause of no length is one that Azure did not name: no storm of requests', async () => {
  const it = testArm(() => later({ 'Retry-After': '0' }));
  const done = send(it.arm, read).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(999);
  expect(it.sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(it.sent).toHaveLength(4);
  expect(armFacts(await done)?.pause).toBeUndefined();
});

test('what starts something is never held back, and has no pause', async () => {
  const it = testArm(() => later({ 'Retry-After': String(HOUR) }));
  const start: ArmRequest = { ...read, method: 'POST', starts: true };
  expect(armFacts(await outcome(it, start))?.pause).toBeUndefined();
  await outcome(it, start);
  expect(it.sent).toHaveLength(2);
});
