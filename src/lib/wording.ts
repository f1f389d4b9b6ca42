/**
 * The first English of a person's languages, `en-US`, which decides how times and numbers are written;
 * British English where they name none: the texts are in English.
 */
export const englishOf = (languages: readonly string[]): string =>
  languages.find((language) => /^en(?:-|$)/i.test(language)) ?? 'en-GB';

/** Programs without a page write as British English does, whatever machine they run on. */
export const LOCALE = englishOf(typeof document === 'undefined' ? [] : navigator.languages);

/** Plurals and lists by the browser's own rules, in the English of the texts around them. */

const TEXTS = 'en-US';

const numbers = new Intl.PluralRules(TEXTS);
const things = new Intl.ListFormat(TEXTS, { type: 'unit' });
const oneOf = new Intl.ListFormat(TEXTS, { type: 'disjunction' });
const allOf = new Intl.ListFormat(TEXTS, { type: 'conjunction' });

/** One form for a count of one, the other for any other. */
export const plural = <Form>(count: number, one: Form, other: Form): Form =>
  numbers.select(count) === 'one' ? one : other;

/** `a, b, c`: names after a colon, or parts of a line. */
export const listText = (parts: readonly string[]): string => things.format(parts);

/** `a, b, and c`: within a sentence. */
export const andText = (parts: readonly string[]): string => allOf.format(parts);

/** `a, b, or c`: within a sentence. */
export const orText = (parts: readonly string[]): string => oneOf.format(parts);

/** A text as a sentence starts: `At least 4 h`. */
export const capitalized = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

let doCount = false;

/**
 * Whether reasons name where a newer text than their document differs, and whether the rules go by it where
 * it allows more. Set at the start: Azure judges by the newer texts, the simulated Azure by the documents.
 */
export function goByNewerTexts(count: boolean): void {
  doCount = count;
}

/** What {@link goByNewerTexts} has set; no, before. */
export const newerTextsCount = (): boolean => doCount;

const MOST_NUMBERS = 9;

/** A name as it is, then with a number behind it; none of an empty one. */
export const numberedNames = (base: string): readonly string[] =>
  base === ''
    ? []
    : Array.from({ length: MOST_NUMBERS }, (_, nth) =>
        nth === 0 ? base : `${base.replace(/[.-]+$/, '')}-${String(nth + 1)}`,
      );
