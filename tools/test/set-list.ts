import { field, listOf } from '../program.ts';

/** A browser test as Playwright lists it; its tags without their sign. */
export interface ListedTest {
  readonly file: string;
  readonly tags: readonly string[];
}

/** The rows of the set, which the configuration gives to Playwright’s JSON list. */
export const setRows = (list: unknown): readonly string[] =>
  listOf(field(field(list, 'config'), 'metadata'), 'set').map(String);

/** The tests of Playwright's JSON list, whose suites hold suites, and specs at last. */
export const listedTests = (list: unknown): readonly ListedTest[] =>
  listOf(list, 'suites').flatMap((suite) => [
    ...listOf(suite, 'specs').map((spec) => ({
      file: String(field(spec, 'file')),
      tags: listOf(spec, 'tags').map(String),
    })),
    ...listedTests(suite),
  ]);

/** The rows of the set without a test, or with several: a file of `races` counts as one. */
export function setProblems(
  rows: readonly string[],
  tests: readonly ListedTest[],
  races: RegExp,
): readonly string[] {
  if (rows.length === 0) return ['The set has no rows.'];
  return rows.flatMap((row) => {
    const tag = `set:${row.replaceAll(' ', '-')}`;
    const own = tests.filter(({ tags }) => tags.includes(tag));
    const places = own.map(({ file }, nth) => (races.test(`/${file}`) ? file : `${file} (${nth})`));
    const count = new Set(places).size;
    return count === 1 ? [] : [`“${row}” has ${count} tests: ${places.join(', ') || 'none'}`];
  });
}
