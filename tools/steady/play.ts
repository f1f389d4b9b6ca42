import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { commandFile, runNode } from '../program.ts';
import { readReport } from '../test/json.ts';
import { errorsOf, isFailed, isLeftOut, testsOf } from '../test/playwright-report.ts';
import { plain } from '../test/tally.ts';
import { startLoad } from './load.ts';
import type { Round } from './rounds.ts';

/** A round that takes longer than this hangs. */
const limitMs = 90 * 60_000;

/** Where a round is played, and which. */
interface Stage {
  readonly folder: string;
  readonly build: string;
  readonly port: number;
  readonly number: number;
  readonly isLoaded: boolean;
  readonly seed: string;
}

function firstLine(message: string): string {
  return plain(message).trim().split('\n', 1)[0] ?? '';
}

/** Counts a round by Playwright's report; `code` is what Playwright ended with. */
export function roundOf(
  stage: Pick<Stage, 'number' | 'seed' | 'isLoaded'>,
  report: unknown,
  ended: { code: number; isOverdue: boolean; seconds: number },
): Round {
  const { number, seed, isLoaded } = stage;
  const tests = testsOf(report);
  const failures = tests
    .filter(isFailed)
    .map(({ name, message }) => ({ name, message: firstLine(message) }));
  const problems = errorsOf(report).map(firstLine);
  const passed = tests.filter(({ status }) => status === 'expected').length;
  const unplayed = tests.filter((test) => !isLeftOut(test)).length - passed - failures.length;
  if (unplayed > 0) problems.push(`${unplayed} tests were not run.`);
  if (ended.isOverdue) problems.push('It took too long and was ended.');
  if (ended.code !== 0 && failures.length === 0 && problems.length === 0)
    problems.push(`It ended with code ${ended.code}, but no test failed.`);
  return { number, seed, isLoaded, seconds: ended.seconds, passed, failures, problems };
}

/** Plays the whole browser suite once, shuffled, nothing twice. */
export async function playRound(stage: Stage): Promise<Round> {
  const report = join(stage.folder, 'report.json');
  rmSync(report, { force: true });
  const pictures = join(stage.folder, `pictures-${stage.number}`);
  const args = ['test', `--shuffle=${stage.seed}`, '--output', pictures];
  const env = {
    E2E_BUILD: stage.build,
    E2E_PORT: String(stage.port),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const started = performance.now();
  const endLoad = stage.isLoaded ? startLoad() : undefined;
  try {
    const { code, isOverdue } = await runNode(commandFile('playwright'), args, env, limitMs);
    const seconds = (performance.now() - started) / 1000;
    return roundOf(stage, readReport(report), { code, isOverdue, seconds });
  } finally {
    await endLoad?.();
  }
}
