/**
 * `npm run --silent conformance -- FOLDER`: whether official samples of Azure are read by our schemas
 * and answered alike by the simulated Azure, one line a file. docs/conformance.md says the rest.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { type Entry, judge } from './conformance/judge.ts';
import { readIndex } from './conformance/sample.ts';
import { asTyped } from './program.ts';

const USAGE = `Usage: npm run --silent conformance -- [--no-index] FOLDER

Judges every .json file of FOLDER and of the folders in it as a sample of an Azure operation.

  --no-index  do not take the word of an INDEX.md in FOLDER for which operation a file is of
  --help      show this

Exit code 0: every known operation conforms; 1: one fails; 2: wrong use, or a file is no sample.`;

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Judges every sample of a folder and of the folders in it, in the order of their paths. */
export function judgeFolder(folder: string, usesIndex: boolean): readonly Entry[] {
  const index = join(folder, 'INDEX.md');
  const rows = readIndex(usesIndex && existsSync(index) ? readFileSync(index, 'utf8') : '');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const file = relative(folder, path).replaceAll('\\', '/');
      return judge(readFileSync(path, 'utf8'), file, rows.get(file));
    });
}

/** The word at the beginning of a line. */
const WORDS = {
  conforms: 'conforms  ',
  fails: 'FAILS     ',
  absent: 'not ours  ',
  unreadable: 'NO SAMPLE ',
};

function lineOf({ file, kind, operation, schemas, simulator }: Entry): string {
  const summary = (name: string, complaints: readonly string[]): string =>
    `  ${name}: ${complaints.length === 0 ? 'yes' : `no, ${complaints.join('; ')}`}`;
  const isJudged = kind === 'conforms' || kind === 'fails';
  const detail = isJudged ? summary('read', schemas) + summary('answered', simulator) : '';
  return `${WORDS[kind]}${file}  ${operation}${detail}`;
}

function argumentsOf(args: string[]) {
  const options = { help: { type: 'boolean' }, 'no-index': { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

if (import.meta.main) {
  const { values, positionals } = argumentsOf(process.argv.slice(2));
  if (values.help === true) {
    console.log(USAGE);
    process.exit(0);
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) refuse(USAGE);
  const path = asTyped(folder);
  if (!existsSync(path)) refuse(`${folder} cannot be judged: there is no such folder.`);
  if (!statSync(path).isDirectory()) refuse(`${folder} cannot be judged: it is no folder.`);
  const entries = judgeFolder(path, values['no-index'] !== true);
  if (entries.length === 0) refuse(`${folder} cannot be judged: there is no .json file in it.`);
  for (const entry of entries) console.log(lineOf(entry));
  const count = (kind: Entry['kind']): number => entries.filter((one) => one.kind === kind).length;
  const [failed, unread] = [count('fails'), count('unreadable')];
  const absent = `${count('absent')} are of operations that we do not have`;
  console.log(
    `${entries.length} files: ${count('conforms')} conform, ${failed} fail, ${absent}, ${unread} are no samples`,
  );
  process.exitCode = failed > 0 ? 1 : unread > 0 ? 2 : 0;
}
