import { useEffect } from 'react';

/**
 * Stores with a draft what has become known outside of it, each time that is something else. Both
 * `known` and `store` stay the same between draws that bring nothing new.
 */
export function useStoredWith<Known>(
  id: string,
  known: Known,
  store: (id: string, known: Known) => void,
): void {
  // Synchronizes the draft in the browser's storage with what has become known.
  useEffect(() => store(id, known), [id, known, store]);
}
