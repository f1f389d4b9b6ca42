import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandFile, type Ended, root, runNode } from '../program.ts';
import type { TestedBuild } from './tested-build.ts';
import { readReport } from './json.ts';
import {
  type BrowserTest,
  errorsOf,
  isFailed,
  playwrightTally,
  testsOf,
} from './playwright-report.ts';
import { nextFreePort } from './port.ts';
import type { Outcome } from './schedule.ts';
import { judged, type Tally } from './tally.ts';
import { afterSecondRun, lostStrictness, mayRunAgain, mostAgain, toRunAgain } from './unsteady.ts';

/** The browser tests and their second tries together may take so long. */
const limitMinutes = 30;
/** Playwright ends a run in order and writes its report; only one that cannot is ended by force. */
const forceMs = 60_000;

/** A run of Playwright. */
export interface Played extends Ended {
  /** Its JSON report; undefined when it wrote none. */
  readonly report: unknown;
}

/** Runs the browser tests: all, or only these, alone. */
export type Play = (only?: readonly BrowserTest[]) => Promise<Played>;

const overdue = `The browser tests took more than ${limitMinutes} minutes and were ended.`;

/** Whether a run was ended for its time, by Playwright itself or by force. */
function isOver({ isOverdue, report }: Played): boolean {
  return isOverdue || errorsOf(report).some((error) => error.includes('for the test suite to run'));
}

/** The tally of all tests. A run that was ended says that alone: the rest follows from it. */
function firstTally(first: Played, files: readonly string[]): Tally {
  const counted = playwrightTally(first.report, files);
  if (isOver(first)) return { ...counted, problems: [overdue] };
  if (counted.problems.length > 0) return counted;
  return { ...counted, problems: lostStrictness(files, testsOf(first.report)) };
}

/** How the second run went wrong as a whole, beyond tests that failed again. */
function secondProblems(second: Played): string[] {
  if (isOver(second)) return [overdue];
  const { report, code } = second;
  if (report === undefined) return ['The second run of the failed tests wrote no report.'];
  const errors = errorsOf(report);
  const isUnexplained = code !== 0 && errors.length === 0 && !testsOf(report).some(isFailed);
  return isUnexplained ? [`The second run of the failed tests ended with code ${code}.`] : errors;
}

/**
 * Runs all browser tests, and those that failed once more where that is allowed. `files` are the
 * spec files on disk.
 */
export async function playTwice(play: Play, files: readonly string[]): Promise<Outcome> {
  const first = await play();
  const tests = testsOf(first.report);
  const tally = firstTally(first, files);
  const again = toRunAgain(tests);
  // What has another problem is red whatever a second try says.
  if (tally.failed === 0 || tally.problems.length > 0)
    return { tally: judged(tally, first.code), output: first.output };
  if (again.length === 0) {
    const isTooMany = tests.some((test) => isFailed(test) && mayRunAgain(test));
    const note = `More than ${mostAgain} tests failed: none was run again.`;
    const known = afterSecondRun(tally, tests, []);
    const notes = isTooMany ? [note] : [];
    return { tally: judged({ ...known, notes }, first.code), output: first.output };
  }
  const second = await play(again);
  const sum = afterSecondRun(tally, tests, testsOf(second.report));
  const problems = [...sum.problems, ...secondProblems(second)];
  return { tally: judged({ ...sum, problems }, 0), output: `${first.output}\n${second.output}` };
}

interface Files {
  readonly report: string;
  /** Screenshots of failures; the second run must not delete those of the first. */
  readonly pictures: string;
}

const filesOf: Readonly<Record<TestedBuild['mode'], Files>> = {
  demo: { report: '.cache/playwright.json', pictures: 'test-results' },
  live: { report: '.cache/playwright-live.json', pictures: 'test-results/live' },
};
const secondFiles: Files = {
  report: '.cache/playwright-again.json',
  pictures: 'test-results/again',
};

function listFile(only: readonly BrowserTest[]): string {
  const file = join(root, '.cache/again.txt');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(file, only.map(({ listed }) => `${listed}\n`).join(''));
  return file;
}

/**
 * Plays a build on this machine: at the first free port, and within one limit for all that is played.
 */
export async function playHere(mode: TestedBuild['mode'] = 'demo'): Promise<Play> {
  const port = await nextFreePort(Number(process.env['E2E_PORT'] ?? '4199'));
  const end = performance.now() + limitMinutes * 60_000;
  return async (only) => {
    const { report, pictures } = only === undefined ? filesOf[mode] : secondFiles;
    const file = join(root, report);
    rmSync(file, { force: true });
    const leftMs = Math.max(Math.round(end - performance.now()), 1_000);
    const args = ['test', '--output', pictures, `--global-timeout=${leftMs}`];
    if (only !== undefined) args.push('--workers=1', '--test-list', listFile(only));
    const env = { E2E_MODE: mode, E2E_PORT: String(port), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const ended = await runNode(commandFile('playwright'), args, env, leftMs + forceMs);
    return { ...ended, report: readReport(file) };
  };
}
