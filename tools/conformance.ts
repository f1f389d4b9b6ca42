/**
 * `npm run --silent conformance -- FOLDER`: whether official samples of Azure are read by our schemas
 * and answered alike by the simulated Azure, one line a file. docs/conformance.md tells the rest.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { folderProblem, judgeFolder } from './conformance/folder.ts';
import { exitCodeOf, lineOf, totalsOf } from './conformance/report.ts';

const USAGE = `Usage: npm run --silent conformance -- [--no-index] FOLDER

Judges every .json file of FOLDER and of the folders in it as a sample of an Azure operation.

  --no-index  do not take the word of an INDEX.md in FOLDER for which operation a file is of
  --help      show this

Exit code 0: every known operation conforms; 1: one fails; 2: wrong use, or a file is no sample.`;

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function argumentsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean' }, 'no-index': { type: 'boolean' } },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const { values, positionals } = argumentsOf(process.argv.slice(2));
if (values.help === true) {
  console.log(USAGE);
  process.exit(0);
}
const [folder, ...more] = positionals;
if (folder === undefined || more.length > 0) refuse(USAGE);

/** npm changes to the project's folder; a folder is meant as seen from where the command was typed. */
const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
const problem = folderProblem(path);
if (problem !== null) refuse(`${folder} cannot be judged: ${problem}.`);

const outcomes = judgeFolder(path, { usesIndex: values['no-index'] !== true });
for (const outcome of outcomes) console.log(lineOf(outcome));
console.log(totalsOf(outcomes));
process.exit(exitCodeOf(outcomes));
