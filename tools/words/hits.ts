import { ALLOWED, LABELS } from './allowed.ts';
import { PHRASES, type TextKind } from './phrases.ts';
import { type Text, textsOf } from './texts.ts';

/** A forbidden phrase where a file has it. */
export interface Hit {
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

const be = '(?:is|isn’t|are|aren’t|was|wasn’t|were|weren’t|be|been|being)(?: (?:not|never))?';

/** An expression of the list, for whole words and any white space between them. */
const wholePhrase = (phrase: string): string =>
  `(?<![\\w’-](?=\\w))(?:${phrase})(?![\\w-])`.replaceAll('{be}', be).replaceAll(' ', '\\s+');

const searches = PHRASES.map(({ phrase, instead, kinds, hasCase }) => ({
  pattern: new RegExp(wholePhrase(phrase), hasCase ? 'g' : 'gi'),
  instead,
  kinds,
}));

const searchesOf = (kind: TextKind) => searches.filter(({ kinds }) => kinds.includes(kind));

const byKind: Readonly<Record<TextKind, ReturnType<typeof searchesOf>>> = {
  screen: searchesOf('screen'),
  document: searchesOf('document'),
  comment: searchesOf('comment'),
  test: searchesOf('test'),
  name: searchesOf('name'),
};

/** The text with one kind of apostrophe, and without what may be quoted. Indices stay. */
const judged = (text: string): string =>
  [...ALLOWED, ...LABELS.filter(({ quote }) => quote === text)]
    .reduce((rest, { quote }) => rest.replaceAll(quote, '_'.repeat(quote.length)), text)
    .replaceAll("'", '’');

/** The forbidden phrases of a file, in the order of its lines. */
export function hitsIn(path: string, source: string): readonly Hit[] {
  const hitsOf = ({ kind, text, index }: Text) => {
    const words = judged(text);
    return byKind[kind].flatMap(({ pattern, instead }) =>
      [...words.matchAll(pattern)].map((hit) => ({
        index: index + hit.index,
        found: hit[0].replaceAll(/\s+/g, ' '),
        instead,
      })),
    );
  };
  return textsOf(path, source)
    .flatMap(hitsOf)
    .toSorted((one, other) => one.index - other.index)
    .map(({ index, ...hit }) => ({ line: source.slice(0, index).split('\n').length, ...hit }));
}
