import { type BrowserTest, isFailed } from './playwright-report.ts';
import { failure, type Tally } from './tally.ts';

/** More than so many unsteady tests fail a run. */
const mostUnsteady = 3;

/** With more failures than this something is broken: to run them all again would only take long. */
export const mostAgain = 10;

/**
 * These files prove races: one that shows is the defect, however well the next run goes. Each name
 * stands for its file and for those with the same start, as `reload-disks.spec.ts`.
 */
export const neverAgainFiles = ['never-twice', 'one-restore', 'two-tabs', 'tabs-follow', 'reload'];

/** The annotation of every test that counts accepted restores (the fixture `azure` adds it). */
const neverAgainMark = 'never-again';

function isOf(file: string, name: string): boolean {
  const base = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return base === `${name}.spec.ts` || base.startsWith(`${name}-`);
}

/** Whether a test that failed may have a second try; a crash of Chromium is no race of the product. */
export function mayRunAgain({ file, annotations, hasCrashed }: BrowserTest): boolean {
  if (hasCrashed) return true;
  return !annotations.includes(neverAgainMark) && !neverAgainFiles.some((name) => isOf(file, name));
}

/**
 * What is no longer kept from a second try: a name without a spec file in `files`, or the mark when no
 * test has it. A renamed file or a fixture written anew must not lose its strictness unseen.
 */
export function lostStrictness(files: readonly string[], tests: readonly BrowserTest[]): string[] {
  const lost = neverAgainFiles
    .filter((name) => !files.some((file) => isOf(file, name)))
    .map((name) => `${name} is never run again (tools/test/unsteady.ts), but has no spec file.`);
  const isMarked = tests.some(({ annotations }) => annotations.includes(neverAgainMark));
  return isMarked ? lost : [...lost, `No test has the annotation ${neverAgainMark} any more.`];
}

/** The tests that are run once more, alone; none when too many failed. */
export function toRunAgain(first: readonly BrowserTest[]): BrowserTest[] {
  const again = first.filter((test) => isFailed(test) && mayRunAgain(test));
  return again.length > mostAgain ? [] : again;
}

function secondTry(test: BrowserTest, second: readonly BrowserTest[]): BrowserTest | undefined {
  return second.find(({ listed }) => listed === test.listed);
}

function verdict(test: BrowserTest, second: readonly BrowserTest[]): string {
  if (!mayRunAgain(test)) return 'not run again: a race here is the defect';
  if (secondTry(test, second) !== undefined) return 'failed again when it was run alone';
  return 'not run again';
}

/**
 * The tally after some of the failed tests were run again: those that then passed count as passed
 * and are named as unsteady, each with its first failure.
 */
export function afterSecondRun(
  tally: Tally,
  first: readonly BrowserTest[],
  second: readonly BrowserTest[],
): Tally {
  const failed = first.filter(isFailed);
  const isUnsteady = (test: BrowserTest): boolean =>
    mayRunAgain(test) && secondTry(test, second)?.status === 'expected';
  const unsteady = failed.filter(isUnsteady);
  const tooMany = `${unsteady.length} tests were unsteady; at most ${mostUnsteady} may be.`;
  return {
    ...tally,
    passed: tally.passed + unsteady.length,
    failed: tally.failed - unsteady.length,
    problems: unsteady.length > mostUnsteady ? [...tally.problems, tooMany] : tally.problems,
    failures: failed
      .filter((test) => !isUnsteady(test))
      .map((test) => failure(`${test.name} (${verdict(test, second)})`, test.message)),
    notes: unsteady.map((test) => failure(`unsteady: ${test.name}`, test.message, 4)),
  };
}
