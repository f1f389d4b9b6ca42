import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';

/**
 * What a query has found out about rows that never change again, by the expressions of the query
 * itself: the same query at a later moment need not evaluate them again.
 */
export interface Memory<Row> {
  /** Values by the numbers of rows; undefined: not computed yet. */
  readonly values: Map<Expression, unknown[]>;
  /** Rows in the order of some keys. */
  readonly orders: Map<readonly SortKey[], StoredOrder<Row>>;
}

/** Wanted rows of a list that only grows, in order: remembered for the next page of the same query. */
export interface StoredOrder<Row> {
  /** The list. What is known of one says nothing of another. */
  readonly of: readonly Row[];
  /** How many of it were looked at. */
  readonly seen: number;
  /** Those that fulfil all conditions but the timed ones. */
  readonly rows: readonly Row[];
  /** For each timed condition what it holds against the clock, row by row; null: it does something else. */
  readonly moments: readonly (Float64Array | null)[];
  /** What fulfilled the timed ones too, when it was last looked at. */
  still: Still<Row> | null;
}

interface Still<Row> {
  /** By the places of rows: 1 of those among them. */
  readonly marks: Uint8Array;
  readonly rows: readonly Row[];
}

export const emptyMemory = <Row>(): Memory<Row> => ({ values: new Map(), orders: new Map() });

/** A memory with what it is about. */
export interface Known<Row> extends Memory<Row> {
  /** The number of a row that never changes again; undefined: it may. Only rows of one kind have any. */
  readonly numberOf: (row: Row) => number | undefined;
}

/** The same function, which computes the value of a row that never changes only once. */
export function remembered<Row>(
  compute: (row: Row) => unknown,
  { numberOf, values: all }: Known<Row>,
  expression: Expression,
): (row: Row) => unknown {
  const values = all.get(expression) ?? [];
  all.set(expression, values);
  return (row) => {
    const number = numberOf(row);
    if (number === undefined) return compute(row);
    const value = values[number];
    if (value !== undefined) return value;
    const made = compute(row) ?? null;
    values[number] = made;
    return made;
  };
}
