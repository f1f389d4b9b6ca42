/** By how much a language may be longer than English, in which the screens are designed. */
const MORE = 0.4;

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

const LONGER_BY = 'ë';

/**
 * A text with accents that is 40% longer, word by word: words grow as those of a longer language do, and
 * lines break where they did. What comes from data keeps its plain letters, and an escape its meaning.
 */
export function longerText(text: string): string {
  let owed = 0;
  return text.replaceAll(/\\u[\dA-Fa-f]{4}|\\.|[A-Za-z]+/g, (word) => {
    if (word.startsWith('\\')) return word;
    owed += word.length * MORE;
    const more = Math.floor(owed);
    owed -= more;
    const accented = word.replaceAll(/[A-Za-z]/g, (letter) => accents[letter] ?? letter);
    return `${accented.slice(0, 1)}${LONGER_BY.repeat(more)}${accented.slice(1)}`;
  });
}
