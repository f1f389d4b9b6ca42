import { newListeners } from '#src/lib/listeners.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The restores that the page itself shows with how far they are: nothing else needs to. */

let shown: readonly string[] = [];
const listeners = newListeners();

function setShown(next: readonly string[]): void {
  shown = next;
  listeners.tell();
}

/** The ids as one text, which changes only with them. */
export const inViewText = (ids: readonly ResourceId[]): string => ids.join('\n').toLowerCase();

/** Keeps them, by {@link inViewText}, until the returned function is called. */
export function keepInView(text: string): () => void {
  setShown(text.split('\n'));
  return () => setShown([]);
}

export const restoresInView = (): readonly string[] => shown;
export const onInViewChange = listeners.listen;
