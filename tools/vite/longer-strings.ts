import { type ESTree, type Plugin, Visitor } from 'vite';

import { longerText } from './longer-text.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Texts are words with a space or a capital; what has neither is a key, as `inProgress`. */
const isText = (text: string): boolean => /[A-Za-z]/.test(text) && /\s|^[A-Z]/.test(text);

/** Names of zones, addresses and the like are read by programs. */
const isForPrograms = (text: string): boolean => /^(?:UTC|GMT)$|:\/\//.test(text);

/** Literals that are compared, looked up or imported, by where they start. */
function keysIn(program: ESTree.Program): ReadonlySet<number> {
  const keys = new Set<number>();
  const add = (node: { readonly start: number } | null | undefined): void => {
    if (node !== null && node !== undefined) keys.add(node.start);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    Property: ({ key }) => add(key),
    SwitchCase: ({ test }) => add(test),
    MemberExpression: ({ property }) => add(property),
    BinaryExpression: ({ left, right }) => [left, right].forEach(add),
  }).visit(program);
  return keys;
}

function piecesIn(program: ESTree.Program): readonly Piece[] {
  const keys = keysIn(program);
  const pieces: Piece[] = [];
  new Visitor({
    Literal: ({ start, end, value }) => {
      if (typeof value !== 'string' || keys.has(start)) return;
      if (isText(value) && !isForPrograms(value))
        pieces.push({ start, end, code: JSON.stringify(longerText(value)) });
    },
    TemplateLiteral: ({ quasis }) => {
      for (const { start, end, value } of quasis)
        if (!isForPrograms(value.raw)) pieces.push({ start, end, code: longerText(value.raw) });
    },
  }).visit(program);
  return pieces.toSorted((one, other) => one.start - other.start);
}

/** Makes every text of the screens 40% longer, with accents: a build to prove that they have the room. */
export function longerStrings(): Plugin {
  return {
    name: 'longer-strings',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/strings\/.*\.ts$/ },
      handler(code) {
        const replaced = (text: string, piece: Piece): string =>
          text.slice(0, piece.start) + piece.code + text.slice(piece.end);
        return { code: piecesIn(this.parse(code)).reduceRight(replaced, code), map: null };
      },
    },
  };
}
