/** A query that the simulated Resource Graph does not take; the message names what it met. */
export class KqlError extends Error {
  readonly code: 'ParserFailure' | 'InvalidQuery' | 'DisallowedLogicalTableName';

  constructor(code: KqlError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Token {
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
export function timespanMs(text: string): number {
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
export const DEEPEST = 100;

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
