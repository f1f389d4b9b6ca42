import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { root } from './program.ts';

/** What a build is made from. */
const sources = [
  'src',
  'public',
  'index.html',
  'redirect.html',
  'vite.config.ts',
  'package-lock.json',
  'tools/csp.ts',
  'tools/vite',
];

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

type Freshness = 'fresh' | 'stale' | 'missing';

/** Whether the build in `folder` is there, and whether a source of the project changed since. */
export function freshness(folder: string, project: string = root): Freshness {
  const built = changedAt(join(resolve(project, folder), 'index.html'));
  if (built === 0) return 'missing';
  const isOlder = (source: string): boolean => changedAt(join(project, source)) < built;
  return sources.every(isOlder) ? 'fresh' : 'stale';
}

/** Whether the build in `folder` is there and no source has changed since. */
export function isFresh(folder: string): boolean {
  return freshness(folder) === 'fresh';
}
