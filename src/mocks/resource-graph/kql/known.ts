import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import type { SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';

/**
 * What a query has found out about rows that never change again, so that it is not asked anew when
 * the same query comes at a later moment. By the expressions of the query itself.
 */
export interface Memory {
  /** Values by the numbers of rows; undefined: not computed yet. */
  readonly values: Map<Expression, unknown[]>;
  /** Rows in the order of some keys. */
  readonly orders: Map<readonly SortKey[], Order>;
}

/** Rows in order. */
export interface Order {
  /** Their numbers, in that order. */
  readonly numbers: readonly number[];
  /** By numbers: 1 of those among them. Bytes: a list that is filled from its end becomes a slow one. */
  readonly isHeld: Uint8Array;
}

/** The order in which rows are; those that may change again have no part in it. */
export function orderOf<Row>(rows: readonly Row[], numberOf: Known<Row>['numberOf']): Order {
  const numbers: number[] = [];
  let most = -1;
  for (const row of rows) {
    const number = numberOf(row);
    if (number !== undefined) {
      numbers.push(number);
      most = Math.max(most, number);
    }
  }
  const isHeld = new Uint8Array(most + 1);
  for (const number of numbers) isHeld[number] = 1;
  return { numbers, isHeld };
}

export const NO_ORDER: Order = { numbers: [], isHeld: new Uint8Array() };

export const emptyMemory = (): Memory => ({ values: new Map(), orders: new Map() });

/** A memory with what it is about. */
export interface Known<Row> extends Memory {
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

/** Rows that have a place in an order of numbers, in that order, and the others as they came. */
export function parted<Row>(
  rows: readonly Row[],
  { numbers, isHeld }: Order,
  numberOf: Known<Row>['numberOf'],
): { readonly held: readonly Row[]; readonly others: readonly Row[] } {
  // One more than the place of a row among `rows`, by its number; 0: it isn't there.
  const places = new Uint32Array(isHeld.length);
  const others: Row[] = [];
  let place = 0;
  for (const row of rows) {
    place += 1;
    const number = numberOf(row);
    if (number !== undefined && isHeld[number] === 1) places[number] = place;
    else others.push(row);
  }
  const held: Row[] = [];
  for (const number of numbers) {
    const row = rows[(places[number] ?? 0) - 1];
    if (row !== undefined) held.push(row);
  }
  return { held, others };
}
