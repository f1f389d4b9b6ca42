import {
  compile,
  type Compute,
  constantOf,
  isTimed,
  type Scope,
} from '#src/mocks/resource-graph/kql/compile.ts';
import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import { dateTimeOf, isDateTime } from '#src/mocks/resource-graph/kql/values.ts';

/** A condition that may have another answer at another moment, although the row is the same. */
export interface TimedTest<Row> {
  readonly test: Compute<Row>;
  /** Where it only holds a moment of the row against the clock; null: it does something else. */
  readonly deadline: Deadline<Row> | null;
}

/** `todatetime(properties.startTime) > ago(7d)` in two parts: what stays of the row, and the clock. */
interface Deadline<Row> {
  /** Epoch milliseconds; NaN where there is none, which no clock meets. */
  readonly momentOf: (row: Row) => number;
  readonly isMet: (moment: number) => boolean;
}

/** A timed condition, with what of it can be remembered of a row. */
export function timedTest<Row>(condition: Expression, scope: Scope<Row>): TimedTest<Row> {
  return { test: compile(condition, scope), deadline: deadlineOf(condition, scope) };
}

function deadlineOf<Row>(condition: Expression, scope: Scope<Row>): Deadline<Row> | null {
  if (condition.kind !== 'binary' || isTimed(condition.left, scope)) return null;
  const limit = constantOf(condition.right, scope.now)?.value;
  const isMet = isDateTime(limit) ? meeting(condition.op, limit.datetime) : null;
  if (isMet === null) return null;
  const left = compile(condition.left, scope);
  return { momentOf: (row) => dateTimeOf(left(row))?.datetime ?? Number.NaN, isMet };
}

function meeting(op: string, limit: number): Deadline<unknown>['isMet'] | null {
  switch (op) {
    case '>':
      return (moment) => moment > limit;
    case '>=':
      return (moment) => moment >= limit;
    case '<':
      return (moment) => moment < limit;
    case '<=':
      return (moment) => moment <= limit;
    default:
      return null;
  }
}
