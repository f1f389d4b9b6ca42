/**
 * What modules keep for as long as their page lives. A demo can begin a visit anew without loading
 * the page again; then each of them is as it was when it was loaded.
 */
const resets: (() => boolean)[] = [];

/**
 * Registers how a module's own state is put back to what a page has that was just loaded. Returns
 * false where something goes on that only a load ends.
 */
export function onNewVisit(reset: () => boolean): void {
  resets.push(reset);
}

/** Puts every module's state back; false when something of it goes on. */
export function resetPageState(): boolean {
  return resets.map((reset) => reset()).every(Boolean);
}
