import { type Abortable, abortError } from '#src/lib/result.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/**
 * The one clock of the product. Live it is the machine's; a demo installs the simulated one, so
 * that the client's own waits run at the simulation's speed.
 */
export interface Clock {
  now(): Instant;
  /** Real milliseconds until `ms` of this clock have gone by; Infinity while it stands still. */
  realDelayMs(ms: number): number;
  /** Calls back when the clock was moved, paused or changed its speed. Returns the way to stop. */
  onJump(listener: () => void): () => void;
}

/** The initial clock of a page. */
export const machineClock: Clock = {
  now: () => instant(Date.now()),
  realDelayMs: (ms) => ms,
  onJump: () => () => undefined,
};

let current: Clock = machineClock;

/** Replaces the clock, once, before the application is drawn. */
export function installClock(clock: Clock): void {
  current = clock;
  service = NOTHING_KNOWN;
}

/** How far the clock that is read is ahead of the one that waits go by; 0 but in a demo. */
let aheadMs = 0;

/**
 * Sets what is read as {@link now} ahead by milliseconds (negative: behind), as a machine whose clock is
 * wrong; waits go on at their pace. The clock itself notifies its listeners.
 */
export function setClockAhead(ms: number): void {
  aheadMs = ms;
}

/**
 * This computer's own clock, which may be wrong: for what it dates itself, such as the end of a token, and for how long
 * something in this page takes.
 */
export function machineNow(): Instant {
  return instant(current.now() + aheadMs);
}

/** The time by the service's clock, as well as it is known: this computer's until a service has told it. */
export function now(): Instant {
  return instant(machineNow() + service.aheadMs);
}

/** What tells the time: the `Date` of answers, the start of a job that is ours for certain, or this computer alone. */
type ClockSource = 'answers' | 'job' | 'computer';

/** How far the service's clock is ahead of this computer's, and what tells that. */
interface ServiceClock {
  readonly aheadMs: number;
  readonly source: ClockSource;
}

const NOTHING_KNOWN: ServiceClock = { aheadMs: 0, source: 'computer' };
let service = NOTHING_KNOWN;
const listeners = newListeners();
onNewVisit(() => {
  service = NOTHING_KNOWN;
});

/** The same object until it changes. */
export const serviceClock = (): ServiceClock => service;

/** Whether only this computer's clock tells the time. */
export const isOwnClock = (): boolean => service.source === 'computer';

/** Calls back when more is known of the service's clock. Returns the way to stop. */
export const onServiceClock = listeners.listen;

/**
 * Takes from a service how far its clock is ahead, which is known between two bounds: an answer is dated some time
 * between its request and its arrival. What lies between them is kept as it is, so that time doesn't jitter.
 */
export function noteServiceClock(
  source: Exclude<ClockSource, 'computer'>,
  leastMs: number,
  mostMs: number,
): void {
  // A clock that was set back in between tells nothing, and an answer more than a job.
  if (leastMs > mostMs || (source === 'job' && service.source === 'answers')) return;
  const ahead = Math.min(Math.max(service.aheadMs, leastMs), mostMs);
  if (ahead === service.aheadMs && source === service.source) return;
  service = { aheadMs: ahead, source };
  listeners.tell();
}

/** See {@link Clock.realDelayMs}. */
export function realDelayMs(ms: number): number {
  return current.realDelayMs(ms);
}

export function onClockJump(listener: () => void): () => void {
  return current.onJump(listener);
}

/** Longest real time one timer runs: a paused or very slow clock is looked at again then. */
const LONGEST_TIMER_MS = 60_000;

/** Calls `callback` after `delayMs` real milliseconds; returns the way to call it off. */
export function afterReal(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, Math.min(delayMs, LONGEST_TIMER_MS));
  return () => clearTimeout(timer);
}

let waits = 0;

/** How many calls of {@link wait} have not come to their end. */
export function waitsUnderWay(): number {
  return waits;
}

/**
 * Resolves when `ms` of the clock have gone by, sooner when the clock is moved past that moment.
 * Rejects with the signal's reason when aborted.
 */
export function wait(ms: number, signal?: Abortable): Promise<void> {
  return waiting(ms, signal, (left, { look }) => afterReal(realDelayMs(left), look));
}

/**
 * The same for what has to go on while the clock stands still: a timer alone decides, and where none
 * fits it runs for a real minute.
 */
export function waitByTimer(ms: number, signal?: Abortable): Promise<void> {
  return waiting(ms, signal, (left, { end }) => {
    const real = realDelayMs(left);
    const timer = setTimeout(end, Number.isFinite(real) ? real : LONGEST_TIMER_MS);
    return () => clearTimeout(timer);
  });
}

/** Real time between two looks, at the least. */
const SHORTEST_MS = 250;

/** Real milliseconds of a pause before a look: while the clock stands still, its own length. */
export function lookDelayMs(ms: number): number {
  const real = realDelayMs(ms);
  return Math.max(SHORTEST_MS, Number.isFinite(real) ? real : ms);
}

/**
 * A pause before a look at what a press has done: also while the clock stands still, then for as long in real time.
 * Never shorter than {@link SHORTEST_MS} in real time, however far the clock is moved.
 */
export async function waitForLook(ms: number, signal?: Abortable): Promise<void> {
  await Promise.all([
    waiting(ms, signal, (left, { end }) => {
      const timer = setTimeout(end, lookDelayMs(left));
      return () => clearTimeout(timer);
    }),
    waitReal(SHORTEST_MS, signal),
  ]);
}

/** Resolves after real milliseconds, whatever the clock does. Rejects with the signal's reason when aborted. */
export function waitReal(ms: number, signal?: Abortable): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(abortError(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
}

/** The result of a read, or a fallback if it takes longer than so many real milliseconds. */
export async function inTime<Value, const Else>(
  ms: number,
  otherwise: Else,
  read: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | Else> {
  const over = new AbortController();
  const tooLate = waitReal(ms, over.signal).then(() => otherwise);
  try {
    return await Promise.race([read(over.signal), tooLate]);
  } finally {
    over.abort();
  }
}

/** Whether a deadline has passed, so many real milliseconds from now, whatever the clock does. */
export function deadline(ms: number): () => boolean {
  const at = performance.now() + ms;
  return () => performance.now() >= at;
}

interface Timing {
  readonly look: () => void;
  readonly end: () => void;
}

/** Waits by a timer of the caller's, which is set anew after every look at the clock. */
function waiting(
  ms: number,
  signal: Abortable | undefined,
  startTimer: (left: number, timing: Timing) => () => void,
): Promise<void> {
  const until = current.now() + ms;
  waits += 1;
  return new Promise((resolve, reject) => {
    let cancelTimer: () => void = () => undefined;
    const stop = (): void => {
      waits -= 1;
      cancelTimer();
      stopListening();
      signal?.removeEventListener('abort', onAbort);
    };
    const end = (): void => {
      stop();
      resolve();
    };
    const onAbort = (): void => {
      stop();
      reject(abortError(signal));
    };
    const look = (): void => {
      cancelTimer();
      const left = until - current.now();
      if (left <= 0) end();
      else cancelTimer = startTimer(left, { look, end });
    };
    const stopListening = onClockJump(look);
    if (signal?.aborted === true) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    look();
  });
}
