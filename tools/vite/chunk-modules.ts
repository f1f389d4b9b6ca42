import { relative, sep } from 'node:path';

import type { Plugin } from 'vite';

/** Where a build says which source files went into which chunk, beside Vite's manifest. */
export const chunkModulesName = 'modules.json';

/** Chunk file name to the source files in it, relative to the project's root. */
type ChunkModules = Record<string, readonly string[]>;

/** Writes {@link ChunkModules}: the size gate attributes bytes by it, not by chunk names. */
export function chunkModules(): Plugin {
  let root = '';
  return {
    name: 'chunk-modules',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const modules: ChunkModules = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        modules[output.fileName] = output.moduleIds
          .filter((id) => !id.startsWith('\0'))
          .map((id) => relative(root, id).split(sep).join('/'));
      }
      this.emitFile({
        type: 'asset',
        fileName: `.vite/${chunkModulesName}`,
        source: JSON.stringify(modules, null, 1),
      });
    },
  };
}
