import { posix } from 'node:path';

import type { TextKind } from './phrases.ts';
import { type Piece, readSource } from './read-source.ts';

/** A piece of a file's text with what it is for. */
export interface Text extends Piece {
  readonly kind: TextKind;
}

/** Code in prose: its words are the program's. Blanks keep each index where it was. */
const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
const proseOf = (text: string): string => text.replaceAll(/`[^`]*`|https?:\S+/g, blank);

/** The signs around a comment and before its lines. */
const commentOf = (text: string): string =>
  proseOf(text.replaceAll(/^\s*(?:\/\*+|\*+(?!\/)|\/\/)|\*+\/$/gm, blank));

const documentOf = (text: string): string =>
  proseOf(text.replaceAll(/^```[\s\S]*?^```|\]\([^)\s]*\)/gm, blank));

const isTest = (path: string): boolean =>
  /^(?:e2e|tools)\/|\.test\.tsx?$|\/testing[^/]*$/.test(path);

/** Text on screen: all of the folder of texts, elsewhere sentences. */
function isOnScreen(path: string, { text }: Piece): boolean {
  if (isTest(path) || path.startsWith('src/rules/cases/')) return false;
  // The name of a fact, as `point.id`, is no text.
  if (/^\w+(?:\.\w+)+$/.test(text)) return false;
  // The simulated Azure writes as Azure does; only its panel is ours.
  if (path.startsWith('src/mocks/')) return false;
  return path.startsWith('src/strings/') || /^[A-Z].* [a-z]/.test(text);
}

const declared =
  /\b(?:const|let|function|type|interface|class|readonly|get)\s+[[{]?\s*([A-Za-z_$][\w$]*)/g;

/** A name as the words it is made of. */
const wordsOf = (name: string): string =>
  name.replaceAll(/([a-z\d])(?=[A-Z])/g, '$1 ').replaceAll(/[^A-Za-z]+/g, ' ');

/** The names that a piece of code declares. */
const namesOf = ({ text, index }: Piece): Text[] =>
  [...text.matchAll(declared)].map((found) => ({
    kind: 'name',
    text: wordsOf(found[1] ?? ''),
    index: index + found.index,
  }));

/** All that the phrases are held against in a file, its path among it. */
export function textsOf(path: string, source: string): readonly Text[] {
  if (posix.extname(path) === '.md')
    return [{ kind: 'document', text: documentOf(source), index: 0 }];
  const { comments, literals, code } = readSource(source);
  const kind = isTest(path) ? 'test' : 'comment';
  return [
    { kind: 'name', text: wordsOf(path), index: 0 },
    ...code.flatMap(namesOf),
    ...comments.map(({ text, index }): Text => ({ kind, text: commentOf(text), index })),
    ...literals.flatMap((literal): Text[] => {
      if (isTest(path)) return literal.isTestTitle ? [{ ...literal, kind: 'test' }] : [];
      return isOnScreen(path, literal) ? [{ ...literal, kind: 'screen' }] : [];
    }),
  ];
}
