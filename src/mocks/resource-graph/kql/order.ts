import { compile, type Compute, type Scope } from '#src/mocks/resource-graph/kql/compile.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** A row with the keys that were needed so far: the second only where the first is the same. */
interface Keyed<Row> {
  readonly row: Row;
  readonly values: unknown[];
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
  let before: Keyed<Row> | null = null;
  for (const row of rows) {
    const next: Keyed<Row> = { row, values: [] };
    if (before !== null && compare(before, next) > 0) return sorted(rows, compare);
    before = next;
  }
  return rows;
}

type Compare<Row> = (a: Keyed<Row>, b: Keyed<Row>) => number;

function sorted<Row>(rows: readonly Row[], compare: Compare<Row>): readonly Row[] {
  return rows
    .map((row): Keyed<Row> => ({ row, values: [] }))
    .toSorted(compare)
    .map(({ row }) => row);
}

function comparerOf<Row>(
  keys: readonly SortKey[],
  computes: readonly Compute<Row>[],
): Compare<Row> {
  const valueOf = ({ row, values }: Keyed<Row>, index: number): unknown => {
    if (index === values.length) values.push(computes[index]?.(row));
    return values[index];
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
  const [isNoA, isNoB] = [a === null || a === undefined, b === null || b === undefined];
  if (isNoA || isNoB) return isNoA === isNoB ? 0 : isNoA === nullsFirst ? -1 : 1;
  const order = compareValues(a, b) ?? textOf(a).localeCompare(textOf(b));
  return isDescending ? -order : order;
}
