import { relative, sep } from 'node:path';

import type { Plugin } from 'vite';

/** Where a build says which source files went into which chunk, beside Vite's manifest. */
export const chunkModulesName = 'modules.json';

/** Where a build says which source files load others when they are needed, beside the same manifest. */
export const lazyModulesName = 'lazy.json';

/** A file to others: a chunk to the source files in it, or a source file to those that it loads lazily. */
type Files = Record<string, readonly string[]>;

/**
 * Notes which source files are in which chunk, and which are loaded lazily by which: sizes are measured by these, not
 * by the names of chunks, as several pages may share one. Paths are relative to the project's root.
 */
export function chunkModules(): Plugin {
  let root = '';
  return {
    name: 'chunk-modules',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const pathOf = (id: string): string => relative(root, id).split(sep).join('/');
      const pathsOf = (ids: readonly string[]): string[] =>
        ids.filter((id) => !id.startsWith('\0')).map(pathOf);
      const modules: Files = {};
      const lazy: Files = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        modules[output.fileName] = pathsOf(output.moduleIds);
        for (const id of output.moduleIds) {
          const loaded = pathsOf(this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
          if (loaded.length > 0) lazy[pathOf(id)] = loaded;
        }
      }
      const write = (name: string, files: Files): void => {
        const source = JSON.stringify(files, null, 1);
        this.emitFile({ type: 'asset', fileName: `.vite/${name}`, source });
      };
      write(chunkModulesName, modules);
      write(lazyModulesName, lazy);
    },
  };
}
