import { isForeign, nameIfOwn, ownName } from '#src/lib/owner.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';

/** Why the browser's storage cannot be used: switched off, or no room left. */
export type StorageTrouble = 'forbidden' | 'full';

/** The start of every key that has no owner. */
const COMMON = 'restore-center.';

/** What is the same for whoever uses the browser: looks and keys alone. Every other entry has an owner. */
const COMMON_NAMES: readonly string[] = ['theme', 'timeZone', 'sheetKey'];

const isCommon = (name: string): boolean => COMMON_NAMES.includes(name);

/** @throws for an entry that has an owner, before the owner is known. */
const keyOf = (name: string): string => (isCommon(name) ? COMMON + name : ownName(name));

/** Whether the browser gives this page no storage at all, as where cookies and site data are blocked. */
export function isStorageBlocked(): boolean {
  try {
    return !localStorage;
  } catch {
    return true;
  }
}

let tab: string | null = null;

/** The name of this tab, which a reload keeps where the browser stores anything. */
export function thisTab(): string {
  tab ??= storedTab() ?? crypto.randomUUID();
  return tab;
}

function storedTab(): string | null {
  const key = `${COMMON}tab`;
  try {
    const stored = sessionStorage.getItem(key) ?? crypto.randomUUID();
    sessionStorage.setItem(key, stored);
    return stored;
  } catch {
    return null;
  }
}

/** Reads an entry; null when there is none. Never throws once the owner is known. */
export function readEntry(name: string): Result<string | null, StorageTrouble> {
  const key = keyOf(name);
  try {
    return ok(localStorage.getItem(key));
  } catch {
    return fail('forbidden');
  }
}

/**
 * Writes an entry. Full or forbidden storage is a reason to report, not a crash: never throws once the
 * owner is known.
 */
export function writeEntry(name: string, text: string): Result<null, StorageTrouble> {
  const key = keyOf(name);
  try {
    localStorage.setItem(key, text);
    return ok(null);
  } catch (error) {
    return fail(isQuota(error) ? 'full' : 'forbidden');
  }
}

export function removeEntry(name: string): void {
  const key = keyOf(name);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored, so nothing is left behind.
  }
}

/**
 * Removes all that the browser stores for this address, except other owners' entries; storage without
 * access has none.
 */
export function clearEntries(): void {
  for (const key of allKeys()) {
    if (!isForeign(key)) localStorage.removeItem(key);
  }
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was stored, so nothing is left behind.
  }
}

/** The names of the owner's entries that start with a prefix; empty where storage is forbidden. */
export function entryNames(prefix: string): string[] {
  const key = ownName(prefix);
  return allKeys().flatMap((one) => (one.startsWith(key) ? (nameIfOwn(one) ?? []) : []));
}

/** Whether anything is stored of the time before entries had an owner. */
export function hasUnownedEntries(): boolean {
  return allKeys().some(isUnowned);
}

function isUnowned(key: string): boolean {
  return key.startsWith(COMMON) && !isCommon(key.slice(COMMON.length));
}

/**
 * Gives the owner what was stored before entries had one. Returns the names of the entries that the
 * owner has now; one that the owner had already stays as it was.
 */
export function adoptEntries(): string[] {
  const own = ownName('');
  return allKeys().flatMap((key) => {
    const name = key.slice(COMMON.length);
    return isUnowned(key) && isMoved(key, own + name) ? [name] : [];
  });
}

/** Whether an entry is under another key now. There may be no room for both. */
function isMoved(from: string, to: string): boolean {
  const text = localStorage.getItem(from);
  localStorage.removeItem(from);
  if (text === null || localStorage.getItem(to) !== null) return false;
  try {
    localStorage.setItem(to, text);
    return true;
  } catch {
    localStorage.setItem(from, text);
    return false;
  }
}

/**
 * Calls back when another tab wrote or removed an entry of this owner or a common one, with its name;
 * null when all of them were removed at once. Returns the way to stop.
 */
export function onForeignEntry(listener: (name: string | null) => void): () => void {
  // Only a page has other tabs.
  if (!('window' in globalThis)) return () => undefined;
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === null) return listener(null);
    const name = nameIfOwn(key) ?? commonName(key);
    if (name !== null) listener(name);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

function commonName(key: string): string | null {
  const name = key.slice(COMMON.length);
  return key.startsWith(COMMON) && isCommon(name) ? name : null;
}

function allKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
