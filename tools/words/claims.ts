import { parseSync, Visitor } from 'vite';

/** Words by which a sentence says whose something is, what came of a request, or who refused. */
const OUTCOMES = [
  /\b(nothing|it) (was|is) (sent|started|restored|changed|created|mounted|replaced)\b/i,
  /\b(was|were|wasn’t|isn’t|is|are) (deleted|mounted|unmounted|canceled|confirmed|there)\b/i,
  /\b(no longer|already|rejected|refused|doesn’t list|not listed|can’t find|most likely|confirmed by|outcome|not sent|not found|not searched)\b/i,
  /\b(might|may) have (started|mounted|deleted)|could be yours|matches it|says whether\b/i,
];
/** Words by which it denies, counts all, or ends something. */
const DENIALS = [
  /\b(no|none|nothing|never|all|every|only|ended|gone)\b/i,
  /\b(isn|wasn|aren|weren|hasn|haven|didn)’t\b/i,
  /\b(was|were|is|are|been) (deleted|removed|replaced|done|over|complete)\b/i,
  /\b(doesn’t|don’t( all)?|does) exist\b/i,
];

/**
 * How many sentences of a file claim something, by the dotted key that they stand under. One word alone is a label.
 * `isText`: which sentences are on screen; left out: all are.
 */
export function claimsIn(
  path: string,
  source: string,
  isText = /\S \S/,
): ReadonlyMap<string, number> {
  const names: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  const texts: { readonly start: number; readonly text: string }[] = [];
  new Visitor({
    VariableDeclarator: ({ id, start, end }) => {
      if (id.type === 'Identifier') names.push({ start, end, name: id.name });
    },
    FunctionDeclaration: ({ id, start, end }) => {
      if (id !== null) names.push({ start, end, name: id.name });
    },
    Property: ({ key, value: { start, end } }) => {
      if (key.type === 'Identifier') names.push({ start, end, name: key.name });
      if (key.type === 'Literal') names.push({ start, end, name: String(key.value) });
    },
    Literal: ({ value, start }) => {
      if (typeof value === 'string') texts.push({ start, text: value });
    },
    TemplateLiteral: ({ quasis, start }) =>
      void texts.push({ start, text: quasis.map(({ value }) => value.cooked ?? '').join('…') }),
  }).visit(parseSync(path, source).program);
  const counts = new Map<string, number>();
  for (const { start, text } of texts) {
    const claims = text
      .split(/(?<=[.?!]) /)
      .filter((sentence) => isText.test(sentence))
      .filter((sentence) => [...OUTCOMES, ...DENIALS].some((words) => words.test(sentence)));
    if (claims.length === 0) continue;
    const key = names
      .filter((one) => one.start <= start && start < one.end)
      .map(({ name }) => name)
      .join('.');
    counts.set(key, (counts.get(key) ?? 0) + claims.length);
  }
  return counts;
}
