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
const WORDS = { conforms: 'conforms', fails: 'FAILS', absent: 'not ours', unreadable: 'NO SAMPLE' };

function lineOf({ file, kind, operation, schemas, simulator }: Entry): string {
  const summary = (complaints: readonly string[]): string =>
    complaints.length === 0 ? 'yes' : `no, ${complaints.join('; ')}`;
  const isJudged = kind === 'conforms' || kind === 'fails';
  const detail = isJudged ? `  read: ${summary(schemas)}  answered: ${summary(simulator)}` : '';
  return `${WORDS[kind].padEnd(10)}${file}  ${operation}${detail}`;
}

/** What the program prints, and ends with. */
interface Report {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
  /** What is wrong with what was typed; empty where nothing is. */
  readonly problem: string;
}

const refused = (problem: string): Report => ({ code: 2, lines: [], problem });

/** What comes of arguments as they were typed. */
export function conformance(args: readonly string[]): Report {
  const options = { help: { type: 'boolean' }, 'no-index': { type: 'boolean' } } as const;
  let typed;
  try {
    typed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  if (typed.values.help === true) return { code: 0, lines: USAGE.split('\n'), problem: '' };
  const [folder, ...more] = typed.positionals;
  if (folder === undefined || more.length > 0) return refused(USAGE);
  return reportOf(folder, typed.values['no-index'] !== true);
}

function reportOf(folder: string, usesIndex: boolean): Report {
  const path = asTyped(folder);
  if (!existsSync(path)) return refused(`${folder} cannot be judged: there is no such folder.`);
  if (!statSync(path).isDirectory()) return refused(`${folder} cannot be judged: it is no folder.`);
  const entries = judgeFolder(path, usesIndex);
  if (entries.length === 0) {
    return refused(`${folder} cannot be judged: there is no .json file in it.`);
  }
  const count = (kind: Entry['kind']): number => entries.filter((one) => one.kind === kind).length;
  const [failed, unread] = [count('fails'), count('unreadable')];
  const absent = `${count('absent')} are of operations that we do not have`;
  const sum = `${entries.length} files: ${count('conforms')} conform, ${failed} fail, ${absent}, ${unread} are no samples`;
  const code = failed > 0 ? 1 : unread > 0 ? 2 : 0;
  return { code, lines: [...entries.map(lineOf), sum], problem: '' };
}

if (import.meta.main) {
  const { code, lines, problem } = conformance(process.argv.slice(2));
  for (const line of lines) console.log(line);
  if (problem !== '') console.error(problem);
  process.exitCode = code;
}
