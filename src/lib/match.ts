/** Finding typed words in texts that people read, and where in them they stand. */

/** More words than these do not narrow a search any further. */
const MOST_WORDS = 6;

/** A text as it is compared: without letter case, and with the straight apostrophe of keyboards. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** The words of what was typed, folded, each once, in their order. */
export function wordsOf(typed: string): string[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Whether each word stands in one of the texts. */
export function hasAllWords(words: readonly string[], texts: readonly string[]): boolean {
  const folded = texts.map(fold);
  return words.every((word) => folded.some((text) => text.includes(word)));
}

/** Whether a word of the text begins with what was typed, or the text from one of its words on does. */
export function beginsWord(text: string, typed: string): boolean {
  const [folded, wanted] = [fold(text), fold(typed).trim()];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return wanted !== '';
  }
  return false;
}

/** A piece of a text: one that was searched for, or what stands between two of them. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Cuts a text at the words in it; the pieces together are the text. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const folded = fold(text);
  // A letter that becomes two by folding would shift all places after it.
  if (folded.length !== text.length) return [{ text, isHit: false }];
  const isHit = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1 && word !== ''; at = folded.indexOf(word, at + 1))
      isHit.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  for (let from = 0, to = 1; from < text.length; from = to, to += 1) {
    while (to < text.length && isHit[to] === isHit[from]) to += 1;
    pieces.push({ text: text.slice(from, to), isHit: isHit[from] === true });
  }
  return pieces;
}
