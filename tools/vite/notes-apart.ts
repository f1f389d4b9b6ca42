import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { Plugin } from 'vite';

/** Where a build writes what it notes of itself: which source files are in which file. */
const NOTES = '.vite';

/** Where the notes of a build are; its folder is served, and they name source files. */
const apart = (root: string, folder: string): string =>
  join(root, '.cache', 'build-notes', basename(folder));

/** The folder of a build's notes: apart from it, or in it where it may show its sources. */
export function notesOf(root: string, folder: string): string {
  const inside = join(root, folder, NOTES);
  return existsSync(inside) ? inside : join(apart(root, folder), NOTES);
}

/** Takes the notes out of the folder that is served. */
export function notesApart(): Plugin {
  let root = '';
  let folder = '';
  return {
    name: 'notes-apart',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = resolve(root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      handler() {
        const from = join(folder, NOTES);
        // A build that failed has none.
        if (!existsSync(from)) return;
        const to = join(apart(root, folder), NOTES);
        rmSync(to, { recursive: true, force: true });
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
      },
    },
  };
}
