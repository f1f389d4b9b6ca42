/**
 * `npm run bench`: measures and prints; gates nothing. `npm run bench -- wizard list` runs these
 * parts alone; `-- first --beside FOLDER` measures another demo in turns with this one.
 */
import { chosenParts, partNames } from './bench/choice.ts';
import { NO_CHROMIUM } from './chromium.ts';
import { answerHelp, argumentsOf, asTyped, stopOnSignal } from './program.ts';

answerHelp(`Usage: npm run bench -- [PART ...] [--beside FOLDER]

Measures and prints each figure beside its budget. Without a part it measures all of them:
${partNames.join(', ')}.

  --beside FOLDER  measures the first use of the demo in turns with that of another build`);
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
const parts = partsOf(names, values.beside && asTyped(values.beside));
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
