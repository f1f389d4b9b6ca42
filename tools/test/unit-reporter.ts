import type { SerializedError, TestError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestSpecification } from 'vitest/node';

import { Progress } from './progress.ts';

type Failure = SerializedError | TestError;

const textOf = (errors: readonly Failure[] = []): string =>
  errors
    .map((error) => {
      const diff = 'diff' in error && typeof error.diff === 'string' ? error.diff : '';
      return [error.message, diff, error.stack?.split('\n').slice(1).join('\n') ?? ''].join('\n');
    })
    .join('\n');

/** Tests that Vitest runs, for `npm test`: each failure at once, progress in files once a minute. */
// oxlint-disable-next-line import/no-default-export -- Vitest calls a file's default export.
export default class UnitReporter implements Reporter {
  private readonly progress = new Progress();
  private count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  private readonly flaky: string[] = [];

  onTestRunStart(files: readonly TestSpecification[]): void {
    this.progress.begin(files.length);
  }

  onTestModuleStart({ relativeModuleId }: TestModule): void {
    this.progress.starts(relativeModuleId);
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    const name = `${test.module.relativeModuleId} ${test.fullName}`;
    this.count[state] += 1;
    if (state === 'failed') this.progress.fails(name, textOf(errors));
    if (test.diagnostic()?.flaky === true) this.flaky.push(name);
  }

  onTestModuleEnd(file: TestModule): void {
    this.progress.ends(file.relativeModuleId);
    const errors = file.errors();
    if (errors.length === 0) return;
    this.count.failed += 1;
    this.progress.fails(file.relativeModuleId, textOf(errors));
  }

  onTestRunEnd(_files: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    if (unhandled.length > 0) this.progress.fails('outside of tests', textOf(unhandled));
    const { passed, failed, skipped, pending } = this.count;
    this.progress.end({
      passed,
      failed: failed + unhandled.length,
      skipped: skipped + pending,
      flaky: this.flaky,
    });
  }
}
