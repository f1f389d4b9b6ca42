import { field, listOf } from '../program.ts';

/** A browser test as Playwright lists it; its tags without their sign. */
export interface ListedTest {
  readonly file: string;
  readonly tags: readonly string[];
}

/** The rows of the set, which the configuration gives to Playwright’s JSON list. */
export const setRows = (list: unknown): readonly string[] =>
  listOf(field(field(list, 'config'), 'metadata'), 'set').map(String);

/** The tests in a JSON list or report of Playwright, whose suites hold suites, and specs at last. */
export const specsIn = (report: unknown): readonly unknown[] =>
  listOf(report, 'suites').flatMap((suite) => [...listOf(suite, 'specs'), ...specsIn(suite)]);

export const listedTests = (list: unknown): readonly ListedTest[] =>
  specsIn(list).map((spec) => ({
    file: String(field(spec, 'file')),
    tags: listOf(spec, 'tags').map(String),
  }));

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
