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
  rows(): readonly From[];
  /** The row of an id in any letter case. */
  find(id: string): From | undefined;
  /** Rows among which are all whose ids begin in one of these ways; null: they cannot be told. */
  under(beginnings: ReadonlySet<string>): readonly From[] | null;
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
  const narrow = narrowing(perRow, now);
  const passes = (row: From): boolean =>
    tables.isInScope(row) && tests.every((test) => test(row) === true);
  for (const kind of kindsFor(kinds, perType, now)) {
    for (const row of narrow(kind)) {
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

/**
 * Which rows of a kind can fulfil conditions on the id: those of some ids, those below some ids, or
 * all. The conditions themselves are asked of each all the same.
 */
function narrowing(conditions: readonly Expression[], now: number) {
  const texts = (values: readonly Expression[] | null): ReadonlySet<string> | null => {
    const known = values?.map((one) => constantOf(one, now)).filter((one) => one !== null) ?? [];
    return values === null || known.length < values.length
      ? null
      : new Set(known.map(({ value }) => textOf(value).toLowerCase()));
  };
  const ids = conditions.map((one) => texts(idsOf(one))).find((found) => found !== null) ?? null;
  const roots =
    conditions.map((one) => texts(rootsOf(one))).find((found) => found !== null) ?? null;
  return <From>(kind: Kind<From>): readonly From[] => {
    if (ids !== null) return [...ids].flatMap((id) => kind.find(id) ?? []);
    return (roots === null ? null : kind.under(roots)) ?? kind.rows();
  };
}

const isId = (expression: Expression): boolean =>
  expression.kind === 'column' && expression.name === 'id';

/** The values that `id` is compared with, where a condition does nothing else. */
function idsOf(condition: Expression): readonly Expression[] | null {
  if (condition.kind === 'in' && isId(condition.left)) {
    return condition.op.startsWith('!') ? null : condition.list;
  }
  const isEqual = condition.kind === 'binary' && ['=~', '=='].includes(condition.op);
  return isEqual && isId(condition.left) ? [condition.right] : null;
}

/** What `id` has to begin with, where a condition asks for nothing else. */
function rootsOf(condition: Expression): readonly Expression[] | null {
  if (condition.kind === 'logical' && condition.op === 'or') {
    const parts = condition.parts.map(rootsOf);
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  const isPrefix = condition.kind === 'binary' && condition.op === 'startswith';
  return isPrefix && isId(condition.left) ? [condition.right] : null;
}
