/**
 * `npm run bench`: measures and prints. `npm run bench -- wizard list` runs these parts alone; `-- first steps --beside
 * COMMIT` measures another demo in turns with this one, and ends with 1 where this one takes longer.
 */
import { chosenParts, partNames } from './bench/choice.ts';
import { NO_CHROMIUM } from './chromium.ts';
import { answerHelp, argumentsOf, stopOnSignal } from './program.ts';

answerHelp(`Usage: npm run bench -- [PART ...] [--beside COMMIT]

Measures and prints each figure beside its budget. Without a part it measures all of them:
${partNames.join(', ')}.

  --beside COMMIT  measures first and steps in turns with the demo of a commit, or of a folder,
                   and ends with 1 where a median takes more than 1.05 times as long`);
stopOnSignal();
const { positionals, values } = argumentsOf({
  options: { beside: { type: 'string' } },
  allowPositionals: true,
});
const { names, problem } = chosenParts(positionals, partNames);
if (names === null) {
  console.error(problem);
  process.exit(2);
}
// All that measures is loaded only when there is something to measure.
const { bringUpToDate, partsOf } = await import('./bench/parts.ts');
const { demoOf } = await import('./bench/beside.ts');
const { beside } = values;
const parts = partsOf(names, beside && (await demoOf(beside)));
await bringUpToDate(parts.flatMap(({ builds }) => builds));
// Reports a part that can't be measured, and still runs the others.
for (const { title, measure } of parts) {
  console.log(`\n${title}`);
  try {
    console.log((await measure()).trimEnd().replaceAll(/^/gm, '  '));
  } catch (error) {
    process.exitCode = 1;
    const reason = error instanceof Error ? error.message : String(error);
    const hasBrowser = !reason.includes("Executable doesn't exist");
    console.log(`  NOT MEASURED: ${hasBrowser ? reason : NO_CHROMIUM}`);
  }
}
