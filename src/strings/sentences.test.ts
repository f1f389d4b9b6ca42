import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentences } from '#src/strings/sentences.ts';

const words = sentences({
  title: 'As it is',
  of: (name: string, count: number) => `${name}: ${String(count)}`,
  deep: { list: (names: readonly string[]) => names.join(', ') },
  object: ({ name }: { readonly name: string }) => `The name ${name}`,
});

test('what a sentence takes in is harmless, wherever it is', () => {
  expect(words.title).toBe('As it is');
  expect(words.of('a\u202eb', 2)).toBe('a[U+202E]b: 2');
  expect(words.deep.list(['app01', 'שרת'])).toBe('app01, \u2068שרת\u2069');
  expect(words.object({ name: 'a\0b' })).toBe('The name a[U+0000]b');
});

/** Objects with functions that no `sentences` is around. */
const BARE = /^export const \w+[^=]* = \{\n(?:(?!^\}).*\n)*?.*=>/m;

test('every text that takes something in is made by it', () => {
  const folder = 'src/strings';
  const bare = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    // What a fact's value is goes through `plain`.
    .filter((file) => !file.startsWith('facts'))
    .filter((file) => BARE.test(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(bare).toEqual([]);
});
