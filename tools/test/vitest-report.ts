import { list, text } from './json.ts';
import { failure, type Tally, unreadable } from './tally.ts';

/**
 * Counts vitest's JSON report. `files` are the test files on disk, relative to the root: each of
 * them must be in the report with at least one test. States that vitest may add count as skipped,
 * so that they are never taken for a pass.
 */
export function vitestTally(report: unknown, files: readonly string[]): Tally {
  if (report === undefined) return unreadable;
  const suites = list(report, 'testResults');
  const tests = suites.flatMap((suite) => list(suite, 'assertionResults'));
  const inState = (state: string): unknown[] =>
    tests.filter((test) => text(test, 'status') === state);
  const passed = inState('passed').length;
  const bad = inState('failed');
  const problems = [
    ...suites
      .filter((suite) => list(suite, 'assertionResults').length === 0)
      .map((suite) => `${text(suite, 'name')} has no test. ${text(suite, 'message')}`.trim()),
    ...files
      .filter((file) => !suites.some((suite) => sameFile(text(suite, 'name'), file)))
      .map((file) => `${file} is not in the report.`),
  ];
  if (suites.length === 0 && problems.length === 0) problems.push('There is no test at all.');
  return {
    passed,
    failed: bad.length,
    skipped: tests.length - passed - bad.length,
    problems,
    failures: bad.map((test) =>
      failure(text(test, 'fullName'), list(test, 'failureMessages').join('\n')),
    ),
  };
}

function sameFile(absolute: string, relative: string): boolean {
  return absolute.replaceAll('\\', '/').endsWith(`/${relative}`);
}
