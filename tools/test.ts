/**
 * `npm test`: every check and every test, side by side where they do not disturb each other. Its
 * last line is the sum over all of them; a check that is no test suite counts as one test.
 */
import { availableParallelism } from 'node:os';

import { stopOnSignal } from './program.ts';
import { durations } from './test/durations.ts';
import { runAll } from './test/schedule.ts';
import { allSteps } from './test/steps.ts';
import { isGood, type StepResult, summary } from './test/tally.ts';

function announce({ name, tally, seconds, output }: StepResult): void {
  const good = isGood(tally);
  const { passed, failed, skipped } = tally;
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${time}   ${counts}`);
  const details = [...tally.problems, ...tally.failures, ...(tally.notes ?? [])];
  for (const line of details.flatMap((text) => text.split('\n'))) console.log(`       ${line}`);
  if (good) return;
  // What a program printed matters where no failed test says it better.
  if (tally.failures.length === 0 && output.trim() !== '')
    console.log(output.trimEnd().replaceAll(/^/gm, '     | '));
}

stopOnSignal();
const results = await runAll(allSteps(), {
  width: availableParallelism(),
  now: () => performance.now(),
  announce,
});

const bad = results.filter((result) => !isGood(result.tally)).map((result) => result.name);
console.log(bad.length === 0 ? '\nEverything passed.' : `\nNot good: ${bad.join(', ')}.`);
for (const duration of durations(results, performance.now() / 1000)) console.log(duration);
const { line, code } = summary(results);
console.log(line);
process.exitCode = code;
