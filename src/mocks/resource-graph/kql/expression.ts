import type { Reader } from '#src/mocks/resource-graph/kql/reader.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { DEEPEST, KqlError, timespanMs } from '#src/mocks/resource-graph/kql/tokens.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'element'; readonly of: Expression; readonly at: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'in';
      readonly op: string;
      readonly left: Expression;
      readonly list: readonly Expression[];
    }
  | { readonly kind: 'logical'; readonly op: 'and' | 'or'; readonly parts: readonly Expression[] };

/** A moment or a span as values of a query. */
export interface DateTime {
  readonly datetime: number;
}
export interface TimeSpan {
  readonly timespan: number;
}

const comparisons = [
  '==',
  '!=',
  '=~',
  '!~',
  '<',
  '>',
  '<=',
  '>=',
  'contains',
  '!contains',
  'startswith',
  '!startswith',
  'endswith',
  '!endswith',
  'has',
  '!has',
] as const;
const memberships: readonly string[] = ['in', '!in', 'in~', '!in~'];

/** Reads an expression: `or` binds loosest, then `and`, then one comparison. */
export function parseExpression(reader: Reader): Expression {
  return parseLogical(reader, 'or');
}

function parseLogical(reader: Reader, op: 'and' | 'or'): Expression {
  const inner = (): Expression =>
    op === 'or' ? parseLogical(reader, 'and') : parseComparison(reader);
  const parts = [inner()];
  while (reader.take(op)) parts.push(inner());
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'logical', op, parts };
}

function parseComparison(reader: Reader): Expression {
  const left = parsePostfix(reader);
  const { kind, text } = reader.peek();
  if (kind !== 'symbol' && kind !== 'name') return left;
  if (memberships.includes(text)) {
    reader.next();
    return { kind: 'in', op: text, left, list: parseArguments(reader) };
  }
  const op = comparisons.find((known) => known === text);
  if (op !== undefined) {
    reader.next();
    return { kind: 'binary', op, left, right: parsePostfix(reader) };
  }
  refuseOperator(text, kind);
  return left;
}

/** Words that may follow an expression; any other is an operator that is not simulated. */
const followers: ReadonlySet<string> = new Set(['and', 'or', 'by', 'asc', 'desc', 'nulls']);
const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

function refuseOperator(text: string, kind: string): void {
  if (kind === 'name' ? !followers.has(text) : arithmetic.has(text)) {
    throw new KqlError('ParserFailure', `The operator '${text}' is not supported.`);
  }
}

function parsePostfix(reader: Reader): Expression {
  let expression = parsePrimary(reader);
  for (let length = 0; length < DEEPEST; length += 1) {
    if (reader.take('.')) {
      expression = { kind: 'member', of: expression, name: reader.name() };
    } else if (reader.take('[')) {
      const at = parseExpression(reader);
      reader.expect(']');
      expression = { kind: 'element', of: expression, at };
    } else {
      return expression;
    }
  }
  return reader.fail('there are too many members of members');
}

function parsePrimary(reader: Reader): Expression {
  const token = reader.peek();
  if (reader.take('(')) {
    const inner = parseExpression(reader);
    reader.expect(')');
    return inner;
  }
  if (token.kind === 'symbol' || token.kind === 'end') reader.fail('an expression is expected');
  reader.next();
  switch (token.kind) {
    case 'text':
      return { kind: 'literal', value: token.text };
    case 'number':
      return { kind: 'literal', value: Number(token.text) };
    case 'timespan':
      return { kind: 'literal', value: { timespan: timespanMs(token.text) } satisfies TimeSpan };
    case 'datetime':
      return { kind: 'literal', value: { datetime: isoMs(token.text) } satisfies DateTime };
    case 'name':
      return parseName(reader, token.text);
    default:
      return reader.fail('an expression is expected');
  }
}

function parseName(reader: Reader, name: string): Expression {
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
  if (reader.sees('(')) return { kind: 'call', name, args: parseArguments(reader) };
  return { kind: 'column', name };
}

/** A list in brackets, also an empty one. */
function parseArguments(reader: Reader): readonly Expression[] {
  reader.expect('(');
  const args: Expression[] = [];
  while (!reader.sees(')')) {
    args.push(parseExpression(reader));
    if (!reader.take(',')) break;
  }
  reader.expect(')');
  return args;
}
