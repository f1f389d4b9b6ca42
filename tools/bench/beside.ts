import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { asTyped, commandFile, endWith, root, runNode } from '../program.ts';

const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });

/** The folder of a demo that is named as it is, or as the commit that it is built from. */
export async function demoOf(beside: string): Promise<string> {
  const folder = asTyped(beside);
  if (existsSync(join(folder, 'index.html')) && !existsSync(join(folder, 'package.json')))
    return folder;
  const { status, stdout } = git('rev-parse', '--verify', '--quiet', `${beside}^{commit}`);
  if (status !== 0) {
    const latest = git('log', '-10', '--format=%h %s').stdout.trimEnd();
    return endWith(
      `There is no folder of a demo, and no commit, ${beside}. There are:\n${latest}`,
      2,
    );
  }
  return builtOf(stdout.trim());
}

/** Builds the demo of a commit, once. */
async function builtOf(commit: string): Promise<string> {
  const folder = join(root, '.cache/beside', commit);
  if (existsSync(join(folder, 'index.html'))) return folder;
  console.log(`Building the demo of ${commit.slice(0, 8)} ...`);
  const tree = join(root, '.cache/beside/tree');
  const remove = () => git('worktree', 'remove', '--force', tree);
  mkdirSync(join(root, '.cache/beside'), { recursive: true });
  remove();
  process.once('exit', remove);
  if (git('worktree', 'add', '--detach', tree, commit).status !== 0)
    return endWith('Git could not make a working tree.');
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const args = ['build', '--mode', 'demo', '--outDir', folder, '--emptyOutDir'];
  const { code, output } = await runNode(commandFile('vite'), args, {}, { cwd: tree });
  if (code !== 0) return endWith(output);
  remove();
  return folder;
}
