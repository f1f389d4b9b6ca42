import { type Column, type Columns, columnOf } from '#src/mocks/resource-graph/kql/compile.ts';
import type { Row } from '#src/mocks/resource-graph/kql/values.ts';

/** A row of the left side with one of the right that has the same value, or with none. */
export interface Pair<Left> {
  readonly left: Left;
  readonly right: Row | null;
}

interface Sides<Left> {
  readonly left: { readonly rows: readonly Left[]; readonly columns: Columns<Left> };
  readonly right: { readonly rows: readonly Row[]; readonly columns: Columns<Row> };
  /** The column of both sides. */
  readonly on: string;
  readonly isInner: boolean;
  readonly now: number;
}

/**
 * `join kind=leftouter|inner (…) on column`, in the order of the left side. A column of the right
 * side whose name is taken, the one joined on among them, gets the suffix 1 (KQL).
 */
export function joined<Left>({ left, right, on, isInner, now }: Sides<Left>): {
  readonly rows: readonly Pair<Left>[];
  readonly columns: Columns<Pair<Left>>;
} {
  const leftKey = columnOf(on, { columns: left.columns, now }).read;
  const rightKey = columnOf(on, { columns: right.columns, now }).read;
  const byKey = Map.groupBy(right.rows, (row) => keyText(rightKey(row)));
  // Nothing equals nothing, not even another nothing.
  byKey.delete(null);
  const rows = left.rows.flatMap((row): Pair<Left>[] => {
    const found = byKey.get(keyText(leftKey(row)));
    if (found !== undefined) return found.map((one) => ({ left: row, right: one }));
    return isInner ? [] : [{ left: row, right: null }];
  });
  return { rows, columns: columnsOf(left.columns, right.columns) };
}

function keyText(value: unknown): string | null {
  if (typeof value === 'string') return `'${value}`;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function columnsOf<Left>(left: Columns<Left>, right: Columns<Row>): Columns<Pair<Left>> {
  const columns = new Map<string, Column<Pair<Left>>>();
  for (const [name, { read, part }] of left) {
    columns.set(name, {
      read: (pair) => read(pair.left),
      ...(part === undefined
        ? {}
        : {
            part: (member: string) => {
              const readPart = part(member);
              return (pair: Pair<Left>) => readPart(pair.left);
            },
          }),
    });
  }
  for (const [name, { read }] of right) {
    columns.set(freeName(name, columns), {
      read: ({ right: row }) => (row === null ? null : read(row)),
    });
  }
  return columns;
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let number = 1; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}
