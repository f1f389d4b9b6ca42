import { useSyncExternalStore } from 'react';
import { oneOf } from '#src/lib/address-values.ts';
import { parseSpan } from '#src/lib/time.ts';
import { type Shape, storedValues } from '#src/lib/stored-values.ts';
import { RANGES } from '#src/model/jobs.ts';

/** Filters and order of lists as a person left them: the search part of the address of each. */

/** Pages that are lists. */
const LISTS: readonly string[] = ['/instances', '/jobs', '/vaults'];

type StoredSearch = Readonly<Record<string, string>>;

const NOTHING: StoredSearch = {};

/** The parts of an object that are texts: no other has a place in an address. */
const textsIn = (value: object): StoredSearch =>
  Object.fromEntries(
    Object.entries(value).filter((part: [string, unknown]) => typeof part[1] === 'string'),
  );

const shape: Shape<StoredSearch> = {
  safeParse: (value) =>
    typeof value === 'object' && value !== null
      ? { success: true, data: textsIn(value) }
      : { success: false },
};

const stored = storedValues('list.', shape);

/** What a person left in a list, by its path; nothing: all rows. The same object until it changes. */
export const storedSearch = (path: string): StoredSearch =>
  LISTS.includes(path) ? (stored.read(path) ?? NOTHING) : NOTHING;

/**
 * Stores what a person left in a list. The one instance that a link asked for is not stored, and neither are hours of a
 * day, which say nothing of the next.
 */
export function storeSearch(path: string, search: object): void {
  const { instance: _, range, ...parts } = textsIn(search);
  const isOfDay = range === undefined || parseSpan(range) !== null;
  if (LISTS.includes(path)) stored.write(path, isOfDay ? parts : { ...parts, range });
}

/** What a person left in a list, for links back to it. */
export const useStoredSearch = (path: string): StoredSearch =>
  useSyncExternalStore(stored.listen, () => storedSearch(path));

/** When jobs started, by an address: in a range by its word, or in hours; null: neither. */
export const startedIn = (text: string) => oneOf(RANGES)(text) ?? parseSpan(text);
