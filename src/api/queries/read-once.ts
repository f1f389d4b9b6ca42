import * as z from 'zod/mini';
import { storedInstant } from '#src/api/arm/stored-entry.ts';
import { afterReal, now } from '#src/lib/clock.ts';
import { openChannel } from '#src/lib/browser.ts';
import { ifFree, whenFree } from '#src/lib/lock.ts';

/**
 * Lets several tabs follow the same things with one request each: the tab that is due first locks a
 * thing while it requests it, and passes the answer to all. It passes Azure's own words, which every
 * tab parses itself: another tab may run another version.
 */

const sharedAnswer = z.object({
  /** The requested thing's id. */
  id: z.string(),
  sentAt: storedInstant,
  /** When the answer came. */
  at: storedInstant,
  answer: z.unknown(),
});

/** An answer of Azure's that one tab got and all may use. */
export type SharedAnswer = z.infer<typeof sharedAnswer>;

/** What one tab says reaches another a moment after the lock is free. Real milliseconds. */
const ON_ITS_WAY_MS = 500;

/** Real milliseconds for which a tab waits for the answer of another: that tab's read may be stuck. */
const PATIENCE_MS = 30_000;

let channel: BroadcastChannel | null = null;

/** One for the tab; a browser without any leaves each tab to ask for itself. */
function allTabs(): BroadcastChannel | null {
  channel ??= openChannel('answers');
  return channel;
}

/** Calls back with every answer that another tab got. Returns the way to stop. */
export function onSharedAnswer(listener: (told: SharedAnswer) => void): () => void {
  const tabs = allTabs();
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = sharedAnswer.safeParse(data);
    if (message.success) listener(message.data);
  };
  tabs?.addEventListener('message', hear);
  return () => tabs?.removeEventListener('message', hear);
}

/**
 * Asks for a thing, or waits for the answer of the tab that is asking already. One that fails or is
 * closed leaves the asking to the next; so does one that has no answer after half a minute, which then
 * takes the answer of the other.
 * @throws what `ask` throws.
 */
export async function readOnce(id: string, ask: () => Promise<unknown>): Promise<SharedAnswer> {
  let stop: () => void = () => undefined;
  const shared = new Promise<SharedAnswer>((resolve) => {
    stop = onSharedAnswer((one) => {
      if (one.id.toLowerCase() === id.toLowerCase()) resolve(one);
    });
  });
  try {
    for (let stuck = 0; ;) {
      const lock = lockOf(id, stuck);
      const own = whileTelling(lock, () => askAndTell(id, ask));
      const answer =
        (await Promise.race([shared, own])) ?? (await Promise.race([shared, end(lock)]));
      if (typeof answer === 'object') return answer;
      if (answer === 'stuck') stuck += 1;
    }
  } finally {
    stop();
  }
}

/** The lock of a thing after so many tabs that were stuck with it: they keep theirs. */
function lockOf(id: string, stuck: number): string {
  return `read.${id.toLowerCase()}${stuck === 0 ? '' : `.${String(stuck)}`}`;
}

/**
 * Asks under a lock, and keeps the lock for as long as the answer is on its way to the other tabs: one
 * that is due in that moment would ask again. Null when another tab has it.
 */
function whileTelling<Value>(lock: string, ask: () => Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const task = async (): Promise<void> => {
      resolve(await ask());
      await new Promise<void>((over) => void afterReal(ON_ITS_WAY_MS, over));
    };
    ifFree(lock, task).then(() => resolve(null), reject);
  });
}

async function askAndTell(id: string, ask: () => Promise<unknown>): Promise<SharedAnswer> {
  const sentAt = now();
  const shared = { id, sentAt, answer: await ask(), at: now() };
  allTabs()?.postMessage(shared);
  return shared;
}

/** Waits for another tab's request that gives no answer: it ends (`silent`), or takes too long (`stuck`). */
async function end(lock: string): Promise<'silent' | 'stuck'> {
  const patience = new AbortController();
  const stop = afterReal(PATIENCE_MS, () => patience.abort());
  try {
    await whenFree(lock, patience.signal);
  } catch {
    return 'stuck';
  }
  stop();
  return new Promise((resolve) => void afterReal(ON_ITS_WAY_MS, () => resolve('silent')));
}
