import { KqlError, type Token } from '#src/mocks/resource-graph/kql/tokens.ts';

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
