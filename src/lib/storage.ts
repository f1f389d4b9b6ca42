import { fail, ok, type Result } from '#src/lib/result.ts';

/** Why the browser's storage cannot be used: switched off, or no room left. */
export type StorageTrouble = 'forbidden' | 'full';

/** Reads an entry; null when there is none. Never throws. */
export function readEntry(key: string): Result<string | null, StorageTrouble> {
  try {
    return ok(localStorage.getItem(key));
  } catch {
    return fail('forbidden');
  }
}

/** Writes an entry. Never throws: full or forbidden storage is a reason to tell, not a crash. */
export function writeEntry(key: string, text: string): Result<null, StorageTrouble> {
  try {
    localStorage.setItem(key, text);
    return ok(null);
  } catch (error) {
    return fail(isQuota(error) ? 'full' : 'forbidden');
  }
}

export function removeEntry(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored, so nothing is left behind.
  }
}

/** Removes all that the browser keeps for this address; what may not be reached is not there either. */
export function clearEntries(): void {
  for (const clear of [() => localStorage.clear(), () => sessionStorage.clear()]) {
    try {
      clear();
    } catch {
      // Nothing was stored, so nothing is left behind.
    }
  }
}

/** All keys that start with a prefix; empty where storage is forbidden. */
export function entryKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/**
 * Calls back when another tab wrote or removed an entry, with its key; null when all of them were
 * removed at once. Returns the way to stop.
 */
export function onForeignEntry(listener: (key: string | null) => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => listener(key);
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
