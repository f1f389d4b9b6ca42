import {
  compile,
  type Compute,
  constantOf,
  isTimed,
  type Scope,
  type StoredOrder,
} from '#src/mocks/resource-graph/kql/compile.ts';
import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import {
  compareValues,
  dateTimeOf,
  isDateTime,
  textOf,
} from '#src/mocks/resource-graph/kql/values.ts';

/** A condition that may have another answer at another moment, although the row is the same. */
export interface TimedTest<Row> {
  readonly test: Compute<Row>;
  /** Where it only holds a moment of the row against the clock; null: it does something else. */
  readonly deadline: Deadline<Row> | null;
}

/** `todatetime(properties.startTime) > ago(7d)` in two parts: what stays of the row, and the clock. */
interface Deadline<Row> {
  /** Epoch milliseconds; NaN where there is none, which no clock meets. */
  readonly momentOf: (row: Row) => number;
  readonly isMet: (moment: number) => boolean;
}

/** A timed condition, with what of it can be remembered of a row. */
export function timedTest<Row>(condition: Expression, scope: Scope<Row>): TimedTest<Row> {
  return { test: compile(condition, scope), deadline: deadlineOf(condition, scope) };
}

function deadlineOf<Row>(condition: Expression, scope: Scope<Row>): Deadline<Row> | null {
  if (condition.kind !== 'binary' || isTimed(condition.left, scope)) return null;
  const limit = constantOf(condition.right, scope.now)?.value;
  const isMet = isDateTime(limit) ? meeting(condition.op, limit.datetime) : null;
  if (isMet === null) return null;
  const left = compile(condition.left, scope);
  return { momentOf: (row) => dateTimeOf(left(row))?.datetime ?? Number.NaN, isMet };
}

function meeting(op: string, limit: number): Deadline<unknown>['isMet'] | null {
  switch (op) {
    case '>':
      return (moment) => moment > limit;
    case '>=':
      return (moment) => moment >= limit;
    case '<':
      return (moment) => moment < limit;
    case '<=':
      return (moment) => moment <= limit;
    default:
      return null;
  }
}

/** Things that are counted, and of which any part can be made alone. */
interface Counted<Thing> {
  readonly length: number;
  slice(from: number, to: number): readonly Thing[];
}

/** Things that are counted and in order. */
export interface Ordered<Thing> extends Counted<Thing> {
  readonly order: readonly SortKey[];
}

/** Rows that are counted: they need not be made for that. */
interface Countable<From> extends Counted<From> {
  all(): readonly From[];
}

/** All rows of a kind. */
export interface Whole<From> extends Ordered<From>, Countable<From> {}

/**
 * Rows of which most never change again. What a query finds out about those is kept for its next
 * page, so that a page goes through the few others alone.
 */
export interface Settling<From> extends Countable<From> {
  /** All that never change again, wanted or not. The same list only grows; time that went back has another. */
  readonly settled: readonly From[];
  /** What a settled row has to fulfil, with the same answer at any moment. */
  readonly lasting: readonly Compute<From>[];
  /** What it has to fulfil as the clock stands. */
  readonly timed: readonly TimedTest<From>[];
  /** The others, of which each fulfils what it has to. */
  readonly changing: readonly From[];
  /** Where a row stands in its table. */
  readonly placeOf: (row: From) => number;
}

/** Rows that were made, or can be. */
export type Source<From> = readonly From[] | Countable<From> | Settling<From> | Whole<From>;

export const madeRows = <From>(rows: Source<From>): readonly From[] =>
  'all' in rows ? rows.all() : rows;

export const isSettling = <From>(rows: Source<From>): rows is Settling<From> => 'settled' in rows;

/** A loop, for it goes over all rows of a large world: `every` would make a function for each. */
export function holdsAll<From>(tests: readonly Compute<From>[], row: From): boolean {
  for (const test of tests) if (test(row) !== true) return false;
  return true;
}

/** Rows that are made when they are first looked at as a whole. */
function lazily<From>(make: () => readonly From[]): Countable<From> {
  let made: readonly From[] | null = null;
  const all = (): readonly From[] => (made ??= make());
  return {
    get length() {
      return all().length;
    },
    slice: (from, to) => all().slice(from, to),
    all,
  };
}

/** Those that fulfil one more condition, which is timed or is not. */
export function narrowed<From>(
  rows: Settling<From>,
  condition: TimedTest<From> | Compute<From>,
): Settling<From> {
  // Taken one by one: a copy of all would count the rows.
  const { settled, lasting, timed, changing, placeOf } = rows;
  const isInTime = typeof condition === 'object';
  const test = isInTime ? condition.test : condition;
  const holds = (row: From): boolean => test(row) === true;
  return settlingOf(
    {
      settled,
      placeOf,
      changing: changing.filter(holds),
      lasting: isInTime ? lasting : [...lasting, condition],
      timed: isInTime ? [...timed, condition] : timed,
    },
    () => rows.all().filter(holds),
  );
}

/** Settling rows that are gone through as a whole only where a query needs that. */
export function settlingOf<From>(
  parts: Omit<Settling<From>, keyof Countable<From>>,
  make: () => readonly From[],
): Settling<From> {
  const rows = lazily(make);
  return {
    settled: parts.settled,
    lasting: parts.lasting,
    timed: parts.timed,
    changing: parts.changing,
    placeOf: parts.placeOf,
    get length() {
      return rows.length;
    },
    slice: (from, to) => rows.slice(from, to),
    all: () => rows.all(),
  };
}

/** Wanted rows in order, of the list of settled rows they are from. */
function storedOrder<Row>(
  of: readonly Row[],
  rows: readonly Row[],
  timed: readonly TimedTest<Row>[],
): StoredOrder<Row> {
  const moments = timed.map(({ deadline }) =>
    deadline === null ? null : Float64Array.from(rows, deadline.momentOf),
  );
  return { of, seen: of.length, rows, moments, still: null };
}

/**
 * Those of a stored order that fulfil its timed conditions now. Mostly they are the same as a moment
 * ago, which numbers in a row tell in a tenth of the time that the rows themselves would take.
 */
function stillWanted<Row>(
  order: StoredOrder<Row>,
  timed: readonly TimedTest<Row>[],
): readonly Row[] {
  const { rows, moments, still } = order;
  if (timed.length === 0) return rows;
  const marks = new Uint8Array(rows.length).fill(1);
  for (const [index, { test, deadline }] of timed.entries()) {
    const own = moments[index] ?? null;
    if (own === null || deadline === null) unmark(marks, rows, (row) => test(row) === true);
    else unmark(marks, own, deadline.isMet);
  }
  if (still !== null && isSame(still.marks, marks)) return still.rows;
  const wanted = rows.filter((_, place) => marks[place] === 1);
  order.still = { marks, rows: wanted };
  return wanted;
}

/** Takes the marks from places where something does not hold. */
function unmark<One>(marks: Uint8Array, all: Iterable<One>, holds: (one: One) => boolean): void {
  let place = 0;
  for (const one of all) {
    if (!holds(one)) marks[place] = 0;
    place += 1;
  }
}

function isSame(marks: Uint8Array, others: Uint8Array): boolean {
  let place = 0;
  for (const mark of marks) {
    if (mark !== others[place]) return false;
    place += 1;
  }
  return true;
}

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
