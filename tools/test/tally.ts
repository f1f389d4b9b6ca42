/** How many tests a step ran. A check that is no test suite counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What is wrong beyond single tests: a suite without tests, an unreadable report. */
  readonly problems: readonly string[];
  /** The tests that failed, by name, each with what it said (`failure`). */
  readonly failures: readonly string[];
  /** What to know although it is no failure: shown also when all is good. */
  readonly notes?: readonly string[];
  /** Why nothing ran: neither a pass nor a failure, and no test of it counts. */
  readonly notRun?: string;
}

// oxlint-disable-next-line no-control-regex -- colors are control characters.
const colors = /\u001B\[[\d;]*m/g;

/** A text without the colors of a terminal. */
export function plain(text: string): string {
  return text.replaceAll(colors, '');
}

/** A failed test in a few lines: a log that is cut short still says which test it was, and why. */
export function failure(name: string, message: string, most: number = 12): string {
  const lines = plain(message).split('\n');
  const shown = lines.filter((line) => line.trim() !== '').slice(0, most);
  return [name, ...shown.map((line) => `  ${line}`)].join('\n');
}

export interface StepResult {
  readonly name: string;
  readonly tally: Tally;
  readonly seconds: number;
  /** What it printed; shown when it did not pass. */
  readonly output: string;
}

export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0, problems: [], failures: [] };

/** A check that failed, or a suite that could not be counted: one failure, with its reason. */
export function oneFailed(problem?: string): Tally {
  const problems = problem === undefined ? [] : [problem];
  return { passed: 0, failed: 1, skipped: 0, problems, failures: [] };
}

/** A suite that can't run on this machine. */
export function notRun(why: string): Tally {
  return { passed: 0, failed: 0, skipped: 0, problems: [], failures: [], notRun: why };
}

/** A suite whose report is missing or no JSON. */
export const unreadable: Tally = {
  passed: 0,
  failed: 0,
  skipped: 0,
  problems: ['The report is missing or cannot be read.'],
  failures: [],
};

/** Whether a step is good: something passed, nothing failed, nothing was skipped. */
export function isGood({ passed, failed, skipped, problems }: Tally): boolean {
  return passed > 0 && failed === 0 && skipped === 0 && problems.length === 0;
}

/**
 * A suite's tally when its program ended with `code`. A program that failed without a failed test
 * (an unhandled error, a crash after the last test) is still a failure, and so is each problem of the
 * report.
 */
export function judged(tally: Tally, code: number): Tally {
  const problems = [...tally.problems];
  const unexplained = code !== 0 && tally.failed === 0 && problems.length === 0;
  if (unexplained) problems.push(`It ended with code ${code}, but no test failed.`);
  if (code === 0 && tally.passed + tally.failed + tally.skipped === 0 && problems.length === 0) {
    problems.push('It ran no test.');
  }
  return { ...tally, failed: tally.failed + problems.length, problems };
}

/** The last line of `npm test`, and its exit code. */
export function summary(steps: readonly StepResult[]): { line: string; code: 0 | 1 } {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    steps.reduce((total, step) => total + step.tally[key], 0);
  const good = steps.length > 0 && steps.every((step) => isGood(step.tally));
  return {
    line: `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
    code: good ? 0 : 1,
  };
}
