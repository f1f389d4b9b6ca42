/**
 * The first English of a person's languages, `en-US`, which decides how times and numbers are written;
 * British English where they name none: the texts are in English.
 */
export const englishOf = (languages: readonly string[]): string =>
  languages.find((language) => /^en(?:-|$)/i.test(language)) ?? 'en-GB';

/** Programs without a page write as British English does, whatever machine they run on. */
export const LOCALE = englishOf(typeof document === 'undefined' ? [] : navigator.languages);
