import { comparisonOf } from '#src/mocks/resource-graph/kql/compare.ts';
import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import { functionOf } from '#src/mocks/resource-graph/kql/functions.ts';
import { type Known, remembered } from '#src/mocks/resource-graph/kql/known.ts';
import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import { memberOf, textOf } from '#src/mocks/resource-graph/kql/values.ts';
import { isClock, partsOf } from '#src/mocks/resource-graph/kql/walk.ts';

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
