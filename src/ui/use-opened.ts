import { useEffect } from 'react';
import { noteOpened } from '#src/lib/recent-instances.ts';

/**
 * Stores that a backup instance was opened, for the search. `place` tells it from others of its name; undefined:
 * the instance isn't read, and nothing is stored.
 */
export function useOpened(id: string, name: string, place: readonly string[] | undefined): void {
  const places = place?.join('\n');
  // Synchronizes the browser's storage with the page that is shown.
  useEffect(() => {
    if (places !== undefined) noteOpened({ id, name, place: places.split('\n') });
  }, [id, name, places]);
}
