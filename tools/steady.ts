/**
 * `npm run steady -- 10`: plays the browser suite so many times, each in another order and every
 * second one beside a load, and prints which tests failed where. Finished rounds are kept: the same
 * command goes on where the last one was ended, as long as the sources are the same.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { root, stopOnSignal } from './program.ts';
import { playRound } from './steady/play.ts';
import {
  forgetRounds,
  isLoaded,
  openRounds,
  type Round,
  storedRounds,
  storeRound,
} from './steady/rounds.ts';
import { sourcesKey } from './steady/sources.ts';
import { isSteady, steadyTable } from './steady/table.ts';
import { ensureBrowser } from './test/browser.ts';
import { makeBuild } from './test/tested-build.ts';
import { nextFreePort } from './test/port.ts';
import { isGood } from './test/tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { new: { type: 'boolean', default: false } },
});
const count = Number(positionals[0] ?? '10');

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function announce({ number, seconds, passed, failures, problems }: Round): void {
  const counts = `${passed} passed, ${failures.length} failed`;
  console.log(`  ${counts}, ${seconds.toFixed(1)} s`);
  for (const { name, message } of failures) console.log(`  ${name}: ${message}`);
  for (const problem of problems) console.log(`  round ${number}: ${problem}`);
}

if (!Number.isInteger(count) || count < 1) stop('The number of rounds must be 1 or more.');
stopOnSignal();
const key = sourcesKey();
const folder = join(root, '.cache/steady', key);
if (values.new) forgetRounds(folder);

const open = openRounds(count, storedRounds(folder));
if (open.length > 0) {
  const { tally } = await ensureBrowser();
  if (!isGood(tally)) stop(tally.problems.join('\n'));
  for (const note of tally.notes ?? []) console.log(note);
  // A build of its own: what is changed or built beside it changes no round.
  const build = join(folder, 'dist');
  const problem = await makeBuild(build);
  if (problem !== undefined) stop(`The demo could not be built.\n${problem}`);
  for (const number of open) {
    const stage = { number, isLoaded: isLoaded(number), seed: String(randomInt(2 ** 31)) };
    const load = stage.isLoaded ? ', beside a load' : '';
    console.log(`round ${number} of ${count}, --shuffle=${stage.seed}${load}`);
    const port = await nextFreePort(Number(process.env['E2E_PORT'] ?? '4199'));
    const round = await playRound({ ...stage, folder, build, port });
    announce(round);
    if (sourcesKey() !== key) stop('The sources changed meanwhile: this round is not kept.');
    if (round.passed + round.failures.length === 0)
      stop('No test was run: this round is not kept.');
    storeRound(folder, round);
  }
}

const rounds = storedRounds(folder);
console.log(`\n${steadyTable(rounds)}`);
process.exitCode = isSteady(rounds) ? 0 : 1;
