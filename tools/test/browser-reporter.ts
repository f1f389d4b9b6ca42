import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from 'playwright/types/testReporter';

import { root } from '../program.ts';
import { Progress } from './progress.ts';

/** What these prove are races: one that shows once is the defect, so they are never tried twice. */
export const RACES =
  /\/(?:never-twice|one-restore|two-tabs|tabs-follow|reload)(?:-[^/]*)?\.spec\.ts$/;

/** More than so many flaky tests fail a run. */
const MOST_FLAKY = 3;

const nameOf = ({ location: { file, line }, title }: TestCase): string =>
  `${relative(root, file).replaceAll('\\', '/')}:${String(line)} ${title}`;

const textOf = (errors: readonly TestError[]): string =>
  errors.map(({ message, snippet = '' }) => `${message ?? ''}\n${snippet}`).join('\n');

/** How many lines of a page a failure shows: on a machine that is gone with its screenshots, they alone say what was there. */
const MOST_LINES = 40;

/** What the page said when a test failed, as Playwright has written it down; empty where it has not. */
function pageThen({ attachments }: Pick<TestResult, 'attachments'>): string {
  const path = attachments.find(({ name }) => name === 'error-context')?.path;
  if (path === undefined) return '';
  const [, snapshot = ''] = readFileSync(path, 'utf8').split('```yaml');
  const lines = snapshot
    .split('\n')
    .filter((line) => /heading|alert|dialog|status|text:/.test(line));
  return ['On the page:', ...lines.slice(0, MOST_LINES)].map((line) => `       ${line}`).join('\n');
}

const SLOWEST = 10;

/** The tests that took longest, with their seconds. */
function slowestOf(tests: readonly TestCase[]): string[] {
  return tests
    .map((test) => ({ test, ms: test.results.reduce((sum, { duration }) => sum + duration, 0) }))
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, SLOWEST)
    .map(({ test, ms }) => `${(ms / 1000).toFixed(0).padStart(8)} s  ${nameOf(test)}`);
}

/** Browser tests for `npm test`: each failure at once, progress once a minute, flaky tests by name. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls a file's default export.
export default class BrowserReporter implements Reporter {
  private readonly progress = new Progress();
  private tests: readonly TestCase[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite.allTests();
    this.progress.begin(this.tests.length);
  }

  onTestBegin(test: TestCase): void {
    this.progress.starts(nameOf(test));
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const { status, errors, retry } = result;
    const isBad = status !== test.expectedStatus && status !== 'skipped';
    const isTriedAgain = isBad && retry < test.retries;
    if (isBad)
      this.progress.fails(
        `${nameOf(test)}${isTriedAgain ? ' (tried once more)' : ''}`,
        textOf(errors),
      );
    if (isBad) console.log(pageThen(result));
    if (!isTriedAgain) this.progress.ends(nameOf(test));
  }

  onError(error: TestError): void {
    this.progress.fails('outside of tests', textOf([error]));
  }

  async onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    const of = (outcome: ReturnType<TestCase['outcome']>): readonly TestCase[] =>
      this.tests.filter((test) => test.outcome() === outcome);
    const flaky = of('flaky').map(nameOf);
    const isUnsteady = flaky.length > MOST_FLAKY;
    if (isUnsteady)
      console.log(`FAIL ${flaky.length} tests were flaky; at most ${MOST_FLAKY} may be.`);
    console.log(['The slowest:', ...slowestOf(this.tests)].join('\n'));
    this.progress.end({
      passed: of('expected').length + flaky.length,
      failed: of('unexpected').length + (isUnsteady ? 1 : 0),
      skipped: of('skipped').length,
      flaky,
    });
    return isUnsteady ? { status: 'failed' } : undefined;
  }

  printsToStdio(): boolean {
    return true;
  }
}
