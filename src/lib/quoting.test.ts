import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import type { Result } from '#src/lib/result.ts';
import { bashArguments, HOSTILE, powerShellString } from '#src/lib/testing-shell.ts';

/** Any text that can be an argument, often of the characters that have a meaning in a shell. */
const argument = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        '🦊',
        ...Array.from('\'"`$(){}[]\\;&|<>*?!#~-@=\n\r\t ‘’‚‛“”\u202e\u2066\u001b'),
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  })
  .filter((text) => !text.includes('\0') && text.isWellFormed());

const valueOf = (quoted: Result<string, unknown>): string => (quoted.ok ? quoted.value : 'refused');

test('every text arrives at a program as it is, whatever bash would make of it', () => {
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 100 }), (texts) => {
      const all = [...HOSTILE, ...texts];
      const command = all.map((text) => valueOf(shQuoted(text))).join(' ');
      expect(bashArguments([command])).toEqual([all]);
    }),
    { numRuns: 20 },
  );
});

test('every text is one verbatim string of PowerShell, and nothing is left of it', () => {
  fc.assert(
    fc.property(argument, (text) => {
      expect(powerShellString(valueOf(powerShellQuoted(text)))).toEqual({ value: text, rest: '' });
    }),
    { examples: HOSTILE.map((text) => [text]) },
  );
});

test.each([
  ['rg-app (1)', "'rg-app (1)'", "'rg-app (1)'"],
  ["it's", String.raw`'it'\''s'`, "'it''s'"],
  ['‘a’', "'‘a’'", "'‘‘a’’'"],
  ['', "''", "''"],
])('%j is written as %s and %s', (text, sh, powerShell) => {
  expect(valueOf(shQuoted(text))).toBe(sh);
  expect(valueOf(powerShellQuoted(text))).toBe(powerShell);
});

test.each([
  ['a\0b', 'nul'],
  ['a\ud83e', 'halfCharacter'],
])('%j can’t be an argument', (text, reason) => {
  expect(shQuoted(text)).toEqual({ ok: false, reason });
  expect(powerShellQuoted(text)).toEqual({ ok: false, reason });
});
