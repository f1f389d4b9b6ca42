import type { Compute } from '#src/mocks/resource-graph/kql/compile.ts';
import type { TimedTest } from '#src/mocks/resource-graph/kql/deadline.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';

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
export interface Countable<From> extends Counted<From> {
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
  const isTimed = typeof condition === 'object';
  const test = isTimed ? condition.test : condition;
  const holds = (row: From): boolean => test(row) === true;
  return settlingOf(
    {
      settled,
      placeOf,
      changing: changing.filter(holds),
      lasting: isTimed ? lasting : [...lasting, condition],
      timed: isTimed ? [...timed, condition] : timed,
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
