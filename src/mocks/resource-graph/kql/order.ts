import {
  compile,
  type Compute,
  isTimed,
  type Scope,
} from '#src/mocks/resource-graph/kql/compile.ts';
import { storedOrder, stillWanted } from '#src/mocks/resource-graph/kql/stored-order.ts';
import type { StoredOrder } from '#src/mocks/resource-graph/kql/known.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import {
  type Countable,
  holdsAll,
  isSettling,
  madeRows,
  type Settling,
  type Source,
} from '#src/mocks/resource-graph/kql/source.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** A row with its keys, of which as many are known as were needed: the second only after a tie. */
interface Keyed<Row> {
  row: Row;
  readonly values: unknown[];
  known: number;
}

/** Rows in order. That of settled rows is remembered; the others are put in between. */
export function ordered<Row>(
  rows: Source<Row>,
  keys: readonly SortKey[],
  scope: Scope<Row>,
): Source<Row> {
  const compare = comparerOf(
    keys,
    keys.map(({ value }) => compile(value, scope)),
  );
  const { known } = scope;
  if (known === undefined || !isSettling(rows) || keys.some(({ value }) => isTimed(value, scope))) {
    return sorted(madeRows(rows), compare);
  }
  const { timed, changing, placeOf } = rows;
  // Of equal ones that which stands first in the table comes first, as in any stable order.
  const strictly: Compare<Row> = (a, b) => compare(a, b) || placeOf(a.row) - placeOf(b.row);
  const order = grown(known.orders.get(keys), rows, strictly);
  known.orders.set(keys, order);
  return merged(stillWanted(order, timed), sorted(changing, strictly), strictly);
}

/** The order of settled rows, with those that have settled since it was last looked at. */
function grown<Row>(
  known: StoredOrder<Row> | undefined,
  { settled, lasting, timed }: Settling<Row>,
  compare: Compare<Row>,
): StoredOrder<Row> {
  const before = known?.of === settled ? known : null;
  if (before?.seen === settled.length) return before;
  const added = settled.slice(before?.seen).filter((row) => holdsAll(lasting, row));
  const rows = merged(before?.rows ?? [], sorted(added, compare), compare).all();
  return storedOrder(settled, rows, timed);
}

type Compare<Row> = (a: Keyed<Row>, b: Keyed<Row>) => number;

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
  // Two objects, reused in turn: one for each row of a long list would leave much garbage.
  let before = keyed<Row>(first);
  let next = keyed<Row>(first);
  for (const row of rows) {
    next.row = row;
    next.known = 0;
    // The first comes after nothing.
    if (row !== first && compare(before, next) > 0) return false;
    [before, next] = [next, before];
  }
  return true;
}

/** Many rows in order with a few in order: a place is looked up for each of the few. */
function merged<Row>(
  many: readonly Row[],
  few: readonly Row[],
  compare: Compare<Row>,
): Countable<Row> {
  const places: number[] = [];
  for (const row of few)
    places.push(placeFor(keyed(row), many, { from: places.at(-1) ?? 0, compare }));
  const length = many.length + few.length;
  const slice = (from: number, to: number): readonly Row[] => {
    const part: Row[] = [];
    // Of the few, how many come before.
    let nth = places.findIndex((place, index) => place + index >= from);
    if (nth < 0) nth = few.length;
    for (let at = from; at < Math.min(to, length); at += 1) {
      const isOfFew = (places[nth] ?? Number.NaN) + nth === at;
      const row = isOfFew ? few[nth] : many[at - nth];
      if (row !== undefined) part.push(row);
      if (isOfFew) nth += 1;
    }
    return part;
  };
  return { length, slice, all: () => (few.length === 0 ? many : slice(0, length)) };
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
  { from, compare }: { readonly from: number; readonly compare: Compare<Row> },
): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const other = rows[middle];
    if (other !== undefined && compare(keyed(other), row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
