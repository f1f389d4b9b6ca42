import { expect, test } from 'vitest';

import { andText, englishOf, listText, LOCALE, plural } from '#src/lib/wording.ts';

test('one thing has a form of its own, none has that of many', () => {
  expect([0, 1, 2].map((count) => plural(count, 'vault', 'vaults'))).toEqual([
    'vaults',
    'vault',
    'vaults',
  ]);
});

test('names stand in a row, and things of a sentence are joined', () => {
  expect([listText([]), listText(['a']), listText(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b, c']);
  expect([andText(['a']), andText(['a', 'b']), andText(['a', 'b', 'c'])]).toEqual([
    'a',
    'a and b',
    'a, b, and c',
  ]);
});

test.each([
  [['en-US', 'en'], 'en-US'],
  [['de-DE', 'en-IE'], 'en-IE'],
  [['de-DE', 'fr'], 'en-GB'],
  [[], 'en-GB'],
])('of %j it is %s', (languages, locale) => {
  expect(englishOf(languages)).toBe(locale);
});

test('a program without a page has one of its own', () => {
  expect(LOCALE).toBe('en-GB');
});
