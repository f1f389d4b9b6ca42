import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './program.ts';

/** What a build is made from. */
const sources = ['src', 'index.html', 'vite.config.ts', 'package-lock.json', 'tools/vite'];

/**
 * Latest change below a path, in epoch milliseconds; 0 when there is nothing. Folders count with
 * their own time, so that a deleted file is a change too.
 */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: false }).reduce(
    (latest, name) =>
      Math.max(latest, statSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs ?? 0),
    found.mtimeMs,
  );
}

/** Whether the build in `folder` is there and no source has changed since. */
export function isFresh(folder: string): boolean {
  const built = changedAt(join(root, folder, 'index.html'));
  return built > 0 && sources.every((source) => changedAt(join(root, source)) < built);
}
