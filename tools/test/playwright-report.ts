import { field } from '../program.ts';
import { list, text } from './json.ts';
import { failure, plain, type Tally, unreadable } from './tally.ts';

/** One test of a browser run. */
export interface BrowserTest {
  readonly file: string;
  readonly project: string;
  readonly status: string;
  /** Where it is and what it is called, for people. */
  readonly name: string;
  /** Its line in a file for Playwright's `--test-list`; no other test has the same. */
  readonly listed: string;
  /** What it said when it failed. */
  readonly message: string;
  /** Chromium itself crashed under it. */
  readonly hasCrashed: boolean;
  /** The kinds of its annotations, those that were added while it ran too. */
  readonly annotations: readonly string[];
}

function lineOf(spec: unknown): string {
  const line = field(spec, 'line');
  return typeof line === 'number' ? String(line) : '?';
}

/** What Playwright says when a browser crashed or was killed, and after a test took too long. */
const ended = /browser has been closed|(?:Target|Page) crashed/;
const tookTooLong = /Test timeout of/;
const crashed = /(?:Target|Page) crashed/;

function errorsIn(results: readonly unknown[]): string {
  return results
    .flatMap((result) => list(result, 'errors'))
    .map((error) => text(error, 'message'))
    .join('\n');
}

/** The message of a failed test; a browser that ended under it is named first. */
function messageOf(errors: string): string {
  if (!ended.test(errors) || tookTooLong.test(errors)) return errors;
  return `The browser or its page ended in the middle of this test.\n${errors}`;
}

function testOf(spec: unknown, test: unknown, groups: readonly string[]): BrowserTest {
  const [file, title, project] = [
    text(spec, 'file'),
    text(spec, 'title'),
    text(test, 'projectName'),
  ];
  const results = list(test, 'results');
  const errors = errorsIn(results);
  return {
    file,
    project,
    status: text(test, 'status'),
    name: `${file}:${lineOf(spec)} ${title}`,
    listed: [`[${project}]`, file, ...groups, title].join(' › '),
    message: messageOf(errors),
    hasCrashed: crashed.test(errors) && !tookTooLong.test(errors),
    annotations: [test, ...results]
      .flatMap((part) => list(part, 'annotations'))
      .map((annotation) => text(annotation, 'type')),
  };
}

function testsIn(suite: unknown, groups: readonly string[]): BrowserTest[] {
  const own = list(suite, 'specs').flatMap((spec) =>
    list(spec, 'tests').map((test) => testOf(spec, test, groups)),
  );
  const inner = list(suite, 'suites').flatMap((group) =>
    testsIn(group, [...groups, text(group, 'title')]),
  );
  return [...own, ...inner];
}

/** All tests of Playwright's JSON report. */
export function testsOf(report: unknown): BrowserTest[] {
  return list(report, 'suites').flatMap((file) => testsIn(file, []));
}

/** What went wrong outside of tests. */
export function errorsOf(report: unknown): string[] {
  return list(report, 'errors').map((error) => plain(text(error, 'message')));
}

/** Whether a test was left out because this commit's sample does not take it: nothing is missing then. */
export function isLeftOut({ status, annotations }: BrowserTest): boolean {
  return status === 'skipped' && annotations.includes('not-in-sample');
}

/** Whether a test ran and did not pass. A flaky one did not. */
export function isFailed({ status }: BrowserTest): boolean {
  return status === 'unexpected' || status === 'flaky';
}

/**
 * Counts Playwright's JSON report. `files` are the spec files on disk, relative to the test
 * folder: each must have a test, and so must each project.
 */
export function playwrightTally(report: unknown, files: readonly string[]): Tally {
  if (report === undefined) return unreadable;
  const tests = testsOf(report);
  const passed = tests.filter((test) => test.status === 'expected').length;
  const bad = tests.filter(isFailed);
  const projects = list(field(report, 'config'), 'projects').map((project) =>
    text(project, 'name'),
  );
  const errors = errorsOf(report);
  // A run that broke off says why; what it did not come to needs no line each.
  const missing =
    errors.length > 0 && tests.length === 0
      ? []
      : [
          ...files
            .filter((file) => !tests.some((test) => test.file.replaceAll('\\', '/') === file))
            .map((file) => `${file} has no test.`),
          ...projects
            .filter((name) => !tests.some((test) => test.project === name))
            .map((name) => `Project ${name} has no test.`),
        ];
  const problems = [...errors, ...missing];
  if (tests.length === 0 && problems.length === 0) problems.push('There is no test at all.');
  return {
    passed,
    failed: bad.length,
    skipped: tests.filter((test) => !isLeftOut(test)).length - passed - bad.length,
    problems,
    failures: bad.map((test) => failure(test.name, test.message)),
  };
}
