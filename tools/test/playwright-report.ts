import { field } from '../program.ts';
import { list, text } from './json.ts';
import { failure, type Tally, unreadable } from './tally.ts';

interface FoundTest {
  readonly file: string;
  readonly project: string;
  readonly status: string;
  readonly name: string;
  /** What the last try said. */
  readonly message: string;
}

function lineOf(spec: unknown): string {
  const line = field(spec, 'line');
  return typeof line === 'number' ? String(line) : '?';
}

function testsIn(suite: unknown): FoundTest[] {
  const own = list(suite, 'specs').flatMap((spec) =>
    list(spec, 'tests').map((test) => ({
      file: text(spec, 'file'),
      project: text(test, 'projectName'),
      status: text(test, 'status'),
      name: `${text(spec, 'file')}:${lineOf(spec)} ${text(spec, 'title')}`,
      message: list(test, 'results')
        .flatMap((result) => list(result, 'errors'))
        .map((error) => text(error, 'message'))
        .join('\n'),
    })),
  );
  return [...own, ...list(suite, 'suites').flatMap(testsIn)];
}

/**
 * Counts Playwright's JSON report. `files` are the spec files on disk, relative to the test
 * folder: each must have a test, and so must each project. A flaky test is a failed one.
 */
export function playwrightTally(report: unknown, files: readonly string[]): Tally {
  if (report === undefined) return unreadable;
  const tests = list(report, 'suites').flatMap(testsIn);
  const passed = tests.filter((test) => test.status === 'expected').length;
  const bad = tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky');
  const projects = list(field(report, 'config'), 'projects').map((project) =>
    text(project, 'name'),
  );
  const problems = [
    ...list(report, 'errors').map((error) => text(error, 'message')),
    ...files
      .filter((file) => !tests.some((test) => test.file.replaceAll('\\', '/') === file))
      .map((file) => `${file} has no test.`),
    ...projects
      .filter((name) => !tests.some((test) => test.project === name))
      .map((name) => `Project ${name} has no test.`),
  ];
  if (tests.length === 0 && problems.length === 0) problems.push('There is no test at all.');
  return {
    passed,
    failed: bad.length,
    skipped: tests.length - passed - bad.length,
    problems,
    failures: bad.map((test) => failure(test.name, test.message)),
  };
}
