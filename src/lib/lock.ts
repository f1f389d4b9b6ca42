import { afterReal } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';

// A lock is between the tabs of one owner: what others do has another name.

/** Whether this browser holds tabs apart at this address: none does without HTTPS. */
export const hasLocks = (): boolean => 'locks' in navigator;

/**
 * Runs a task if no other tab runs one under the same name, and keeps the name until the task's
 * promise has come; null when another tab has it. Where the browser has no locks (an insecure
 * address) the task simply runs.
 */
export async function ifFree<Value>(
  name: string,
  task: () => Promise<Value>,
): Promise<Value | null> {
  if (!hasLocks()) return task();
  return navigator.locks.request(ownName(name), { ifAvailable: true }, async (lock) =>
    lock === null ? null : task(),
  );
}

/** The lock of what is written: the same for all that writes it, in all tabs. Ids of Azure are the same in any case. */
const writeLock = (resource: string): string => `write.${resource.toLowerCase()}`;

/**
 * Runs a task that writes resources once nothing else in this browser writes one of them, also in another tab. The locks
 * are taken in one order, so that no two tasks wait for each other. `onWait`: called when the task has to wait; `hasWaited`:
 * it did, and finds all that was stored by then.
 */
export async function whileWriting<Value>(
  resources: readonly string[],
  task: (hasWaited: boolean) => Promise<Value>,
  onWait: () => void = () => undefined,
): Promise<Value> {
  const names = [...new Set(resources.map(writeLock))].toSorted();
  let hasWaited = false;
  const from = async (index: number): Promise<Value> => {
    const name = names[index];
    if (name === undefined) {
      if (hasWaited) await storedByOthers();
      return task(hasWaited);
    }
    const free = await ifFree(name, async () => ({ value: await from(index + 1) }));
    if (free !== null) return free.value;
    if (!hasWaited) onWait();
    hasWaited = true;
    return navigator.locks.request(ownName(name), () => from(index + 1));
  };
  return from(0);
}

/** Runs a task under several names, if no other tab has one of them; null: one has. */
export async function ifAllFree<Value>(
  [first, ...rest]: readonly string[],
  task: () => Promise<Value>,
): Promise<Value | null> {
  return first === undefined ? task() : ifFree(first, () => ifAllFree(rest, task));
}

/**
 * Resolves when no tab runs a task under a name any more: it has ended, or its tab is gone. Rejects
 * when called off.
 */
export async function whenFree(name: string, signal?: AbortSignal): Promise<void> {
  if (!hasLocks()) return;
  const options = signal === undefined ? {} : { signal };
  await navigator.locks.request(ownName(name), options, () => undefined);
}

/** What one tab stores reaches another later than the lock that it gives back. Real milliseconds. */
const ON_ITS_WAY_MS = 1000;

/** Resolves once all that another tab has stored until now can be read here. */
export async function storedByOthers(): Promise<void> {
  await new Promise<void>((resolve) => void afterReal(ON_ITS_WAY_MS, resolve));
}

/**
 * Runs a task under a name once no tab has it any more, and finds all that was stored under it. The name stays
 * free until then: a press in that moment is not lost.
 */
export async function afterOthers(name: string, task: () => void): Promise<void> {
  const run = async (): Promise<void> => task();
  do {
    await whenFree(name);
    await storedByOthers();
  } while ((await ifFree(name, run)) === null);
}

/**
 * Calls back once when this tab is the one that has a name, and keeps the name until it is given
 * back by what is returned or the tab is gone. Where the browser has no locks every tab has it.
 */
export function keepName(name: string, onKept: () => void): () => void {
  if (!hasLocks()) {
    onKept();
    return () => undefined;
  }
  const gone = new AbortController();
  const { signal } = gone;
  const untilGone = (): Promise<void> => {
    if (!signal.aborted) onKept();
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  };
  // One that was given back while it still waited has nothing to say.
  navigator.locks.request(ownName(name), { signal }, untilGone).catch(() => undefined);
  return () => gone.abort();
}
