/**
 * State of modules that lasts as long as their page. A demo can start a new visit without loading the
 * page again; then each module is as it was when it was loaded.
 */
const resets = new Set<() => void>();
const looks = new Set<() => boolean>();
const counts = new Set<() => number>();

/** Registers how a module's own state is put back to what a page has that was just loaded. Returns the way to leave. */
export function onNewVisit(reset: () => void): () => void {
  resets.add(reset);
  return () => void resets.delete(reset);
}

/** Registers a look at whether a module is at rest: nothing of it goes on that only a load ends. Returns the way to leave. */
export function addRestCheck(isAtRest: () => boolean): () => void {
  looks.add(isAtRest);
  return () => void looks.delete(isAtRest);
}

/** Whether nothing of any module goes on that only a load ends. */
export function isPageAtRest(): boolean {
  return [...looks].every((isAtRest) => isAtRest());
}

/** Puts every module's state back. */
export function resetPageState(): void {
  for (const reset of resets) reset();
}

/** Registers how many reads of a module are under way, in this page or beyond it. Returns the way to leave. */
export function onReadsCounted(count: () => number): () => void {
  counts.add(count);
  return () => void counts.delete(count);
}

/** How many reads of all modules are under way, of data and of code, the waits in between included. */
export function readsUnderWay(): number {
  return [...counts].reduce((sum, count) => sum + count(), 0);
}
