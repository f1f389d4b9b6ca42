import { useEffect, useSyncExternalStore } from 'react';
import { newListeners } from '#src/lib/listeners.ts';

/** What stands before a page's own name in the title of the tab. */
let state: readonly string[] = [];
const listeners = newListeners();

function set(next: readonly string[]): void {
  state = next;
  listeners.tell();
}

/** What stands there now: one text, or none. */
export function useTitleState(): readonly string[] {
  return useSyncExternalStore(listeners.listen, () => state);
}

/** Puts a text there for as long as the component is drawn; null: none. */
export function useTitlePrefix(text: string | null): void {
  // The title is the document's, which lies outside of React.
  useEffect(() => {
    set(text === null ? [] : [text]);
    return () => set([]);
  }, [text]);
}
