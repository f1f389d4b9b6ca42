/** A piece of a file's text, with where it starts in the file. */
export interface Piece {
  readonly text: string;
  readonly index: number;
}

/** A source file by what its text is: prose about the code, text in quotes, or code. */
export interface SourcePieces {
  readonly comments: readonly Piece[];
  readonly literals: readonly (Piece & { readonly isTestTitle: boolean })[];
  readonly code: readonly Piece[];
}

const comment = String.raw`\/\/[^\n]*(?:\n\s*\/\/[^\n]*)*|\/\*[\s\S]*?\*\/`;
const quoted = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`;
/** A regular expression starts where a value may; anywhere else a slash divides, or ends a tag. */
const pattern = String.raw`(?<=(?:[(,=:[!&|?;>]|\breturn)\s*)\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\/\\\n[])+\/[a-z]*`;
const token = new RegExp(`(${comment})|(${quoted})|${pattern}|[\`{}]`, 'g');
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
/** `test(`, `describe(`, and the second call of `test.each(…)(`. */
const beforeTestTitle = /(?:\b(?:test|describe)(?:\.\w+)*|\))\($/;

/** Splits TypeScript or JavaScript into its comments, its literals and the code between them. */
export function readSource(source: string): SourcePieces {
  const comments: Piece[] = [];
  const literals: (Piece & { isTestTitle: boolean })[] = [];
  const code: Piece[] = [];
  /** For each open brace, whether it is a hole of a template. */
  const holes: boolean[] = [];
  let index = 0;
  const readTo = (end: number): string => {
    const text = source.slice(index, end);
    if (text.trim() !== '') code.push({ text, index });
    return text;
  };
  const readTemplate = (start: number): number => {
    templatePart.lastIndex = start;
    const text = templatePart.exec(source)?.[0] ?? '';
    if (text !== '') literals.push({ text, index: start, isTestTitle: false });
    const end = start + text.length;
    const isHole = source[end] === '$';
    if (isHole) holes.push(true);
    return end + (isHole ? 2 : 1);
  };
  token.lastIndex = 0;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [text, asComment, asQuoted] = found;
    const isTemplate = text === '`' || (text === '}' && holes.pop() === true);
    if (text === '{') holes.push(false);
    if (asComment !== undefined || asQuoted !== undefined || isTemplate) {
      const before = readTo(found.index).trimEnd();
      index = found.index + text.length;
      if (asComment !== undefined) comments.push({ text, index: found.index });
      else if (isTemplate) index = readTemplate(index);
      else
        literals.push({
          text: text.slice(1, -1),
          index: found.index + 1,
          isTestTitle: beforeTestTitle.test(before),
        });
      token.lastIndex = index;
    }
  }
  readTo(source.length);
  return { comments, literals, code };
}
