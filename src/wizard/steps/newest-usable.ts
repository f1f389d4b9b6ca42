import type { Instant } from '#src/lib/time.ts';

interface Point {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

/** The name of the newest of some restore points that can be used; null where none can. Pure. */
export function newestUsable<Row extends Point>(
  rows: readonly Row[],
  isUsable: (row: Row) => boolean,
): string | null {
  const newestFirst = rows
    .filter(({ time }) => time !== null)
    .toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
  return newestFirst.find(isUsable)?.name ?? null;
}
