import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import {
  holdRequests,
  isRepeatedPress,
  keepToOnePress,
  noteClick,
  onWake,
} from '#src/lib/browser.ts';
import { installClock } from '#src/lib/clock.ts';
import { type FakeClock, fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';

describe('a machine that sleeps', () => {
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
});

const OWN = 'https://restore.example';
const AZURE = 'https://management.azure.com/subscriptions';

test('before the start is over only own requests leave, and all of them afterwards', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('there'));
  const sender = { fetch };
  const release = holdRequests(OWN, [], sender);
  await expect(sender.fetch(AZURE)).rejects.toThrow('https://management.azure.com before');
  await expect(sender.fetch(new Request(AZURE))).rejects.toThrow(TypeError);
  await expect(sender.fetch(new URL(AZURE))).rejects.toThrow(TypeError);
  expect(fetch).not.toHaveBeenCalled();
  expect(await (await sender.fetch(`${OWN}/config.json`)).text()).toBe('there');
  release();
  await sender.fetch(AZURE);
  expect(fetch).toHaveBeenCalledTimes(2);
});

describe('one press', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    noteClick({ detail: 1 });
  });

  /** Stands in for the element that has the focus. */
  class FakeElement extends EventTarget {
    readonly #tag: string;

    constructor(tag: string) {
      super();
      this.#tag = tag;
    }

    matches(selector: string): boolean {
      return selector.split(', ').includes(this.#tag);
    }
  }

  test.each([
    ['Enter', true, 'button', true],
    ['Enter', true, 'input', true],
    ['Enter', false, 'button', false],
    ['Enter', true, 'textarea', false],
    ['a', true, 'input', false],
    ['ArrowDown', true, 'button', false],
  ])('%s, repeated: %s, in a %s, is kept from pressing: %s', (key, repeat, tag, isKept) => {
    vi.stubGlobal('Element', FakeElement);
    const preventDefault = vi.fn<() => void>();
    keepToOnePress({ key, repeat, target: new FakeElement(tag), preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(isKept ? 1 : 0);
  });

  test.each([
    ['by keyboard', 0, false],
    ['the first click', 1, false],
    ['the second of a double click', 2, true],
    ['the third', 3, true],
  ])('%s: a repetition is %s', (_, detail, isRepeated) => {
    noteClick({ detail });
    expect(isRepeatedPress()).toBe(isRepeated);
  });
});
