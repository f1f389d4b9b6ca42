import { expect, test } from 'vitest';
import { englishOf, LOCALE } from '#src/lib/wording.ts';

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
