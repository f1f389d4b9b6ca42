import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { type IndexRow, readIndex } from './index-file.ts';
import { operations } from './operations.ts';
import { absentOperations } from './operations/absent.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** What became of a file of a folder. */
export interface FileOutcome {
  /** Path within the folder, with `/` on every system. */
  readonly file: string;
  readonly outcome: Outcome;
}

export interface FolderOptions {
  /** Take the word of an `INDEX.md` in the folder. */
  readonly usesIndex: boolean;
}

const INDEX = 'INDEX.md';

/** Why there is nothing to judge in a folder; null when there is. */
export function folderProblem(folder: string): string | null {
  if (!existsSync(folder)) return 'there is no such folder';
  if (!statSync(folder).isDirectory()) return 'it is no folder';
  return samplesIn(folder).length === 0 ? 'there is no .json file in it' : null;
}

function samplesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

function rowsOf(folder: string): readonly IndexRow[] {
  const path = join(folder, INDEX);
  return existsSync(path) ? readIndex(readFileSync(path, 'utf8')) : [];
}

/** Judges every sample of a folder and of the folders in it, in the order of their paths. */
export function judgeFolder(folder: string, { usesIndex }: FolderOptions): readonly FileOutcome[] {
  const rows = usesIndex ? rowsOf(folder) : [];
  return samplesIn(folder).map((file) => {
    const row = rows.find((one) => one.file === file) ?? null;
    return {
      file,
      outcome: outcomeOf(readFileSync(join(folder, file), 'utf8'), {
        operations,
        absent: absentOperations,
        row,
      }),
    };
  });
}
