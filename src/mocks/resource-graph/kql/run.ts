import {
  type Column,
  type Columns,
  compile,
  type Compute,
  constantOf,
  isTimed,
  type Known,
  type Memory,
} from '#src/mocks/resource-graph/kql/compile.ts';
import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import {
  holdsAll,
  type Settling,
  settlingOf,
  type Source,
  type TimedTest,
  timedTest,
  type Whole,
} from '#src/mocks/resource-graph/kql/order.ts';
import {
  conjunctsOf,
  partsOf,
  type Query,
  readsClock,
  type Step,
} from '#src/mocks/resource-graph/kql/pipeline.ts';
import { type Relation, relationOf } from '#src/mocks/resource-graph/kql/relation.ts';
import { textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** The rows of one type in a table. */
export interface Kind<From> {
  /** In lower case (S). */
  readonly type: string;
  rows(): readonly From[];
  /** The same rows, of kinds of which most never change again; missing: all count as changing. */
  readonly settling?: () => SettlingRows<From>;
  /** All rows, where they are known without being made. */
  readonly whole?: Whole<From>;
  /** The row of an id in any letter case. */
  find(id: string): From | undefined;
  /** Rows among which are all whose ids have one of these beginnings; null: unknown. */
  under(beginnings: ReadonlySet<string>): readonly From[] | null;
  /** Properties that are the same in all its rows. */
  readonly same: Readonly<Record<string, unknown>>;
  /** Its rows are other ones at another moment, although nothing was done. */
  readonly changesWithTime: boolean;
}

/** Rows that never change again, in a list that only grows, and the others in their order. */
export interface SettlingRows<From> {
  readonly settled: readonly From[];
  readonly changing: readonly From[];
}

export interface Table<From> {
  readonly columns: Columns<From>;
  readonly kinds: readonly Kind<From>[];
}

/** Where queries read: tables by name, which throw a KqlError when there is no such table. */
export interface Tables<From> {
  readonly now: number;
  readonly table: (name: string) => Table<From>;
  /** Which rows are read at all; missing: all are. */
  readonly isInScope?: (row: From) => boolean;
  /** The number of a row that never changes again; undefined: it may, at another moment. */
  readonly numberOf: (row: From) => number | undefined;
}

/** The rows that a query makes of its table's rows, with what it found out at other moments. */
export function runQuery<From>(
  query: Query,
  tables: Tables<From>,
  memory?: Memory<From>,
): Relation {
  const { now, numberOf } = tables;
  const known = memory && { ...memory, numberOf };
  const { columns } = tables.table(query.table);
  const { conditions, rest } = splitAtFirstOther(query.steps);
  return rest.reduce(
    (relation, step) => relation.after(step, { now, run: (inner) => runQuery(inner, tables) }),
    relationOf(rowsFor(query.table, conditions, { tables, known }), columns, known),
  );
}

interface Reach<From> {
  readonly tables: Tables<From>;
  readonly known: Known<From> | undefined;
}

/** The rows of a table that fulfil conditions; where all of one kind do, none of them is made. */
function rowsFor<From>(
  name: string,
  conditions: readonly Expression[],
  { tables: { table, now, isInScope }, known }: Reach<From>,
): Source<From> {
  const { columns, kinds } = table(name);
  const scope = { columns, now, known };
  const tests = new Map(conditions.map((one) => [one, compile(one, scope)]));
  const wanted = kindsFor(kinds, conditions, now);
  const [first, ...others] = wanted;
  const isWhole = others.length === 0 && first?.open.length === 0 && isInScope === undefined;
  if (isWhole && first.kind.whole !== undefined) return first.kind.whole;
  const narrow = narrowing(conditions, now);
  const parts = wanted.map(({ kind, open }): Part<From> => {
    const near = narrow(kind);
    const inTime = open.filter((one) => isTimed(one, scope));
    return {
      rows: () => near ?? kind.rows(),
      settling: near === null ? kind.settling : undefined,
      lasting: [
        ...(isInScope === undefined ? [] : [isInScope]),
        ...open.filter((one) => !inTime.includes(one)).flatMap((one) => tests.get(one) ?? []),
      ],
      timed: inTime.map((one) => timedTest(one, scope)),
    };
  });
  return known === undefined ? fulfilling(parts) : (settlingIn(parts) ?? fulfilling(parts));
}

/** A kind of which rows are wanted, with what each of them has to fulfil. */
interface Part<From> {
  readonly rows: () => readonly From[];
  readonly settling: (() => SettlingRows<From>) | undefined;
  readonly lasting: readonly Compute<From>[];
  readonly timed: readonly TimedTest<From>[];
}

function fulfilling<From>(parts: readonly Part<From>[]): readonly From[] {
  const found: From[] = [];
  for (const { rows, lasting, timed } of parts) {
    const tests = [...lasting, ...timed.map(({ test }) => test)];
    for (const row of rows()) if (holdsAll(tests, row)) found.push(row);
  }
  return found;
}

/** Null where no rows settle. Those of one kind do at most: all others count as rows that change. */
function settlingIn<From>(parts: readonly Part<From>[]): Settling<From> | null {
  const part = parts.find(({ settling }) => settling !== undefined);
  if (part?.settling === undefined) return null;
  const { settled, changing } = part.settling();
  const { lasting, timed } = part;
  let places: ReadonlyMap<From, number> | null = null;
  const placeOf = (row: From): number => {
    places ??= new Map(parts.flatMap(({ rows }) => rows()).map((one, place) => [one, place]));
    return places.get(row) ?? -1;
  };
  const others = parts.map((one) => (one === part ? { ...one, rows: () => changing } : one));
  return settlingOf({ settled, lasting, timed, changing: fulfilling(others), placeOf }, () =>
    fulfilling(parts),
  );
}

/** Whether a query may answer something else at another moment of the same world. */
export function changesWithTime<From>(query: Query, tables: Tables<From>): boolean {
  const { conditions } = splitAtFirstOther(query.steps);
  const { kinds } = tables.table(query.table);
  return (
    readsClock(query) ||
    kindsFor(kinds, conditions, tables.now).some(({ kind }) => kind.changesWithTime) ||
    query.steps.some((step) => step.kind === 'join' && changesWithTime(step.right, tables))
  );
}

/** The conditions of the leading `where` steps of a query, and the steps after them. */
function splitAtFirstOther(steps: readonly Step[]) {
  const conditions: Expression[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'where') return { conditions, rest: steps.slice(index) };
    conditions.push(...conjunctsOf(step.condition));
  }
  return { conditions, rest: [] };
}

/**
 * The kinds whose rows can fulfill conditions. Conditions on what all rows of a kind have in common are
 * decided once; the open ones must be evaluated for each row.
 */
function kindsFor<From>(
  kinds: readonly Kind<From>[],
  conditions: readonly Expression[],
  now: number,
) {
  return kinds.flatMap((kind) => {
    const answers = conditions.map((one) => answerOfAll(one, kind, now));
    if (answers.includes(false)) return [];
    return [{ kind, open: conditions.filter((_, index) => answers[index] === null) }];
  });
}

/** The common answer of all rows of a kind to a condition; null: each row must be evaluated. */
function answerOfAll(condition: Expression, kind: Common, now: number): boolean | null {
  if (isSettled(condition, kind))
    return compile(condition, { columns: ofKinds, now })(kind) === true;
  const isEnough =
    condition.kind === 'logical' &&
    condition.op === 'or' &&
    condition.parts.some((part) => answerOfAll(part, kind, now) === true);
  return isEnough ? true : null;
}

type Common = Pick<Kind<unknown>, 'type' | 'same'>;

const ofKinds: Columns<Common> = new Map<string, Column<Common>>([
  ['type', { read: ({ type }) => type }],
  [
    'properties',
    {
      read: ({ same }) => same,
      part: (name) => (kind) => kind.same[name],
    },
  ],
]);

/** Whether an expression reads nothing of a row but what all rows of its kind have in common. */
function isSettled(expression: Expression, kind: Common): boolean {
  if (expression.kind === 'column') return expression.name === 'type';
  if (expression.kind === 'member' && isColumn(expression.of, 'properties')) {
    return Object.hasOwn(kind.same, expression.name);
  }
  return partsOf(expression).every((part) => isSettled(part, kind));
}

/**
 * Rows of a kind that can fulfill conditions on the id: those of some ids, those below some ids, or
 * (null) all. Each row must still be tested.
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
  return <From>(kind: Kind<From>): readonly From[] | null => {
    if (ids !== null) return [...ids].flatMap((id) => kind.find(id) ?? []);
    return roots === null ? null : kind.under(roots);
  };
}

const isColumn = (expression: Expression, name: string): boolean =>
  expression.kind === 'column' && expression.name === name;

/** The values that `id` is compared with, where a condition does nothing else. */
function idsOf(condition: Expression): readonly Expression[] | null {
  if (condition.kind === 'in' && isColumn(condition.left, 'id')) {
    return condition.op.startsWith('!') ? null : condition.list;
  }
  const isEqual = condition.kind === 'binary' && ['=~', '=='].includes(condition.op);
  return isEqual && isColumn(condition.left, 'id') ? [condition.right] : null;
}

/** The possible beginnings of `id`, where a condition tests nothing else. */
function rootsOf(condition: Expression): readonly Expression[] | null {
  if (condition.kind === 'logical' && condition.op === 'or') {
    const parts = condition.parts.map(rootsOf);
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  const isPrefix = condition.kind === 'binary' && condition.op === 'startswith';
  return isPrefix && isColumn(condition.left, 'id') ? [condition.right] : null;
}
