import { compile, type Compute, type Scope } from '#src/mocks/resource-graph/kql/compile.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** A row with its keys, of which as many are known as were needed: the second only after a tie. */
interface Keyed<Row> {
  row: Row;
  readonly values: unknown[];
  known: number;
}

/** Rows in order. Rows that are in order already are given back as they are, after one pass. */
export function ordered<Row>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  scope: Scope<Row>,
): readonly Row[] {
  const compare = comparerOf(
    keys,
    keys.map(({ value }) => compile(value, scope)),
  );
  const keyed = (row: Row): Keyed<Row> => ({ row, values: keys.map(() => null), known: 0 });
  return isInOrder(rows, keyed, compare)
    ? rows
    : rows
        .map(keyed)
        .toSorted(compare)
        .map(({ row }) => row);
}

type Compare<Row> = (a: Keyed<Row>, b: Keyed<Row>) => number;

function isInOrder<Row>(
  rows: readonly Row[],
  keyed: (row: Row) => Keyed<Row>,
  compare: Compare<Row>,
): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  // Two that take turns: a long list would leave much to be thrown away.
  let before = keyed(first);
  let next = keyed(first);
  for (const row of rows) {
    next.row = row;
    next.known = 0;
    if (compare(before, next) > 0) return false;
    [before, next] = [next, before];
  }
  return true;
}

function comparerOf<Row>(
  keys: readonly SortKey[],
  computes: readonly Compute<Row>[],
): Compare<Row> {
  const valueOf = (of: Keyed<Row>, index: number): unknown => {
    if (index === of.known) {
      of.values[index] = computes[index]?.(of.row) ?? null;
      of.known += 1;
    }
    return of.values[index];
  };
  return (a, b) => {
    let index = 0;
    for (const key of keys) {
      const order = compareKeys(valueOf(a, index), valueOf(b, index), key);
      if (order !== 0) return order;
      index += 1;
    }
    return 0;
  };
}

function compareKeys(a: unknown, b: unknown, { isDescending, nullsFirst }: SortKey): number {
  if (a === null || b === null) return a === b ? 0 : (a === null) === nullsFirst ? -1 : 1;
  const order = compareValues(a, b) ?? textOf(a).localeCompare(textOf(b));
  return isDescending ? -order : order;
}
