/**
 * `npm run matrix`: every combination of the generated tests, of which `npm test` tries a sample.
 * Its last line is the sum, like that of `npm test`.
 */
import { matrixParts } from './matrix/parts.ts';
import { isEmpty, reportLines } from './matrix/report.ts';
import { stopOnSignal } from './program.ts';
import { runAll } from './test/schedule.ts';
import { summary } from './test/tally.ts';

stopOnSignal();
const results = await runAll(matrixParts(), {
  width: 1,
  now: () => performance.now(),
  announce: (result) => {
    for (const line of reportLines(result)) console.log(line);
  },
});
// A part in which nothing was to be run is named in its own line and changes nothing.
const { line, code } = summary(results.filter(({ tally }) => !isEmpty(tally)));
console.log(line);
process.exitCode = code;
