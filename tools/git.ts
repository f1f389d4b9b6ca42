import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { endWith, root } from './program.ts';

/** Runs Git in the project; gives whether it went well, and what it printed, line by line. */
export function git(...args: readonly string[]): {
  readonly isGood: boolean;
  readonly lines: readonly string[];
} {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return { isGood: status === 0, lines: stdout.split('\n').filter((line) => line !== '') };
}

/**
 * A commit in a folder of its own, with the packages of the project; what isn't committed isn't in it. It goes with this
 * program. Returns the way to remove it before.
 */
export function checkOut(commit: string, folder: string): () => void {
  const remove = (): void => {
    git('worktree', 'remove', '--force', folder);
  };
  mkdirSync(dirname(folder), { recursive: true });
  remove();
  process.once('exit', remove);
  if (!git('worktree', 'add', '--detach', folder, commit).isGood)
    endWith('Git could not make a working tree.');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return remove;
}
