import { afterReal, machineNow, realDelayMs } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';

/**
 * A channel to the tabs of the same owner; null in a browser that has none. @throws before the owner is
 * known.
 */
export function openChannel(name: string): BroadcastChannel | null {
  const fullName = ownName(name);
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(fullName);
}

/**
 * Copies a text. False where the browser doesn't allow it: by a policy, by a person's answer, without a
 * press, or because the page wasn't served over HTTPS.
 */
export async function hasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when the browser loses its connection or has it again. Returns the way to stop. */
export function onConnectionChange(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/**
 * Until the returned function is called, a request to another origin than these throws. Requests of the pipelines wait by
 * themselves; this is for whatever doesn't.
 */
export function holdRequests(
  own: string,
  others: readonly string[],
  sender: Pick<typeof globalThis, 'fetch'> = globalThis,
): () => void {
  const { fetch } = sender;
  sender.fetch = async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input, own);
    if (origin !== own && !others.includes(origin))
      throw new TypeError(`${origin} before the start is over`);
    return fetch(input, init);
  };
  return () => {
    sender.fetch = fetch;
  };
}

/** A press as the browser reports it: one press of a person can arrive as several. */

let isSecondClick = false;

/**
 * Whether what is pressed now is the second click of a double click. The first may have been refused in between,
 * unread by the person, or was on something else in the same place.
 */
export const isRepeatedPress = (): boolean => isSecondClick;

/** A key as far as it matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'target' | 'preventDefault'>;

/** Where a held Enter writes lines. */
const isForLines = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('textarea, [contenteditable="true"]');

/** An Enter that is held presses once: browsers press again with every repetition, also what got the focus since. */
export function keepToOnePress(event: Key): void {
  if (event.key === 'Enter' && event.repeat && !isForLines(event.target)) event.preventDefault();
}

/** Writes down of a click whether it repeats one. */
export function noteClick({ detail }: Pick<MouseEvent, 'detail'>): void {
  isSecondClick = detail > 1;
}

/** Watches all presses of a page, before anything in it hears of them. */
export function watchPresses(page: Document): void {
  page.addEventListener('keydown', keepToOnePress, { capture: true });
  page.addEventListener('click', noteClick, { capture: true });
}

/** Real milliseconds between two looks at the clock. */
const LOOK_MS = 10_000;

/**
 * Calls back when the clock has gone on for much longer than the timers of this tab: the machine
 * slept. A hidden tab is not looked at: its timers are slow by nature. Returns the way to stop.
 */
export function onWake(listener: () => void): () => void {
  let stop: () => void = () => undefined;
  const look = (before: number): void => {
    const at = machineNow();
    const sleptMs = at > before ? realDelayMs(at - before) : 0;
    if (sleptMs > 2 * LOOK_MS && !document.hidden) listener();
    wait();
  };
  const wait = (): void => {
    const before = machineNow();
    stop = afterReal(LOOK_MS, () => look(before));
  };
  wait();
  return () => stop();
}
