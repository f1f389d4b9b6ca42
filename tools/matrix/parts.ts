import { rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Machine } from '../chromium.ts';
import { firefoxPath, namedFirefoxProblem } from '../firefox/path.ts';
import { commandFile, type Ended, root, runNode } from '../program.ts';
import { ensureBrowser } from '../test/browser.ts';
import { readReport } from '../test/json.ts';
import { errorsOf, playwrightTally, testsOf } from '../test/playwright-report.ts';
import { nextFreePort } from '../test/port.ts';
import type { Outcome, Step } from '../test/schedule.ts';
import { isGood, judged, notRun, oneFailed, type Tally } from '../test/tally.ts';
import { vitestTally } from '../test/vitest-report.ts';

/** The file that must be in the report; unit tests leave its folder out. */
const FIREFOX_TESTS = 'tools/firefox/smoke.test.ts';

const every = { MATRIX: 'all' };
/** Each part is ended after so many minutes: with `npm test` before them, an hour is never used up. */
const limits = { unit: 5, browser: 35, firefox: 5 } as const;

/** The parts of the matrix, one after the other: each uses all cores. */
export function matrixParts(): Step[] {
  return [
    { name: 'unit tests', run: unitTests },
    { name: 'browser tests', run: browserTests },
    { name: 'tests in Firefox', run: firefoxTests },
  ];
}

async function unitTests(): Promise<Outcome> {
  const report = freshReport('.cache/matrix-unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await runNode(commandFile('vitest'), args, every, limits.unit * 60_000);
  return outcomeOf(ended, vitestTally(readReport(report), []), limits.unit);
}

/** Browser tests with the tag `@matrix`; each of them takes its combinations from `sampled`. */
async function browserTests(): Promise<Outcome> {
  const browser = await ensureBrowser();
  if (!isGood(browser.tally)) return browser;
  const report = freshReport('.cache/matrix-browser.json');
  const port = await nextFreePort(Number(process.env['E2E_PORT'] ?? '4199'));
  // Screenshots of `npm test` before it are kept.
  const output = ['--output', 'test-results/matrix'];
  const args = ['test', '--grep', '@matrix', '--pass-with-no-tests', ...output];
  const env = { ...every, E2E_PORT: String(port), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const ended = await runNode(commandFile('playwright'), args, env, limits.browser * 60_000);
  return outcomeOf(ended, browserTally(readReport(report)), limits.browser);
}

/** A smoke in the system's Firefox, where there is one. */
async function firefoxTests(): Promise<Outcome> {
  const without = withoutFirefox();
  if (without !== undefined) return { tally: without, output: '' };
  const report = freshReport('.cache/matrix-firefox.json');
  const port = await nextFreePort(Number(process.env['E2E_PORT'] ?? '4199'));
  const config = ['--config', 'vitest.firefox.config.ts'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...config, ...reporters];
  const env = { E2E_PORT: String(port) };
  const ended = await runNode(commandFile('vitest'), args, env, limits.firefox * 60_000);
  return outcomeOf(ended, vitestTally(readReport(report), [FIREFOX_TESTS]), limits.firefox);
}

/** What stands for the tests in Firefox where they can't run; undefined where they can. */
export function withoutFirefox(machine?: Machine): Tally | undefined {
  const problem = namedFirefoxProblem(machine);
  if (problem !== undefined) return oneFailed(problem);
  if (firefoxPath(machine) !== undefined) return undefined;
  return notRun('This machine has no Firefox: apt-get install firefox-esr, or set FIREFOX_PATH.');
}

/** The report of an earlier run never counts. */
function freshReport(name: string): string {
  const file = join(root, name);
  rmSync(file, { force: true });
  return file;
}

/** Counts the browser tests of the matrix; reports without a failure that there are none. */
export function browserTally(report: unknown): Tally {
  const isEmpty = report !== undefined && testsOf(report).length === 0;
  if (!isEmpty || errorsOf(report).length > 0) return playwrightTally(report, []);
  const notes = ['No browser test has the tag @matrix.'];
  return { passed: 0, failed: 0, skipped: 0, problems: [], failures: [], notes };
}

function outcomeOf({ code, output, isOverdue }: Ended, tally: Tally, minutes: number): Outcome {
  if (!isOverdue) return { tally: tally.notes === undefined ? judged(tally, code) : tally, output };
  const problems = [`It took more than ${minutes} minutes and was ended.`];
  return { tally: judged({ ...tally, problems }, 0), output };
}
