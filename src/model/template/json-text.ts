/** JSON with the places of everything in it, so that a problem can be shown at its line. */

/** A place in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** A value with the offset at which it starts. */
export type JsonNode = { readonly at: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
);

/** What is wrong with a text that is no JSON. */
export type JsonFault =
  | 'empty'
  | 'unexpected'
  | 'unclosed'
  | 'key'
  | 'colon'
  | 'comma'
  | 'text'
  | 'number'
  | 'after'
  | 'deep';

export type ReadJson =
  | { readonly kind: 'json'; readonly root: JsonNode }
  | { readonly kind: 'fault'; readonly fault: JsonFault; readonly at: number };

/** Deeper values are no templates. */
const DEEPEST = 200;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Fault extends Error {
  readonly fault: JsonFault;
  readonly at: number;

  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

/** Reads a text as JSON, as strictly as Azure does; the first fault ends it. Never throws. */
export function readJson(text: string): ReadJson {
  try {
    return { kind: 'json', root: rootOf(text) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', fault: error.fault, at: error.at };
    throw error;
  }
}

function rootOf(text: string): JsonNode {
  // A byte order mark is no part of the text.
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  const space = (): void => {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
  };
  const taken = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) offset += found.length;
    return found;
  };
  const quoted = (fault: JsonFault): string => {
    if (text[offset] !== '"') throw new Fault(offset >= text.length ? 'unclosed' : fault, offset);
    const start = offset;
    offset = endOfText(text, start);
    return decoded(text.slice(start, offset), start);
  };
  /** What stands between two brackets, separated by commas. */
  const listed = <Item>(close: string, item: () => Item): readonly Item[] => {
    const items: Item[] = [];
    const start = offset;
    offset += 1;
    space();
    if (text[offset] === close) {
      offset += 1;
      return items;
    }
    for (;;) {
      items.push(item());
      space();
      const mark = text[offset];
      if (mark === undefined) throw new Fault('unclosed', start);
      if (mark !== ',' && mark !== close) throw new Fault('comma', offset);
      offset += 1;
      if (mark === close) return items;
      space();
    }
  };
  const value = (depth: number): JsonNode => {
    const at = offset;
    if (depth > DEEPEST) throw new Fault('deep', at);
    const first = text[at];
    if (first === '{') {
      const members = listed('}', (): JsonMember => {
        const keyAt = offset;
        const key = quoted('key');
        space();
        if (text[offset] !== ':') throw new Fault('colon', offset);
        offset += 1;
        space();
        return { key, at: keyAt, value: value(depth + 1) };
      });
      return { kind: 'object', at, members };
    }
    if (first === '[') return { kind: 'array', at, items: listed(']', () => value(depth + 1)) };
    if (first === '"') return { kind: 'plain', at, value: quoted('text') };
    return { kind: 'plain', at, value: scalar(first) };
  };
  const scalar = (first: string | undefined): number | boolean | null => {
    if (first === undefined) throw new Fault(text.trim() === '' ? 'empty' : 'unclosed', offset);
    const word = taken(WORD);
    if (word !== null) return word === 'null' ? null : word === 'true';
    const at = offset;
    const number = taken(NUMBER);
    if (number === null) throw new Fault(/[-+.\d]/.test(first) ? 'number' : 'unexpected', at);
    return Number(number);
  };
  space();
  const root = value(0);
  space();
  if (offset < text.length) throw new Fault('after', offset);
  return root;
}

/** The offset after the quotation mark that ends the text which starts at an offset. */
function endOfText(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const one = text.charAt(offset);
    if (one === '"') return offset + 1;
    if (one < ' ') throw new Fault('text', offset);
    if (one === '\\') offset += 1;
  }
  throw new Fault('unclosed', start);
}

/** What a text between quotation marks means; its escapes may still be none. */
function decoded(quoted: string, at: number): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw new Fault('text', at);
  }
}

/** The line and column of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: before.split(/\r\n|\n|\r/).length, column: offset - lineStart + 1 };
}

/** The value that a node stands for; of a doubled key the last one counts. */
export function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'plain':
      return node.value;
    case 'array':
      return node.items.map(valueOf);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
  }
}

/** The member of an object by a key in any letter case; undefined for whatever has none. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object'
    ? node.members.findLast((one) => one.key.toLowerCase() === key.toLowerCase())
    : undefined;
}
