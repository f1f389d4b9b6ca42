import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, removeEntry, writeEntry } from '#src/lib/storage.ts';

/** Browsers have it stored under this name. */
const NAME = 'strip-hidden';
const listeners = newListeners();
/** Where nothing can be stored it holds in this tab only. */
let isHiddenHere = false;
onNewVisit(() => {
  isHiddenHere = false;
});

/** Whether the bar of running restores was closed. */
export function isBarHidden(): boolean {
  const entry = readEntry(NAME);
  return isHiddenHere || (entry.ok && entry.value !== null);
}

export function hideBar(): void {
  isHiddenHere = !writeEntry(NAME, 'true').ok;
  listeners.tell();
}

export function showBar(): void {
  isHiddenHere = false;
  removeEntry(NAME);
  listeners.tell();
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onBarChange(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  const stop = onForeignEntry((name) => {
    if (name === NAME) listener();
  });
  return () => {
    leave();
    stop();
  };
}
