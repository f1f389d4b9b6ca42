/** The first items of a list that is longer than what was read of it. What is made of it by `map`, `filter` or `flatMap` is cut, too. */
class CutList<Item> extends Array<Item> {
  /** A property of its own: a cache that shares what is alike between two answers leaves such a list as it is. */
  readonly isCut = true;
}

/** Says of the items of a list that there are more. */
export function cutList<Item>(items: readonly Item[]): Item[] {
  const list = new CutList<Item>();
  for (const item of items) list.push(item);
  return list;
}

/** Whether a list is longer than what was read of it: that something is not in it then proves nothing. */
export function isCut(list: readonly unknown[] | undefined): boolean {
  return list instanceof CutList;
}

/** The names that are taken; undefined while they are not read, and where a cut list lacks the name that matters. */
export function takenNames(
  names: readonly string[] | undefined,
  wanted: string | null,
): readonly string[] | undefined {
  const isThere = names?.some((name) => name.toLowerCase() === wanted?.toLowerCase()) === true;
  return isCut(names) && !isThere ? undefined : names;
}

/** What a list says by having something; that it does not proves nothing where it is cut. */
export function unlessCut(list: readonly unknown[], hasIt: boolean): boolean | undefined {
  return !hasIt && isCut(list) ? undefined : hasIt;
}

/** Rows by a value of theirs; those of one value by their ids, whichever way the order goes. */
export function sortedBy<Row extends { readonly id: string }>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number,
  isDescending: boolean,
): readonly Row[] {
  const direction = isDescending ? -1 : 1;
  return rows.toSorted(
    (a, b) => direction * compared(valueOf(a), valueOf(b)) || compared(a.id, b.id),
  );
}

function compared(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How a list is ordered. */
export interface ListOrder<Sort extends string> {
  readonly by: Sort;
  readonly isDescending: boolean;
}

/** Which rows of a list are in view, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** The first hits of a search, and how many there are in all. */
export interface FirstHits<Hit> {
  readonly hits: readonly Hit[];
  readonly total: number;
}
