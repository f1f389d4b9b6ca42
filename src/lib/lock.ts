/**
 * Runs a task while no other tab runs one under the same name. Where the browser has no locks
 * (an insecure address) it simply runs.
 */
export async function exclusively<Value>(name: string, task: () => Value): Promise<Value> {
  if (!('locks' in navigator)) return task();
  // A lock is a promise of what the task gives; the task itself never waits.
  let value: { readonly of: Value } | undefined;
  await navigator.locks.request(name, () => {
    value = { of: task() };
  });
  if (value === undefined) throw new Error(`The lock ${name} was taken away.`);
  return value.of;
}
