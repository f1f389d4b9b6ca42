import { minify as minifiedBySwc } from '@swc/core';
import { minify, type Plugin, type Rolldown } from 'vite';
import { type ExportNames, type Exporter, namesOfExports } from './names/export-names.ts';
import { renamed } from './names/renamed.ts';

function exporters(chunks: Readonly<Record<string, Rolldown.RenderedChunk>>): Exporter[] {
  return Object.values(chunks).map(({ modules, ...chunk }) => ({
    ...chunk,
    codes: Object.values(modules).flatMap(({ code }) => code ?? []),
  }));
}

/** SWC, then Rolldown's own minifier: each finds what the other leaves. */
async function compressed(code: string, fileName: string): Promise<string> {
  const first = await minifiedBySwc(code, {
    module: true,
    ecma: 2022,
    compress: { passes: 3, ecma: 2022 },
    mangle: true,
  });
  const second = await minify(fileName, first.code, {
    module: true,
    compress: { target: 'es2022' },
    mangle: false,
    codegen: { removeWhitespace: true, legalComments: 'none' },
  });
  return second.code;
}

/**
 * Minifies the files of a build, and gives what they export one name in all of them. It does so before files are
 * named, so that a name still follows from the content.
 */
export function minified(): Plugin {
  let names: ExportNames | undefined;
  return {
    name: 'minified',
    apply: 'build',
    buildStart() {
      names = undefined;
    },
    renderChunk: {
      order: 'post',
      async handler(code, { fileName }, _options, { chunks }) {
        names ??= namesOfExports(exporters(chunks));
        const shared = renamed(await compressed(code, fileName), fileName, names);
        // What has no name in the whole build gets the shortest of those that are left.
        const short = await minifiedBySwc(shared.code, {
          module: true,
          ecma: 2022,
          compress: false,
          mangle: { toplevel: true, reserved: [...shared.names] },
        });
        return { code: short.code, map: null };
      },
    },
  };
}
