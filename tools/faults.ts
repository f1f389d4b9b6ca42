/**
 * `npm run faults`: plants the faults of `tools/faults.json`, one after the other, in a working tree of its own, runs a set
 * of tests on each, and prints which tests saw it. It is no part of `npm test`: it says what the tests are worth.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { checkOut } from './git.ts';
import {
  answerHelp,
  argumentsOf,
  commandFile,
  endWith,
  type Ended,
  field,
  listOf,
  root,
  runNode,
  stopOnSignal,
  wrapped,
} from './program.ts';
import { specsIn } from './test/set-list.ts';

export const GROUPS = [
  'rules',
  'facts',
  'request',
  'press',
  'writes',
  'jobs',
  'simulator',
  'sentences',
  'focus',
  'layout',
] as const;

const SETS = ['unit', 'components', 'browser'] as const;
type SetName = (typeof SETS)[number];

/** A text of a file and the wrong one in its place; `says` is what would be wrong then. */
const plantedFault = z.strictObject({
  id: z.string(),
  group: z.enum(GROUPS),
  file: z.string(),
  from: z.string(),
  to: z.string(),
  says: z.string(),
});
export type PlantedFault = z.infer<typeof plantedFault>;

/** The faults of `tools/faults.json`. */
export const plantedFaults = (): readonly PlantedFault[] =>
  z.array(plantedFault).parse(JSON.parse(readFileSync(join(root, 'tools/faults.json'), 'utf8')));

/** A file with a fault in it; null: its text isn't there exactly once, so the fault is stale. */
export function plant(
  text: string,
  { from, to }: Pick<PlantedFault, 'from' | 'to'>,
): string | null {
  return from !== '' && text.split(from).length === 2 ? text.replace(from, () => to) : null;
}

/** What of a JSON report of Vitest or Playwright failed: each test once, by its file. A file that can't run is one. */
export function redIn(
  report: unknown,
): readonly { readonly file: string; readonly test: string }[] {
  const files = listOf(report, 'testResults').flatMap((file) => {
    const name = String(field(file, 'name'));
    const tests = listOf(file, 'assertionResults');
    if (tests.length === 0 && field(file, 'status') === 'failed') return [{ file: name, test: '' }];
    return tests
      .filter((one) => field(one, 'status') === 'failed')
      .map((one) => ({ file: name, test: String(field(one, 'fullName')) }));
  });
  const specs = specsIn(report)
    .filter((spec) => field(spec, 'ok') === false)
    .map((spec) => ({ file: String(field(spec, 'file')), test: String(field(spec, 'title')) }));
  return [...files, ...specs];
}

const TREE = join(root, '.cache/faults');
const REPORT = join(root, '.cache/faults.json');

/** Runs a set of tests on the tree: of unit tests and components those that import the file. */
async function runSet(set: SetName, file: string, isFirst: boolean): Promise<Ended> {
  if (set === 'browser') {
    const args = ['test', '--grep', '@set', '--reporter', 'json'];
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT };
    return runNode(commandFile('playwright'), [...args, ...(isFirst ? ['-x'] : [])], env, {
      cwd: TREE,
    });
  }
  const args = [
    'related',
    '--run',
    file,
    '--project',
    set,
    '--reporter',
    'json',
    '--outputFile',
    REPORT,
  ];
  return runNode(
    commandFile('vitest'),
    [...args, ...(isFirst ? ['--bail', '1'] : [])],
    {},
    { cwd: TREE },
  );
}

/** Plants one fault and says what saw it. */
async function seen(
  fault: PlantedFault,
  set: SetName,
  isFirst: boolean,
): Promise<'stale' | 'unseen' | 'seen'> {
  const path = join(TREE, fault.file);
  const text = readFileSync(path, 'utf8');
  const wrong = plant(text, fault);
  if (wrong === null) {
    console.log(`stale   ${fault.id}: its text isn’t exactly once in ${fault.file}`);
    return 'stale';
  }
  writeFileSync(path, wrong);
  rmSync(REPORT, { force: true });
  const { output } = await runSet(set, fault.file, isFirst);
  writeFileSync(path, text);
  const red = redIn(reportOr(output));
  const files = new Set(red.map(({ file }) => file.replace(`${TREE}/`, '')));
  console.log(
    `${red.length === 0 ? 'UNSEEN' : 'seen  '}  ${fault.id}: ${String(red.length)} tests in ${String(files.size)} files ${[...files].slice(0, 3).join(', ')}`,
  );
  return red.length === 0 ? 'unseen' : 'seen';
}

/** The report that was written. @throws with what the tests printed, where they wrote none. */
function reportOr(output: string): unknown {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    throw new Error(`The tests wrote no report:\n${output.slice(-2000)}`);
  }
}

async function main(): Promise<void> {
  const all = plantedFaults();
  answerHelp(`Usage: npm run faults -- [--set NAME] [--group NAME] [--first] [ID ...]

Plants faults in a working tree of its own and prints which tests see each. Ends with 1 where one
isn't seen, or is stale: its text isn't there exactly once.

  --set NAME    ${SETS.join(', ')}; unit, if none is named
  --group NAME  ${wrapped(GROUPS, 16)}
  --first       stops at the first test that sees it`);
  const { values, positionals } = argumentsOf({
    allowPositionals: true,
    options: {
      set: { type: 'string', default: 'unit' },
      group: { type: 'string' },
      first: { type: 'boolean', default: false },
    },
  });
  const set = SETS.find((one) => one === values.set);
  if (set === undefined) endWith(`--set is one of ${SETS.join(', ')}.`, 2);
  if (values.group !== undefined && !GROUPS.some((one) => one === values.group))
    endWith(`--group is one of ${GROUPS.join(', ')}.`, 2);
  const unknown = positionals.find((id) => all.every((one) => one.id !== id));
  if (unknown !== undefined)
    endWith(`There is no fault ${unknown}. There are ${all.map(({ id }) => id).join(', ')}.`, 2);
  const chosen = all.filter(
    ({ id, group }) =>
      (values.group === undefined || group === values.group) &&
      (positionals.length === 0 || positionals.includes(id)),
  );
  stopOnSignal();
  checkOut('HEAD', TREE);
  process.once('exit', () => rmSync(REPORT, { force: true }));
  const ends = { seen: 0, unseen: 0, stale: 0 };
  for (const fault of chosen) ends[await seen(fault, set, values.first)] += 1;
  console.log(
    `${String(ends.seen)} of ${String(chosen.length)} seen by ${set}, ${String(ends.unseen)} unseen, ${String(ends.stale)} stale`,
  );
  if (ends.unseen + ends.stale > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
