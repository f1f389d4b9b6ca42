import { isGood, type StepResult, type Tally } from '../test/tally.ts';

/** Whether there was nothing to run, which is no failure. */
export function isEmpty({ passed, failed, skipped, problems }: Tally): boolean {
  return passed + failed + skipped === 0 && problems.length === 0;
}

/** A part of the matrix in lines: its numbers and time, then what failed. */
export function reportLines({ name, tally, seconds, output }: StepResult): string[] {
  const { passed, failed, skipped, problems, failures, notes = [] } = tally;
  const title = name.padEnd(20);
  if (tally.notRun !== undefined)
    return [`--   ${title} ${'not run'.padStart(8)}   ${tally.notRun}`];
  const mark = isGood(tally) || isEmpty(tally) ? 'ok  ' : 'FAIL';
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  const details = [...problems, ...failures, ...notes].flatMap((text) => text.split('\n'));
  // What a program printed matters where no failed test says it better.
  const isUnexplained = problems.length > 0 && failures.length === 0;
  return [
    `${mark} ${title} ${time}   ${counts}`,
    ...details.map((text) => `       ${text}`),
    ...(isUnexplained ? output.trimEnd().split('\n') : []).map((text) => `     | ${text}`),
  ];
}
