import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installClock } from '#src/lib/clock.ts';
import { type FakeClock, fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { onWake } from '#src/lib/browser.ts';

const page = { hidden: false };
let clock: FakeClock;
const use = (speed: number) => {
  clock = fakeClock(0, speed);
  installClock(clock);
};
beforeEach(() => {
  vi.useFakeTimers();
  page.hidden = false;
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

/** So many real seconds in which timers run, and before them a sleep of which they know nothing. */
function live(speed: number, seconds: number, sleptSeconds = 0): void {
  clock.pass(sleptSeconds * 1000 * speed);
  for (let second = 0; second < seconds; second += 1) {
    clock.pass(1000 * speed);
    vi.advanceTimersByTime(1000);
  }
}

test.each([1, 3600])('a machine that slept is awake once, at speed ×%i', (speed) => {
  use(speed);
  const woke = vi.fn<() => void>();
  const stop = onWake(woke);
  live(speed, 60);
  expect(woke).not.toHaveBeenCalled();
  live(speed, 60, 3600);
  expect(woke).toHaveBeenCalledOnce();
  stop();
  live(speed, 60, 3600);
  expect(woke).toHaveBeenCalledOnce();
});

test('the slow timers of a hidden tab are no sleep', () => {
  use(1);
  page.hidden = true;
  const woke = vi.fn<() => void>();
  const stop = onWake(woke);
  live(1, 60, 60);
  expect(woke).not.toHaveBeenCalled();
  stop();
});

test('nor is a clock that stands still or is put back', () => {
  use(1);
  const woke = vi.fn<() => void>();
  const stop = onWake(woke);
  clock.pause(true);
  vi.advanceTimersByTime(60_000);
  clock.pause(false);
  clock.pass(-3_600_000);
  vi.advanceTimersByTime(10_000);
  expect(woke).not.toHaveBeenCalled();
  stop();
});
