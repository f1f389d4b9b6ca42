import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import { callFunction } from '#src/mocks/resource-graph/kql/functions.ts';
import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The value of an expression for a row; `now` is simulated epoch milliseconds. */
export function evaluate(expression: Expression, row: Row, now: number): unknown {
  const value = (inner: Expression): unknown => evaluate(inner, row, now);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'column':
      if (!(expression.name in row)) {
        throw new KqlError('InvalidQuery', `Failed to resolve the column '${expression.name}'.`);
      }
      return row[expression.name] ?? null;
    case 'member':
      return memberOf(value(expression.of), expression.name);
    case 'element':
      return memberOf(value(expression.of), value(expression.at));
    case 'call':
      return callFunction(expression.name, expression.args.map(value), now);
    case 'logical':
      return expression.op === 'and'
        ? expression.parts.every((part) => value(part) === true)
        : expression.parts.some((part) => value(part) === true);
    case 'in': {
      const fold = (item: unknown): string =>
        expression.op.endsWith('~') ? textOf(item).toLowerCase() : textOf(item);
      const left = fold(value(expression.left));
      const isIn = expression.list.some((item) => fold(value(item)) === left);
      return expression.op.startsWith('!') ? !isIn : isIn;
    }
    case 'binary':
      return compare(expression.op, value(expression.left), value(expression.right));
  }
}

function memberOf(owner: unknown, key: unknown): unknown {
  if (typeof owner !== 'object' || owner === null) return null;
  if (Array.isArray(owner)) {
    const items: readonly unknown[] = owner;
    return typeof key === 'number' ? (items.at(key) ?? null) : null;
  }
  const entry = Object.entries(owner).find(([name]) => name === key);
  return entry?.[1] ?? null;
}

function compare(op: string, left: unknown, right: unknown): boolean {
  if (op.startsWith('!') && op !== '!=' && op !== '!~') return !compare(op.slice(1), left, right);
  const [a, b] = [textOf(left).toLowerCase(), textOf(right).toLowerCase()];
  const order = compareValues(left, right);
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '=~':
      return a === b;
    case '!~':
      return a !== b;
    case '<':
      return order !== null && order < 0;
    case '>':
      return order !== null && order > 0;
    case '<=':
      return order !== null && order <= 0;
    case '>=':
      return order !== null && order >= 0;
    case 'contains':
      return a.includes(b);
    case 'startswith':
      return a.startsWith(b);
    case 'has':
      return hasTerm(a, b);
    default:
      throw new KqlError('ParserFailure', `The operator '${op}' is not supported.`);
  }
}

/** `has` finds whole terms: runs of letters and digits. */
function hasTerm(text: string, term: string): boolean {
  const isEdge = (character: string | undefined): boolean =>
    character === undefined || !/[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + term.length])) return true;
  }
  return false;
}
