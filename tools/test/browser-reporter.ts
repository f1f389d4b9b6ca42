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

  onTestEnd(test: TestCase, { status, errors, retry }: TestResult): void {
    const isBad = status !== test.expectedStatus && status !== 'skipped';
    const isTriedAgain = isBad && retry < test.retries;
    if (isBad)
      this.progress.fails(
        `${nameOf(test)}${isTriedAgain ? ' (tried once more)' : ''}`,
        textOf(errors),
      );
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
