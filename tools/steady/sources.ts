import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../program.ts';

/** What a browser test comes to depends on these: the product, the tests, and what runs them. */
const sources = [
  'src',
  'e2e',
  'index.html',
  'vite.config.ts',
  'playwright.config.ts',
  'package-lock.json',
  'tools/csp.ts',
  'tools/vite',
];

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .toSorted();
}

/**
 * One short name for what is in all sources, whether it was committed or not: results of rounds with
 * the same name are about the same product and the same tests.
 */
export function sourcesKey(project: string = root, names: readonly string[] = sources): string {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesOf(join(project, name)))) {
    hash.update(`${file.slice(project.length)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
