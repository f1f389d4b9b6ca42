import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { checkOut, git } from '../git.ts';
import { asTyped, commandFile, endWith, root, runNode } from '../program.ts';

/** The folder of a demo that is named as it is, or as the commit that it is built from. */
export async function demoOf(beside: string): Promise<string> {
  const folder = asTyped(beside);
  if (existsSync(join(folder, 'index.html')) && !existsSync(join(folder, 'package.json')))
    return folder;
  const { isGood, lines } = git('rev-parse', '--verify', '--quiet', `${beside}^{commit}`);
  const [commit] = lines;
  if (isGood && commit !== undefined) return builtOf(commit);
  const latest = git('log', '-10', '--format=%h %s').lines.join('\n');
  return endWith(
    `There is no folder of a demo, and no commit, ${beside}. There are:\n${latest}`,
    2,
  );
}

/** Builds the demo of a commit, once. */
async function builtOf(commit: string): Promise<string> {
  const folder = join(root, '.cache/beside', commit);
  if (existsSync(join(folder, 'index.html'))) return folder;
  console.log(`Building the demo of ${commit.slice(0, 8)} ...`);
  const tree = join(root, '.cache/beside/tree');
  const remove = checkOut(commit, tree);
  const args = ['build', '--mode', 'demo', '--outDir', folder, '--emptyOutDir'];
  const { code, output } = await runNode(commandFile('vite'), args, {}, { cwd: tree });
  if (code !== 0) return endWith(output);
  remove();
  return folder;
}
