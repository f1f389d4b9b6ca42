import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  afterReal,
  type Clock,
  installClock,
  isOwnClock,
  lookDelayMs,
  machineNow,
  noteServiceClock,
  now,
  onServiceClock,
  realDelayMs,
  setClockAhead,
  wait,
  waitForLook,
  waitReal,
} from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';

const machine: Clock = {
  now: () => instant(Date.now()),
  realDelayMs: (ms) => ms,
  onJump: () => () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  installClock(machine);
});

/** Whether a promise has come to its end by now. */
async function stateOf(promise: Promise<void>): Promise<'resolved' | 'rejected' | 'waiting'> {
  return Promise.race([
    promise.then(
      () => 'resolved' as const,
      () => 'rejected' as const,
    ),
    Promise.resolve('waiting' as const).then(async (word) => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      return word;
    }),
  ]);
}

describe('a wait on the clock', () => {
  test('of the machine ends when its time has come, and not a moment before', async () => {
    installClock(machine);
    const waiting = wait(5000);
    await vi.advanceTimersByTimeAsync(4999);
    expect(await stateOf(waiting)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('of a simulation sixty times as fast takes a sixtieth of the real time', async () => {
    const clock = fakeClock(1000, 60);
    installClock(clock);
    expect(now()).toBe(1000);
    expect(realDelayMs(60_000)).toBe(1000);
    const waiting = wait(60_000);
    clock.pass(60_000);
    await vi.advanceTimersByTimeAsync(999);
    expect(await stateOf(waiting)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(waiting)).toBe('resolved');
    expect(clock.listenerCount).toBe(0);
  });

  test('goes on waiting when the timer came too early', async () => {
    const clock = fakeClock(0, 60);
    installClock(clock);
    const waiting = wait(60_000);
    clock.pass(30_000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stateOf(waiting)).toBe('waiting');
    clock.pass(30_000);
    await vi.advanceTimersByTimeAsync(500);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('ends at once when a person moves the clock past its moment', async () => {
    const clock = fakeClock();
    installClock(clock);
    const waiting = wait(3_600_000);
    clock.jump(3_599_999);
    expect(await stateOf(waiting)).toBe('waiting');
    clock.jump(1);
    expect(await stateOf(waiting)).toBe('resolved');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('stands still while the clock is paused, and goes on when it runs again', async () => {
    const clock = fakeClock();
    installClock(clock);
    clock.pause(true);
    const waiting = wait(1000);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await stateOf(waiting)).toBe('waiting');
    clock.pause(false);
    clock.pass(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('is over at once when there is nothing to wait for', async () => {
    installClock(fakeClock());
    expect(await stateOf(wait(0))).toBe('resolved');
  });
});

describe('a wait that is called off', () => {
  test('rejects with the reason, and leaves no timer and no listener behind', async () => {
    const clock = fakeClock();
    installClock(clock);
    const calling = new AbortController();
    const waiting = wait(1000, calling.signal);
    calling.abort(new Error('the person left'));
    await expect(waiting).rejects.toThrow('the person left');
    expect(clock.listenerCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('before its start never starts', async () => {
    const clock = fakeClock();
    installClock(clock);
    await expect(wait(1000, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(clock.listenerCount).toBe(0);
  });

  test('without a reason still rejects with an error', async () => {
    installClock(fakeClock());
    await expect(wait(1000, AbortSignal.abort('because'))).rejects.toThrow('aborted');
  });

  test('after its end changes nothing', async () => {
    const clock = fakeClock();
    installClock(clock);
    const calling = new AbortController();
    const waiting = wait(1000, calling.signal);
    clock.jump(1000);
    calling.abort();
    expect(await stateOf(waiting)).toBe('resolved');
  });
});

describe('a pause before a look', () => {
  test.each([
    ['as fast as a real one', 1, 15_000],
    ['ten times as fast', 10, 1500],
    ['3600 times as fast', 3600, 250],
  ])('takes its time on a clock %s, and never under 250 ms', async (_, speed, realMs) => {
    const clock = fakeClock(0, speed);
    installClock(clock);
    expect(lookDelayMs(15_000)).toBe(realMs);
    const waiting = waitForLook(15_000);
    await vi.advanceTimersByTimeAsync(realMs - 1);
    expect(await stateOf(waiting)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(waiting)).toBe('resolved');
    expect(clock.listenerCount + vi.getTimerCount()).toBe(0);
  });

  test('goes on while the clock stands still, for as long in real time', async () => {
    const clock = fakeClock(0, 3600);
    installClock(clock);
    clock.pause(true);
    expect(lookDelayMs(15_000)).toBe(15_000);
    const waiting = waitForLook(15_000);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(await stateOf(waiting)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('that has begun goes on when the clock is paused, and when it runs again', async () => {
    const clock = fakeClock(0, 10);
    installClock(clock);
    const waiting = waitForLook(15_000);
    clock.pass(5000);
    await vi.advanceTimersByTimeAsync(500);
    clock.pause(true);
    await vi.advanceTimersByTimeAsync(9999);
    expect(await stateOf(waiting)).toBe('waiting');
    clock.pause(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('lasts 250 ms of real time also where the clock is moved past its end', async () => {
    const clock = fakeClock();
    installClock(clock);
    const waiting = waitForLook(45_000);
    clock.jump(3_600_000);
    await vi.advanceTimersByTimeAsync(249);
    expect(await stateOf(waiting)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(waiting)).toBe('resolved');
  });

  test('is called off with the reason, and leaves nothing behind', async () => {
    const clock = fakeClock();
    installClock(clock);
    const calling = new AbortController();
    const waiting = waitForLook(1000, calling.signal);
    calling.abort(new Error('the person left'));
    await expect(waiting).rejects.toThrow('the person left');
    await expect(waitForLook(1000, calling.signal)).rejects.toThrow('the person left');
    expect(clock.listenerCount + vi.getTimerCount()).toBe(0);
  });
});

test.each([1, 3600])('real time is the same at ×%d', async (speed) => {
  installClock(fakeClock(0, speed));
  const waiting = waitReal(10_000);
  await vi.advanceTimersByTimeAsync(9999);
  expect(await stateOf(waiting)).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(await stateOf(waiting)).toBe('resolved');
});

test('a clock that is set wrong reads otherwise, and waits go on at their pace', async () => {
  const clock = fakeClock(10_000_000);
  installClock(clock);
  const waiting = wait(1000);
  setClockAhead(3_600_000);
  onTestFinished(() => setClockAhead(0));
  clock.jump(0);
  expect(now()).toBe(13_600_000);
  expect(await stateOf(waiting)).toBe('waiting');
  clock.jump(1000);
  expect(await stateOf(waiting)).toBe('resolved');
  setClockAhead(-60_000);
  expect(now()).toBe(10_000_000 + 1000 - 60_000);
  const next = wait(1000);
  expect(await stateOf(next)).toBe('waiting');
  clock.jump(1000);
  expect(await stateOf(next)).toBe('resolved');
});

test('a timer that is called off never calls', () => {
  const callback = vi.fn<() => void>();
  afterReal(10, callback)();
  vi.advanceTimersByTime(1000);
  expect(callback).not.toHaveBeenCalled();
});

test('a timer looks again within a minute, however long the delay', () => {
  const callback = vi.fn<() => void>();
  afterReal(Infinity, callback);
  vi.advanceTimersByTime(60_000);
  expect(callback).toHaveBeenCalledOnce();
});

describe('the service’s clock', () => {
  const HOUR_MS = 3_600_000;
  /** Known of it, one after the other: what tells it, and between which bounds it is ahead. */
  type Learned = Parameters<typeof noteServiceClock>;

  test.each<[what: string, ahead: number, ...all: Learned[]]>([
    ['nothing is known', 0],
    ['this computer’s is right', 0, ['answers', -300, 700]],
    ['this computer’s is an hour fast', 700 - HOUR_MS, ['answers', -300 - HOUR_MS, 700 - HOUR_MS]],
    [
      'an answer took long, which tells less',
      2000,
      ['answers', 2000, 3000],
      ['answers', -5000, 60_000],
    ],
    ['answers are dated to the second', 2000, ['answers', 2000, 3000], ['answers', 1500, 2499]],
    ['this computer’s was set right', -1, ['answers', -HOUR_MS - 1, -HOUR_MS], ['answers', -1, 1]],
    ['a clock was set back on the way', 0, ['answers', 5000, -5000]],
    ['a job tells it', HOUR_MS, ['job', HOUR_MS, HOUR_MS + 72_000]],
    ['an answer tells more than a job', 0, ['answers', 0, 999], ['job', HOUR_MS, HOUR_MS]],
  ])('where %s', (_, ahead, ...all) => {
    installClock(fakeClock(1000));
    for (const learned of all) noteServiceClock(...learned);
    expect(now() - machineNow()).toBe(ahead);
    expect(isOwnClock()).toBe(all.every(([, least, most]) => least > most));
  });

  test('tells of changes alone, and a new clock knows nothing of it', () => {
    installClock(fakeClock(1000));
    let heard = 0;
    onTestFinished(onServiceClock(() => (heard += 1)));
    noteServiceClock('answers', 5000, 6000);
    noteServiceClock('answers', 4500, 5500);
    expect([heard, now()]).toEqual([1, 6000]);
    installClock(fakeClock(1000));
    expect([isOwnClock(), now()]).toEqual([true, 1000]);
  });
});
