import {
  type Column,
  columnOf,
  type Columns,
  compile,
  isTimed,
  type Scope,
} from '#src/mocks/resource-graph/kql/compile.ts';
import { timedTest } from '#src/mocks/resource-graph/kql/deadline.ts';
import { joined, type Side } from '#src/mocks/resource-graph/kql/join.ts';
import type { Known } from '#src/mocks/resource-graph/kql/known.ts';
import { ordered } from '#src/mocks/resource-graph/kql/order.ts';
import type { Named, Query, SortKey, Step } from '#src/mocks/resource-graph/kql/pipeline.ts';
import {
  isSettling,
  madeRows,
  narrowed,
  type Source,
} from '#src/mocks/resource-graph/kql/source.ts';
import { distinct, summarized } from '#src/mocks/resource-graph/kql/summarize.ts';
import type { Row } from '#src/mocks/resource-graph/kql/values.ts';

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
