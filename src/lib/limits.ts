import { now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';

/** How long the product waits, in real milliseconds, before it says so and offers a way on. */
export const LIMITS = {
  /** One request to Azure, from its start to the last byte of the answer. */
  requestMs: 100_000,
  /** What Azure asks one read to wait for, all its repeats together; a longer wait is left to the person. */
  askedMs: 120_000,
  /** Code that is loaded when it is needed. */
  codeMs: 30_000,
  /** A new token: no request waits longer for the sign-in. */
  tokenMs: 30_000,
  /** After that a place that waits says that it takes longer than usual. */
  lateMs: 10_000,
  /** After that a page that is on its way shows its place. */
  pageMs: 1000,
} as const;

/**
 * A pause lengthened at random by up to a share of it, so that tabs and colleagues who were stopped in
 * one moment don't come back in one moment. Never shorter than it was.
 */
export function lengthened(ms: number, share: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return ms * (1 + (share * random) / 2 ** 32);
}

/**
 * What Azure asked this page to wait for. A wait goes on by itself and is short; a pause is longer than
 * a read waits by itself: until its end nothing is sent to its address, unless a person asks.
 */
const waits = new Set<{ readonly until: Instant }>();
const pauses = new Map<string, Instant>();
const listeners = newListeners();
onNewVisit(() => pauses.clear());

/** Registers a read that waits until a moment. Returns the way to say that it waits no more. */
export function noteWait(until: Instant): () => void {
  const one = { until };
  waits.add(one);
  listeners.tell();
  return () => {
    waits.delete(one);
    listeners.tell();
  };
}

/** When the last of the reads that wait goes on; null while none waits. */
export function lastWait(): Instant | null {
  return [...waits].reduce<Instant | null>(
    (last, { until }) => (last === null || until > last ? until : last),
    null,
  );
}

/** Calls back when a read starts or ends a wait. Returns a function that stops it. */
export function onWaits(listener: () => void): () => void {
  return listeners.listen(listener);
}

/** Registers that nothing is to be sent by itself to an address before a moment. */
export function notePause(address: string, until: Instant): void {
  pauses.set(address, until);
}

/** Until when no automatic request goes to an address; null: there is no pause. */
export function pauseOf(address: string): Instant | null {
  const until = pauses.get(address);
  if (until === undefined) return null;
  if (until > now()) return until;
  pauses.delete(address);
  return null;
}

/** A person asks again: a pause, where there is one, is over. */
export function askNow(pause: { readonly address: string } | undefined, ask: () => void): void {
  if (pause !== undefined) pauses.delete(pause.address);
  ask();
}
