import { type Column, type Columns, columnOf } from '#src/mocks/resource-graph/kql/compile.ts';

/** A side of a join: its values by the numbers of its rows, of whatever kind the rows are. */
export interface Side {
  readonly length: number;
  readonly columns: Columns<number>;
}

/** A row of the left side with the number of one of the right that has the same value; null: with none. */
export interface Pair<Left> {
  readonly left: Left;
  readonly right: number | null;
}

interface Sides<Left> {
  readonly left: { readonly rows: readonly Left[]; readonly columns: Columns<Left> };
  readonly right: Side;
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
  const numbers = numbersByKey(right, columnOf(on, { columns: right.columns, now }).read);
  const rows: Pair<Left>[] = [];
  for (const row of left.rows) {
    const key = keyText(leftKey(row));
    const found = key === null ? undefined : numbers.get(key);
    for (const number of found ?? []) rows.push({ left: row, right: number });
    if (found === undefined && !isInner) rows.push({ left: row, right: null });
  }
  return { rows, columns: columnsOf(left.columns, right.columns) };
}

/** The rows of each value. Nothing equals nothing, not even another nothing. */
function numbersByKey(
  { length }: Side,
  read: (number: number) => unknown,
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (let number = 0; number < length; number += 1) {
    const key = keyText(read(number));
    const known = key === null ? undefined : numbers.get(key);
    if (known !== undefined) known.push(number);
    else if (key !== null) numbers.set(key, [number]);
  }
  return numbers;
}

/** Distinguishes values of other types from text that reads the same. */
function keyText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? null : `\0${JSON.stringify(value)}`;
}

function columnsOf<Left>(left: Columns<Left>, right: Columns<number>): Columns<Pair<Left>> {
  const columns = new Map<string, Column<Pair<Left>>>();
  for (const [name, column] of left)
    columns.set(
      name,
      through(column, (pair) => pair.left),
    );
  for (const [name, { read }] of right) {
    columns.set(freeName(name, columns), {
      read: ({ right: number }) => (number === null ? null : read(number)),
    });
  }
  return columns;
}

/** A column of something else, reached from a row. */
function through<From, To>({ read, part }: Column<To>, reach: (from: From) => To): Column<From> {
  return {
    read: (from) => read(reach(from)),
    ...(part === undefined
      ? {}
      : {
          part: (name: string) => {
            const readPart = part(name);
            return (from: From) => readPart(reach(from));
          },
        }),
  };
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let number = 1; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}
