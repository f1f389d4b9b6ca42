import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsIn, tableOf } from '#src/strings/testing-claims.ts';
import { CLAIM_NOTHING, IN_TABLES, TRIED } from '#src/strings/testing-sentences.ts';
import { root } from '../program.ts';
import { claimsIn } from './claims.ts';

/** Each sentence that claims something has a place where its facts are tried, or a reason why it needs none. */

/** Sentences outside of the folder of texts: what a rule says, and messages of errors. */
const OUTSIDE = /['`“][A-Z“][^\n]* [a-z]/;

const sourceOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));

/** How many sentences claim something, by the key of their text; outside of the folder of texts by their file. */
function allClaims(): ReadonlyMap<string, number> {
  const files = filesIn('src/**/*.{ts,tsx}')
    // The simulation is not the product's.
    .filter((path) => !/\.test\.|\/testing|^src\/mocks\/|strings\/simulation/.test(path))
    .toSorted();
  const found = files.flatMap((path) => {
    const text = sourceOf(path);
    if (path.startsWith('src/strings/')) return [...claimsIn(path, text)];
    if (!OUTSIDE.test(text)) return [];
    return [...claimsIn(path, text, /^[A-Z“].* [a-z]/).values()].map(
      (count) => [path.slice('src/'.length), count] as const,
    );
  });
  const counts = new Map<string, number>();
  for (const [key, count] of found) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

const counts = allClaims();
const inTables = rowsIn(IN_TABLES);
const tried = rowsIn(...Object.values(TRIED));
const claimless = rowsIn(...Object.values(CLAIM_NOTHING));
const { missing, needless, of } = tableOf(counts, [...inTables, ...tried, ...claimless]);
const sumOf = (rows: readonly string[]): string =>
  String(rows.reduce((sum, row) => sum + (of.get(row) ?? 0), 0));

test(`${sumOf([...inTables, ...tried, ...claimless])} sentences deny, count all, end or claim something: ${sumOf(inTables)} have their facts in tables, ${sumOf(tried)} in tests, ${sumOf(claimless)} claim nothing`, () => {
  expect(missing).toEqual([]);
  expect(needless).toEqual([]);
  expect(counts.size).toBeGreaterThan(700);
});

/** The texts of all unit tests of the product. */
const testTexts = filesIn('src/**/*.test.ts').map(sourceOf);

test('each of these tests is there, and one alone has its title', () => {
  const countOf = (title: string): number =>
    testTexts.filter((text) => text.includes(`'${title}',`)).length;
  expect(Object.keys(TRIED).filter((title) => countOf(title) !== 1)).toEqual([]);
});

test('each of these groups of sentences is in a table of claims', () => {
  const tables = testTexts.filter((text) =>
    /\btest\.each\([^)]+\)\('\$key needs its facts'/.test(text),
  );
  const imported = tables
    .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '#src\/strings\//g)])
    .flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
  const groups = inTables.map((key) => key.split('.', 1)[0] ?? '');
  expect(groups.filter((group) => !imported.includes(group))).toEqual([]);
  const single = inTables.flatMap((row) => /(\w+)(?:\*\d+)?$/.exec(row)?.slice(1) ?? []);
  const named = (name: string): boolean =>
    tables.some((text) => new RegExp(`\\.${name}\\b`).test(text));
  expect(single.filter((name) => !named(name))).toEqual([]);
});

test('a sentence is found under its key, and counted there', () => {
  const source = [
    'export const a = sentences({',
    "  none: 'No VM.', what: 'the VM', heads: ['None'],",
    "  of: { count: (n: number) => (n === 0 ? 'All were read. Nothing was sent.' : `${n} aren’t read`) },",
    '});',
    "export function b(): string { return 'It is gone.'; }",
  ].join('\n');
  expect([...claimsIn('a.ts', source)]).toEqual([
    ['a.none', 1],
    ['a.of.count', 3],
    ['b', 1],
  ]);
});

test('a sentence without a row is named, and so is a row without a sentence', () => {
  const found = new Map([
    ['a.none', 1],
    ['a.of.count', 3],
    ['b.other', 2],
  ]);
  const named = (...rows: readonly string[]) => {
    const table = tableOf(found, rows);
    return [table.missing, table.needless];
  };
  expect(named('a.none', 'a.of.count*3', 'b.')).toEqual([[], []]);
  expect(named('a.', 'b.other*2')).toEqual([[], []]);
  expect(named('a.none', 'a.of.count*2', 'b.')).toEqual([['a.of.count*3'], ['a.of.count*2']]);
  expect(named('a.', 'a.none', 'a.of.', 'b.', 'b.')).toEqual([[], ['a.', 'b.']]);
});
