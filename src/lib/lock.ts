/**
 * Runs a task if no other tab runs one under the same name, and keeps the name until the task's
 * promise has come; null when another tab has it. Where the browser has no locks (an insecure
 * address) the task simply runs.
 */
export async function ifFree<Value>(
  name: string,
  task: () => Promise<Value>,
): Promise<Value | null> {
  if (!('locks' in navigator)) return task();
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock === null ? null : task(),
  );
}

/** Resolves when no tab runs a task under a name any more: it has ended, or its tab is gone. */
export async function whenFree(name: string): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, () => undefined);
}
