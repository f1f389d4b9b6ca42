import { expect, test } from 'vitest';

import { longerText } from './longer-text.ts';

test('a text is 40% longer, with accents, and has as many words', () => {
  const text = 'Restore to a new virtual machine in another region of the same tenant';
  const longer = longerText(text);
  const letters = (one: string): number => one.replaceAll(' ', '').length;
  expect(letters(longer)).toBe(Math.floor(letters(text) * 1.4));
  expect(longer.split(' ')).toHaveLength(text.split(' ').length);
  expect(longer).toMatch(/^Rëëéstóré /);
});

test('signs, digits, spaces and escapes stay', () => {
  expect(longerText(': 4 h, 60%\\u00a0\\n')).toBe(': 4 h, 60%\\u00a0\\n');
});
