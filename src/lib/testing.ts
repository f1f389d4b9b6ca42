import { afterEach, beforeEach, vi } from 'vitest';
import { type Clock, machineClock } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import type { Owner } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type Instant, instant } from '#src/lib/time.ts';

/** What tests install in place of the machine's clock and the browser's storage. */

/** Whose storage, locks and channels unit tests use. */
export const TEST_OWNER: Owner = {
  mode: 'live',
  cloud: 'AzureCloud',
  tenantId: 'tenant',
  accountId: 'account',
};

export interface FakeClock extends Clock {
  /** Lets time go by without notifying listeners, as it does by itself. */
  pass(ms: number): void;
  /** Time is moved by a person: listeners hear of it. */
  jump(ms: number): void;
  /** While paused nothing goes by and no real delay ends. */
  pause(isPaused: boolean): void;
  /** How many waits listen. */
  readonly listenerCount: number;
}

/** A clock that stands where a test puts it; `speed` simulated milliseconds go by in a real one. */
export function fakeClock(startMs = 0, speed = 1): FakeClock {
  let ms = startMs;
  let isStill = false;
  const listeners = newListeners();
  return {
    now: (): Instant => instant(ms),
    realDelayMs: (delay) => (isStill ? Infinity : delay / speed),
    onJump: listeners.listen,
    pass: (by) => {
      ms += by;
    },
    jump: (by) => {
      ms += by;
      listeners.tell();
    },
    pause: (isPaused) => {
      isStill = isPaused;
      listeners.tell();
    },
    get listenerCount() {
      return listeners.count;
    },
  };
}

/** A clock that goes as in a demo at its fastest: a look waits its shortest real time. */
export function flyingClock(startMs = 0): Clock {
  const begunAt = machineClock.now();
  const speed = 3600;
  return {
    now: () => instant(startMs + (machineClock.now() - begunAt) * speed),
    realDelayMs: (ms) => ms / speed,
    onJump: () => () => undefined,
  };
}

/** Lets the time of Vitest’s fake timers go by until something has come to its end. */
export async function untilEnd<Value>(work: Promise<Value>): Promise<Value> {
  const state = { isOver: false };
  const end = work.finally(() => {
    state.isOver = true;
  });
  // A rejection is thrown by the end, to the caller.
  end.catch(() => undefined);
  while (!state.isOver) await vi.advanceTimersByTimeAsync(1000);
  return end;
}

export interface FakeStorage {
  /** What stands in the storage, as another tab sees it. */
  readonly entries: Map<string, string>;
  /** What the storage does from now on: work, refuse writes for want of room, refuse everything. */
  become(how: 'usable' | 'full' | 'forbidden'): void;
  /** Gives it room for so many characters, keys included. */
  limit(characters: number): void;
  /** To be given to `vi.stubGlobal('localStorage', …)`. */
  readonly area: object;
}

/** A `localStorage` that can be full or forbidden. */
export function fakeStorage(): FakeStorage {
  const entries = new Map<string, string>();
  let how: 'usable' | 'full' | 'forbidden' = 'usable';
  let room = Infinity;
  const admit = (): void => {
    if (how === 'forbidden') throw new DOMException('denied', 'SecurityError');
  };
  const methods = {
    getItem: (key: string): string | null => {
      admit();
      return entries.get(key) ?? null;
    },
    setItem: (key: string, text: string): void => {
      admit();
      const others = [...entries].filter(([one]) => one !== key);
      const used = [...others, [key, text]].flat().join('').length;
      if (how === 'full' || used > room) throw new DOMException('no room', 'QuotaExceededError');
      entries.set(key, text);
    },
    removeItem: (key: string): void => {
      admit();
      entries.delete(key);
    },
  };
  return {
    entries,
    become: (next) => {
      how = next;
    },
    limit: (characters) => {
      room = characters;
    },
    // Own keys of a storage are its entries; its methods are inherited.
    area: new Proxy(methods, {
      ownKeys: () => {
        admit();
        return [...entries.keys()];
      },
      getOwnPropertyDescriptor: (_, key) =>
        entries.has(String(key)) ? { configurable: true, enumerable: true } : undefined,
    }),
  };
}

/** Gives each test of a file the state of a page that was just loaded, and a `localStorage` of its own, which it returns. */
export function freshStorage(): Pick<FakeStorage, 'entries' | 'become' | 'limit'> {
  let storage = fakeStorage();
  beforeEach(() => {
    resetPageState();
    storage = fakeStorage();
    vi.stubGlobal('localStorage', storage.area);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  return {
    get entries() {
      return storage.entries;
    },
    become: (how) => storage.become(how),
    limit: (characters) => storage.limit(characters),
  };
}

/** Real milliseconds between two looks, at the least: longer than what tests let pass. */
const SHORTEST_MS = 250;

/** Lets the shortest real pause between two looks pass at once; other pauses take the time that these timers take. */
export function quickLooks(real: Pick<typeof globalThis, 'setTimeout' | 'setInterval'>): void {
  const quick = (ms?: number) => (ms === SHORTEST_MS ? 0 : ms);
  vi.stubGlobal('setTimeout', (call: () => void, ms?: number) => real.setTimeout(call, quick(ms)));
  vi.stubGlobal('setInterval', (call: () => void, ms?: number) =>
    real.setInterval(call, quick(ms)),
  );
}
