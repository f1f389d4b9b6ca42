import {
  compile,
  type Compute,
  isTimed,
  type Scope,
} from '#src/mocks/resource-graph/kql/compile.ts';
import { NO_ORDER, orderOf, parted } from '#src/mocks/resource-graph/kql/known.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** A row with its keys, of which as many are known as were needed: the second only after a tie. */
interface Keyed<Row> {
  row: Row;
  readonly values: unknown[];
  known: number;
}

/** Rows in order. Of rows that never change the order is remembered; the others are put in between. */
export function ordered<Row>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  scope: Scope<Row>,
): readonly Row[] {
  const compare = comparerOf(
    keys,
    keys.map(({ value }) => compile(value, scope)),
  );
  const { known } = scope;
  if (known === undefined || keys.some(({ value }) => isTimed(value, scope))) {
    return sorted(rows, compare);
  }
  const { numberOf, orders } = known;
  const order = orders.get(keys) ?? NO_ORDER;
  const { held, others } = parted(rows, order, numberOf);
  const all = merged(held, sorted(others, compare), comingFirst(rows, compare));
  if (others.some((row) => numberOf(row) !== undefined)) orders.set(keys, orderOf(all, numberOf));
  return all;
}

type Compare<Row> = (a: Keyed<Row>, b: Keyed<Row>) => number;
type Before<Row> = (a: Keyed<Row>, b: Keyed<Row>) => boolean;

const keyed = <Row>(row: Row): Keyed<Row> => ({ row, values: [], known: 0 });

/** Rows that are in order already are given back as they are, after one pass. */
function sorted<Row>(rows: readonly Row[], compare: Compare<Row>): readonly Row[] {
  return isInOrder(rows, compare)
    ? rows
    : rows
        .map(keyed)
        .toSorted(compare)
        .map(({ row }) => row);
}

function isInOrder<Row>(rows: readonly Row[], compare: Compare<Row>): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  // Two that take turns: a long list would leave much to be thrown away.
  let before = keyed<Row>(first);
  let next = keyed<Row>(first);
  for (const row of rows) {
    next.row = row;
    next.known = 0;
    if (compare(before, next) > 0) return false;
    [before, next] = [next, before];
  }
  return true;
}

/** Whether a row comes before another: of equal ones that which came first, as in any stable order. */
function comingFirst<Row>(rows: readonly Row[], compare: Compare<Row>): Before<Row> {
  let places: ReadonlyMap<Row, number> | null = null;
  const placeOf = (row: Row): number => {
    places ??= new Map(rows.map((one, place) => [one, place]));
    return places.get(row) ?? -1;
  };
  return (a, b) => (compare(a, b) || placeOf(a.row) - placeOf(b.row)) < 0;
}

/** Many rows in order with a few in order: a place is looked up for each of the few. */
function merged<Row>(
  many: readonly Row[],
  few: readonly Row[],
  isBefore: Before<Row>,
): readonly Row[] {
  if (many.length === 0) return few;
  if (few.length === 0) return many;
  const runs: (readonly Row[])[] = [];
  let from = 0;
  for (const row of few) {
    const place = placeFor(keyed(row), many, { from, isBefore });
    runs.push(many.slice(from, place), [row]);
    from = place;
  }
  // Long lists joined to each other: item by item, as `flat` does it, takes ten times as long.
  const [first = [], ...others] = runs;
  return first.concat(...others, many.slice(from));
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

/** Where a row belongs among rows in order, which are halved until one place is left. */
function placeFor<Row>(
  row: Keyed<Row>,
  rows: readonly Row[],
  { from, isBefore }: { readonly from: number; readonly isBefore: Before<Row> },
): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const other = rows[middle];
    if (other !== undefined && isBefore(keyed(other), row)) low = middle + 1;
    else high = middle;
  }
  return low;
}
