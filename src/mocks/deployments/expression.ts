import { TemplateViolation } from '#src/mocks/deployments/violation.ts';

/** An expression of the template language: what stands between `[` and `]`. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression };

const TOKEN =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+)|(?<name>[A-Za-z_]\w*)|(?<mark>[()[\],.]))/y;

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'mark';
  readonly text: string;
}

const unreadable = (source: string): TemplateViolation =>
  new TemplateViolation(
    `The template language expression '${source}' is not valid. Please see https://aka.ms/arm-template-expressions for usage details.`,
  );

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < source.trimEnd().length) {
    const groups = pattern.exec(source)?.groups;
    if (groups === undefined) throw unreadable(source);
    const { text, number, name, mark } = groups;
    if (text !== undefined)
      tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}

/** How deep calls may be nested (G). */
const DEEPEST = 50;

/**
 * Reads the inside of an expression.
 * @throws TemplateViolation when it is none.
 */
export function readExpression(source: string): Expression {
  const tokens = tokensOf(source);
  let at = 0;
  const isMark = (text: string): boolean =>
    tokens[at]?.kind === 'mark' && tokens[at]?.text === text;
  const take = (text: string): void => {
    if (!isMark(text)) throw unreadable(source);
    at += 1;
  };
  const argsAt = (depth: number): readonly Expression[] => {
    take('(');
    const args: Expression[] = [];
    while (!isMark(')')) {
      if (args.length > 0) take(',');
      args.push(expressionAt(depth + 1));
    }
    take(')');
    return args;
  };
  const startAt = (depth: number): Expression => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token.kind === 'mark') throw unreadable(source);
    if (token.kind === 'text') return { kind: 'value', value: token.text };
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    return { kind: 'call', name: token.text, args: argsAt(depth) };
  };
  const expressionAt = (depth: number): Expression => {
    if (depth > DEEPEST) throw unreadable(source);
    let whole = startAt(depth);
    for (;;) {
      if (isMark('.')) {
        at += 1;
        const name = tokens[at];
        if (name?.kind !== 'name') throw unreadable(source);
        at += 1;
        whole = { kind: 'member', of: whole, name: name.text };
      } else if (isMark('[')) {
        at += 1;
        const index = expressionAt(depth + 1);
        take(']');
        whole = { kind: 'item', of: whole, index };
      } else return whole;
    }
  };
  const whole = expressionAt(0);
  if (at < tokens.length) throw unreadable(source);
  return whole;
}

/** The inside of a text that is an expression; null where the text stands for itself. */
export function expressionIn(text: string): string | null {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']')
    ? text.slice(1, -1)
    : null;
}
