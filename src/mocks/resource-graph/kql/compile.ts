import { type Expression, KqlError } from '#src/mocks/resource-graph/kql/expression.ts';
import { isClock, partsOf, type SortKey } from '#src/mocks/resource-graph/kql/pipeline.ts';
import {
  comparisonOf,
  functionOf,
  memberOf,
  textOf,
} from '#src/mocks/resource-graph/kql/values.ts';

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
function remembered<Row>(
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

/** The value of something for a row. */
export type Compute<Row> = (row: Row) => unknown;

/** A column: its value and, where the whole is dear, one member of it alone. */
export interface Column<Row> {
  readonly read: Compute<Row>;
  readonly part?: (name: string) => Compute<Row>;
  /** It was made by an expression that reads the clock. */
  readonly isTimed?: boolean;
}

export type Columns<Row> = ReadonlyMap<string, Column<Row>>;

export interface Scope<Row> {
  readonly columns: Columns<Row>;
  /** Simulated epoch milliseconds. */
  readonly now: number;
  /** What the same query found out before; missing: nothing is remembered. */
  readonly known?: Known<Row> | undefined;
}

/**
 * An expression as a function of rows, made once a query. Throws {@link KqlError} for a column or a
 * function that there is not, so that no row can.
 */
export function compile<Row>(expression: Expression, scope: Scope<Row>): Compute<Row> {
  const constant = constantOf(expression, scope.now);
  if (constant !== null) return () => constant.value;
  const { known, ...scopeOfParts } = scope;
  return known === undefined || isTimed(expression, scope)
    ? compiled(expression, scope)
    : remembered(compiled(expression, scopeOfParts), known, expression);
}

/** Whether an expression may have another value at another moment, although the row is the same. */
export function isTimed<Row>(expression: Expression, scope: Scope<Row>): boolean {
  return (
    isClock(expression) ||
    (expression.kind === 'column' && columnOf(expression.name, scope).isTimed === true) ||
    partsOf(expression).some((part) => isTimed(part, scope))
  );
}

function compiled<Row>(expression: Expression, scope: Scope<Row>): Compute<Row> {
  const inner = (part: Expression): Compute<Row> => compile(part, scope);
  switch (expression.kind) {
    case 'literal':
      return () => expression.value;
    case 'column':
      return columnOf(expression.name, scope).read;
    case 'member':
      return compileMember(expression, scope);
    case 'element': {
      const [owner, key] = [inner(expression.of), inner(expression.at)];
      return (row) => memberOf(owner(row), key(row));
    }
    case 'call': {
      const call = functionOf(expression.name);
      const args = expression.args.map(inner);
      return (row) =>
        call(
          args.map((arg) => arg(row)),
          scope.now,
        );
    }
    case 'logical': {
      const parts = expression.parts.map(inner);
      return expression.op === 'and'
        ? (row) => parts.every((part) => part(row) === true)
        : (row) => parts.some((part) => part(row) === true);
    }
    case 'in':
      return compileIn(expression, scope);
    case 'binary': {
      const right = constantOf(expression.right, scope.now);
      return comparisonOf(
        expression.op,
        inner(expression.left),
        right ?? { of: inner(expression.right) },
      );
    }
  }
}

/** A column of the rows as they are at this step of a query. */
export function columnOf<Row>(name: string, { columns }: Scope<Row>): Column<Row> {
  const column = columns.get(name);
  if (column === undefined) {
    throw new KqlError('InvalidQuery', `Failed to resolve the column '${name}'.`);
  }
  return column;
}

/** The value of an expression that is the same for every row, or null. */
export function constantOf(
  expression: Expression,
  now: number,
): { readonly value: unknown } | null {
  if (expression.kind === 'literal') return expression;
  if (expression.kind !== 'call') return null;
  const args = expression.args.map((arg) => constantOf(arg, now));
  const known = args.filter((arg) => arg !== null);
  if (known.length < args.length) return null;
  return {
    value: functionOf(expression.name)(
      known.map(({ value }) => value),
      now,
    ),
  };
}

function compileMember<Row>(
  { of, name }: Extract<Expression, { kind: 'member' }>,
  scope: Scope<Row>,
): Compute<Row> {
  const part = of.kind === 'column' ? columnOf(of.name, scope).part : undefined;
  if (part !== undefined) return part(name);
  const owner = compile(of, scope);
  return (row) => memberOf(owner(row), name);
}

function compileIn<Row>(
  { op, left, list }: Extract<Expression, { kind: 'in' }>,
  scope: Scope<Row>,
): Compute<Row> {
  const fold = op.endsWith('~')
    ? (value: unknown): string => textOf(value).toLowerCase()
    : (value: unknown): string => textOf(value);
  const isWanted = !op.startsWith('!');
  const value = compile(left, scope);
  const constants = list.map((item) => constantOf(item, scope.now));
  const known = new Set(constants.flatMap((one) => (one === null ? [] : [fold(one.value)])));
  const others = list
    .filter((_, index) => constants[index] === null)
    .map((item) => compile(item, scope));
  return (row) => {
    const text = fold(value(row));
    const isIn = known.has(text) || others.some((other) => fold(other(row)) === text);
    return isIn === isWanted;
  };
}
