import {
  type Column,
  columnOf,
  type Columns,
  compile,
  type Compute,
  isTimed,
  type Known,
  type Scope,
} from '#src/mocks/resource-graph/kql/compile.ts';
import {
  isSettling,
  madeRows,
  narrowed,
  ordered,
  type Source,
  timedTest,
} from '#src/mocks/resource-graph/kql/order.ts';
import type {
  Aggregate,
  Named,
  Query,
  SortKey,
  Step,
} from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, type Row } from '#src/mocks/resource-graph/kql/values.ts';

/** A side of a join: its values by the numbers of its rows, of whatever kind the rows are. */
interface Side {
  readonly length: number;
  readonly columns: Columns<number>;
}

/** A row of the left side with the number of one of the right that has the same value; null: with none. */
interface Pair<Left> {
  readonly left: Left;
  readonly right: number | null;
}

interface Sides<Left> {
  readonly left: { readonly rows: readonly Left[]; readonly columns: Columns<Left> };
  readonly right: Side;
  /** The column of both sides. */
  readonly on: string;
  readonly isInner: boolean;
  readonly now: number;
}

/**
 * `join kind=leftouter|inner (…) on column`, in the order of the left side. A column of the right
 * side whose name is taken, the one joined on among them, gets the suffix 1 (KQL).
 */
function joined<Left>({ left, right, on, isInner, now }: Sides<Left>): {
  readonly rows: readonly Pair<Left>[];
  readonly columns: Columns<Pair<Left>>;
} {
  const leftKey = columnOf(on, { columns: left.columns, now }).read;
  const numbers = numbersByKey(right, columnOf(on, { columns: right.columns, now }).read);
  const rows: Pair<Left>[] = [];
  for (const row of left.rows) {
    const key = keyText(leftKey(row));
    const found = key === null ? undefined : numbers.get(key);
    for (const number of found ?? []) rows.push({ left: row, right: number });
    if (found === undefined && !isInner) rows.push({ left: row, right: null });
  }
  return { rows, columns: columnsOf(left.columns, right.columns) };
}

/** The rows of each value. Nothing equals nothing, not even another nothing. */
function numbersByKey(
  { length }: Side,
  read: (number: number) => unknown,
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (let number = 0; number < length; number += 1) {
    const key = keyText(read(number));
    const known = key === null ? undefined : numbers.get(key);
    if (known !== undefined) known.push(number);
    else if (key !== null) numbers.set(key, [number]);
  }
  return numbers;
}

/** Distinguishes values of other types from text that reads the same. */
function keyText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? null : `\0${JSON.stringify(value)}`;
}

function columnsOf<Left>(left: Columns<Left>, right: Columns<number>): Columns<Pair<Left>> {
  const columns = new Map<string, Column<Pair<Left>>>();
  for (const [name, column] of left)
    columns.set(
      name,
      through(column, (pair) => pair.left),
    );
  for (const [name, { read }] of right) {
    columns.set(freeName(name, columns), {
      read: ({ right: number }) => (number === null ? null : read(number)),
    });
  }
  return columns;
}

/** A column of something else, reached from a row. */
function through<From, To>({ read, part }: Column<To>, reach: (from: From) => To): Column<From> {
  return {
    read: (from) => read(reach(from)),
    ...(part === undefined
      ? {}
      : {
          part: (name: string) => {
            const readPart = part(name);
            return (from: From) => readPart(reach(from));
          },
        }),
  };
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let number = 1; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}

/** The different values of some columns, in the order in which they come. */
function distinct<From>(
  rows: readonly From[],
  columns: readonly Named[],
  scope: Scope<From>,
): readonly Row[] {
  return [...groupsOf(rows, columns, scope).values()].map(({ key }) => key);
}

/** One row for each group, first what it has in common, then its aggregates. */
function summarized<From>(
  rows: readonly From[],
  { by, aggregates }: { readonly by: readonly Named[]; readonly aggregates: readonly Aggregate[] },
  scope: Scope<From>,
): readonly Row[] {
  const groups = groupsOf(rows, by, scope);
  // Without `by` there is one group, also of no rows.
  if (by.length === 0 && groups.size === 0) groups.set('', { key: {}, rows: [] });
  const computed = aggregates.map((one) => ({ name: one.name, compute: aggregateOf(one, scope) }));
  return [...groups.values()].map((group) => ({
    ...group.key,
    ...Object.fromEntries(computed.map(({ name, compute }) => [name, compute(group.rows)])),
  }));
}

interface Group<From> {
  readonly key: Row;
  readonly rows: From[];
}

function groupsOf<From>(
  rows: readonly From[],
  by: readonly Named[],
  scope: Scope<From>,
): Map<string, Group<From>> {
  const names = by.map(({ name }) => name);
  const computes = by.map(({ value }) => compile(value, scope));
  const groups = new Map<string, Group<From>>();
  for (const row of rows) {
    const values = computes.map((compute) => compute(row) ?? null);
    const text = JSON.stringify(values);
    const group = groups.get(text);
    if (group === undefined) {
      const key = Object.fromEntries(names.map((name, index) => [name, values[index]]));
      groups.set(text, { key, rows: [row] });
    } else {
      group.rows.push(row);
    }
  }
  return groups;
}

function aggregateOf<From>(
  aggregate: Aggregate,
  scope: Scope<From>,
): (rows: readonly From[]) => unknown {
  if (aggregate.kind === 'count') return (rows) => rows.length;
  const value = compile(aggregate.of, scope);
  switch (aggregate.kind) {
    case 'countif':
      return (rows) => rows.reduce((total, row) => total + (value(row) === true ? 1 : 0), 0);
    case 'max':
      return (rows) => extreme(rows, value, 1);
    case 'min':
      return (rows) => extreme(rows, value, -1);
  }
}

/** The greatest value (sign 1) or the least (-1); nothing does not count. */
function extreme<From>(rows: readonly From[], value: Compute<From>, sign: 1 | -1): unknown {
  let found: unknown = null;
  for (const row of rows) {
    const next = value(row) ?? null;
    if (found === null || (compareValues(next, found) ?? 0) * sign > 0) found = next;
  }
  return found;
}

/**
 * Rows after some steps of a query. Steps that work row by row (`extend`, `project`) change only how
 * columns are read: values are computed for the requested rows.
 */
export interface Relation {
  readonly length: number;
  /** Up to `count` rows from a place on, with all their values. */
  records(from?: number, count?: number): readonly Row[];
  /** The same, to be joined to other rows. */
  side(): Side;
  after(step: Step, context: StepContext): Relation;
}

interface StepContext {
  readonly now: number;
  /** Runs a query that is joined. */
  readonly run: (query: Query) => Relation;
}

const isInOrder = <From>(rows: Source<From>, keys: readonly SortKey[]): boolean =>
  'order' in rows && JSON.stringify(keys) === JSON.stringify(rows.order);

/** Rows of any kind with the columns that can be read from them. */
export function relationOf<From>(
  rows: Source<From>,
  columns: Columns<From>,
  known?: Known<From>,
): Relation {
  return {
    // Rows that are not counted yet are counted only for an answer.
    get length() {
      return rows.length;
    },
    records: (from = 0, count = rows.length) => {
      // One list of pairs for all rows: it is copied into each record.
      const pairs = [...columns].map(([name]): [string, unknown] => [name, null]);
      const reads = [...columns].map(([, { read }]) => read);
      return rows.slice(from, from + count).map((row) => {
        for (const [index, pair] of pairs.entries()) pair[1] = reads[index]?.(row) ?? null;
        return Object.fromEntries(pairs);
      });
    },
    side: () => sideOf(madeRows(rows), columns),
    after: (step, context) => afterStep({ rows, columns, known }, step, context),
  };
}

function sideOf<From>(rows: readonly From[], columns: Columns<From>): Side {
  const all = new Map<string, Column<number>>();
  for (const [name, { read }] of columns) {
    all.set(name, {
      read: (number) => {
        const row = rows[number];
        return row === undefined ? null : read(row);
      },
    });
  }
  return { length: rows.length, columns: all };
}

interface Rows<From> {
  readonly rows: Source<From>;
  readonly columns: Columns<From>;
  readonly known: Known<From> | undefined;
}

function afterStep<From>(
  { rows, columns, known }: Rows<From>,
  step: Step,
  { now, run }: StepContext,
): Relation {
  const scope = { columns, now, known };
  switch (step.kind) {
    case 'where': {
      const { condition } = step;
      const holds = compile(condition, scope);
      if (isSettling(rows)) {
        const one = isTimed(condition, scope) ? timedTest(condition, scope) : holds;
        return relationOf(narrowed(rows, one), columns, known);
      }
      return relationOf(
        madeRows(rows).filter((row) => holds(row) === true),
        columns,
        known,
      );
    }
    case 'extend':
      return relationOf(rows, extended(step.columns, scope), known);
    case 'project':
      return relationOf(rows, projected(step.columns, scope), known);
    case 'project-away':
      return relationOf(
        rows,
        new Map([...columns].filter(([name]) => !step.names.includes(name))),
        known,
      );
    case 'order':
      return isInOrder(rows, step.keys)
        ? relationOf(rows, columns, known)
        : relationOf(ordered(rows, step.keys, scope), columns, known);
    case 'take':
      return relationOf(rows.slice(0, step.count), columns, known);
    case 'count':
      return plain([{ Count: rows.length }], ['Count']);
    case 'distinct':
      return plain(distinct(madeRows(rows), step.columns, scope), namesOf(step.columns));
    case 'summarize':
      return plain(summarized(madeRows(rows), step, scope), [
        ...namesOf(step.by),
        ...namesOf(step.aggregates),
      ]);
    case 'join': {
      const { on, isInner } = step;
      const right = run(step.right).side();
      const pairs = joined({ left: { rows: madeRows(rows), columns }, right, on, isInner, now });
      return relationOf(pairs.rows, pairs.columns);
    }
  }
}

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] =>
  named.map(({ name }) => name);

function plain(rows: readonly Row[], names: readonly string[]): Relation {
  return relationOf(rows, plainColumns(names));
}

function plainColumns(names: readonly string[]): Columns<Row> {
  return new Map(names.map((name) => [name, { read: (row) => row[name] ?? null }]));
}

/** A column under another name is still that column, with its members. */
function columnFor<From>({ value }: Named, scope: Scope<From>): Column<From> {
  return value.kind === 'column'
    ? columnOf(value.name, scope)
    : { read: compile(value, scope), isTimed: isTimed(value, scope) };
}

function projected<From>(named: readonly Named[], scope: Scope<From>): Columns<From> {
  return new Map(named.map((one) => [one.name, columnFor(one, scope)]));
}

/** Later columns of one `extend` see the earlier ones. */
function extended<From>(named: readonly Named[], scope: Scope<From>): Columns<From> {
  const all = new Map(scope.columns);
  for (const one of named) all.set(one.name, columnFor(one, { ...scope, columns: new Map(all) }));
  return all;
}
