import { type Columns, compile, constantOf } from '#src/mocks/resource-graph/kql/compile.ts';
import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import type { Query, Step } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { type Relation, relationOf } from '#src/mocks/resource-graph/kql/relation.ts';
import { textOf } from '#src/mocks/resource-graph/kql/values.ts';
import { conjunctsOf, readsClock, withParts } from '#src/mocks/resource-graph/kql/walk.ts';

/** The rows of one type in a table. */
export interface Kind<From> {
  /** In lower case (S). */
  readonly type: string;
  rows(): Iterable<From>;
  /** The row of an id in any letter case. */
  find(id: string): From | undefined;
  /** Its rows are other ones at another moment, although nothing was done. */
  readonly changesWithTime: boolean;
}

export interface Table<From> {
  readonly columns: Columns<From>;
  readonly kinds: readonly Kind<From>[];
}

/** Where queries read: tables by name, which throw a KqlError when there is no such table. */
export interface Tables<From> {
  readonly now: number;
  readonly table: (name: string) => Table<From>;
  /** Which rows are read at all. */
  readonly isInScope: (row: From) => boolean;
}

/** The rows that a query makes of its table's rows. */
export function runQuery<From>(query: Query, tables: Tables<From>): Relation {
  const { now } = tables;
  const { columns, kinds } = tables.table(query.table);
  const { conditions, rest } = splitAtFirstOther(query.steps);
  const { perType, perRow } = pushedDown(conditions);
  const tests = perRow.map((condition) => compile(condition, { columns, now }));
  const rows: From[] = [];
  const ids = idsIn(perRow, now);
  const passes = (row: From): boolean =>
    tables.isInScope(row) && tests.every((test) => test(row) === true);
  for (const kind of kindsFor(kinds, perType, now)) {
    for (const row of ids === null ? kind.rows() : found(kind, ids)) {
      if (passes(row)) rows.push(row);
    }
  }
  return rest.reduce(
    (relation, step) => relation.after(step, { now, run: (inner) => runQuery(inner, tables) }),
    relationOf(rows, columns),
  );
}

/** Whether a query may answer something else at another moment of the same world. */
export function changesWithTime<From>(query: Query, tables: Tables<From>): boolean {
  const { perType } = pushedDown(splitAtFirstOther(query.steps).conditions);
  return (
    readsClock(query) ||
    kindsFor(tables.table(query.table).kinds, perType, tables.now).some(
      (kind) => kind.changesWithTime,
    ) ||
    query.steps.some((step) => step.kind === 'join' && changesWithTime(step.right, tables))
  );
}

/** The conditions of the `where` steps that a query begins with, and the steps after them. */
function splitAtFirstOther(steps: readonly Step[]) {
  const conditions: Expression[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'where') return { conditions, rest: steps.slice(index) };
    conditions.push(...conjunctsOf(step.condition));
  }
  return { conditions, rest: [] };
}

/** What only asks for the type is asked once a type, not once a row. */
function pushedDown(conditions: readonly Expression[]) {
  const asksOnlyType = (condition: Expression): boolean => {
    const columns = [...withParts(condition)].filter(({ kind }) => kind === 'column');
    return (
      columns.length > 0 && columns.every((one) => one.kind === 'column' && one.name === 'type')
    );
  };
  const { perType = [], perRow = [] } = Object.groupBy(conditions, (condition) =>
    asksOnlyType(condition) ? 'perType' : 'perRow',
  );
  return { perType, perRow };
}

function kindsFor<From>(
  kinds: readonly Kind<From>[],
  perType: readonly Expression[],
  now: number,
): readonly Kind<From>[] {
  const columns: Columns<Kind<From>> = new Map([['type', { read: ({ type }) => type }]]);
  const tests = perType.map((condition) => compile(condition, { columns, now }));
  return kinds.filter((kind) => tests.every((test) => test(kind) === true));
}

function* found<From>(kind: Kind<From>, ids: ReadonlySet<string>): Generator<From> {
  for (const id of ids) {
    const row = kind.find(id);
    if (row !== undefined) yield row;
  }
}

/** The only ids that conditions can hold for, in lower case; null when they may hold for any. */
function idsIn(conditions: readonly Expression[], now: number): ReadonlySet<string> | null {
  for (const condition of conditions) {
    const wanted = idsOf(condition);
    const values = wanted?.map((one) => constantOf(one, now)).filter((one) => one !== null) ?? [];
    if (wanted !== null && values.length === wanted.length) {
      return new Set(values.map(({ value }) => textOf(value).toLowerCase()));
    }
  }
  return null;
}

/** The values that `id` is compared with, where a condition does nothing else. */
function idsOf(condition: Expression): readonly Expression[] | null {
  if (condition.kind !== 'binary' && condition.kind !== 'in') return null;
  const { left } = condition;
  if (left.kind !== 'column' || left.name !== 'id') return null;
  if (condition.kind === 'in') return condition.op.startsWith('!') ? null : condition.list;
  return condition.op === '=~' || condition.op === '==' ? [condition.right] : null;
}
