import { isoMs } from '#src/mocks/time/text.ts';

/** A query that the simulated Resource Graph does not take; the message names what it met. */
export class KqlError extends Error {
  readonly code: 'ParserFailure' | 'InvalidQuery' | 'DisallowedLogicalTableName';

  constructor(code: KqlError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'timespan' | 'datetime' | 'symbol' | 'end';
  readonly text: string;
}

const spans: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a timespan literal such as `7d`. */
function timespanMs(text: string): number {
  const match = /^([\d.]+)(ms|[smhd])$/.exec(text);
  return Number(match?.[1] ?? 0) * (spans[match?.[2] ?? ''] ?? 0);
}

const patterns: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /^(?:\s+|\/\/[^\n]*)/],
  ['datetime', /^datetime\(([^)]*)\)/i],
  ['text', /^'((?:[^'\\]|\\.)*)'/],
  ['text', /^"((?:[^"\\]|\\.)*)"/],
  ['timespan', /^\d+(?:\.\d+)?(?:ms|[smhd])(?![\w])/],
  ['number', /^\d+(?:\.\d+)?(?![\w])/],
  // `in~`, `!in~`, `!contains` and their kind are one word.
  ['name', /^!?(?:in|has_any|has_all)~|^![A-Za-z]\w*|^[A-Za-z_$][\w$-]*(?<!-)/],
  ['symbol', /^(?:==|!=|=~|!~|<=|>=|[|,()[\].<>=+*/%-])/],
];

/** Cuts a query into tokens, the last of kind `end`. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = query;
  while (rest !== '') {
    const found = nextToken(rest);
    if (found === null) {
      throw new KqlError('ParserFailure', `Syntax error near '${rest.slice(0, 20)}'.`);
    }
    if (found.token !== null) tokens.push(found.token);
    rest = rest.slice(found.length);
  }
  refuseDepth(tokens);
  return [...tokens, { kind: 'end', text: 'the end of the query' }];
}

/** Brackets in brackets, and members of members, that a query may have (G): each is a step deeper. */
const DEEPEST = 100;

function refuseDepth(tokens: readonly Token[]): void {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'symbol') continue;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (depth > DEEPEST) throw new KqlError('InvalidQuery', 'The query is nested too deeply.');
  }
}

function nextToken(rest: string): { token: Token | null; length: number } | null {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const [whole, inner] = match;
    if (kind === 'blank') return { token: null, length: whole.length };
    const text = kind === 'text' ? (inner ?? '').replaceAll(/\\(.)/g, '$1') : (inner ?? whole);
    return { token: { kind, text }, length: whole.length };
  }
  return null;
}

/** Walks over tokens. Names are compared without letter case, as little as KQL does itself. */
export class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#position + ahead] ?? { kind: 'end', text: 'the end of the query' };
  }

  next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  /** Whether the next token is this symbol or word; takes it when it is. */
  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#position += 1;
    return true;
  }

  sees(text: string): boolean {
    const { kind, text: found } = this.peek();
    return (kind === 'symbol' || kind === 'name') && found === text;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`expected '${text}'`);
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'name') {
      throw new KqlError('ParserFailure', `Syntax error: a name is expected, not '${token.text}'.`);
    }
    return token.text;
  }

  fail(why: string): never {
    throw new KqlError('ParserFailure', `Syntax error at '${this.peek().text}': ${why}.`);
  }
}

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
