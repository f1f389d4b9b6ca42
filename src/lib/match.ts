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

/** Whether one of the words of the text, with what follows it, starts with the typed text. */
export function beginsWord(text: string, typed: string): boolean {
  const folded = fold(text);
  return placesOf(fold(typed).trim(), folded).some(
    (at) => at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ''),
  );
}

/** A piece of a text: one that was searched for, or what stands between two of them. */
interface MarkedText {
  /** Where in the text it starts. */
  readonly at: number;
  readonly text: string;
  readonly isHit: boolean;
}

/** Cuts a text at the words in it; the pieces together are the text. */
export function markedTexts(text: string, words: readonly string[]): MarkedText[] {
  const folded = fold(text);
  // A letter that becomes two by folding would shift all places after it.
  if (folded.length !== text.length) return [{ at: 0, text, isHit: false }];
  const isHit = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    for (const at of placesOf(word, folded)) isHit.fill(true, at, at + word.length);
  }
  const pieces: MarkedText[] = [];
  for (let at = 0, end = 1; at < text.length; at = end, end += 1) {
    while (end < text.length && isHit[end] === isHit[at]) end += 1;
    pieces.push({ at, text: text.slice(at, end), isHit: isHit[at] === true });
  }
  return pieces;
}

/** Where a word starts in a text, overlapping ones too; the empty word is nowhere. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  let at = word === '' ? -1 : text.indexOf(word);
  while (at !== -1) {
    places.push(at);
    at = text.indexOf(word, at + 1);
  }
  return places;
}
