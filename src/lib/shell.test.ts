import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, shellWord } from '#src/lib/shell.ts';

test.each([
  ['rg-app (1)', '"rg-app (1)"'],
  ["rg'; az group delete", `"rg'; az group delete"`],
  ['$(reboot)', '"(reboot)"'],
  ['`reboot`"; reboot', '"reboot; reboot"'],
  ['a\nreboot', '"areboot"'],
  ['\u2068קבוצה\u2069', '"קבוצה"'],
])('%j is one argument: %s', (text, argument) => {
  expect(quoted(text)).toBe(argument);
});

test('nothing in quotes ends them, or is run', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quoted(text).slice(1, -1)).not.toMatch(/["$`\\\n]/);
    }),
  );
});

test.each([
  ['8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951', '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951'],
  ['westeurope; reboot', 'westeuropereboot'],
])('%j is one word: %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
