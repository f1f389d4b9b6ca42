import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

export const workerFileName = 'mockServiceWorker.js';

const MADE_AT_ONCE = 'const defaultNetworkOptions = createDefaultNetworkOptions();';
const PURE = MADE_AT_ONCE.replace('create', '/* @__PURE__ */ create');

const MAIN = /[\\/]src[\\/]main\.tsx$/;
const SIMULATOR = /[\\/]src[\\/]mocks[\\/]/;

/**
 * Links that fetch the simulated Azure while the page's own code is read and run, and after that code: it comes
 * sooner, and nothing comes later. They run nothing.
 */
function early(bundle: Rolldown.OutputBundle, base: string): HtmlTagDescriptor[] {
  const chunks = new Map(
    Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const withImports = (names: readonly string[], seen = new Set<string>()): ReadonlySet<string> => {
    for (const name of names.filter((one) => !seen.has(one))) {
      seen.add(name);
      withImports(chunks.get(name)?.imports ?? [], seen);
    }
    return seen;
  };
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  const first = withImports(entries.map(({ fileName }) => fileName));
  const main = entries.find(({ moduleIds }) => moduleIds.some((id) => MAIN.test(id)));
  // What src/main.tsx imports of the simulated Azure it asks for as soon as it runs.
  const simulator = (main?.dynamicImports ?? []).filter((name) =>
    SIMULATOR.test(chunks.get(name)?.facadeModuleId ?? ''),
  );
  if (simulator.length === 0)
    throw new Error('src/main.tsx imports nothing of the simulated Azure.');
  const late = withImports(simulator);
  return [...late]
    .filter((name) => !first.has(name))
    .map((name) => ({
      tag: 'link',
      attrs: {
        rel: 'modulepreload',
        crossorigin: true,
        fetchpriority: 'low',
        href: `${base}${name}`,
      },
      injectTo: 'head',
    }));
}

/**
 * What the demo needs for the simulated Azure. It serves and emits msw's worker from the installed package, so that it
 * always has the version of the library beside it. And it leaves out of a build the default options that msw creates on
 * load, which this project doesn't use: they hold a source that is never started and keeps every message of the
 * service worker, so that a page that is open for a day grew by 150 MB (msw 3.0.5; docs/decisions/020).
 */
export function simulatedAzure(): Plugin {
  const worker = (): string =>
    readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
  let isBuild = false;
  let base = '/';
  return {
    name: 'simulated-azure',
    configResolved(config) {
      isBuild = config.command === 'build';
      base = config.base;
    },
    configureServer(server) {
      server.middlewares.use(`${base}${workerFileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(worker());
      });
    },
    transform: {
      filter: { id: /\/node_modules\/msw\/lib\/browser\/index\.js$/ },
      handler(code) {
        if (!isBuild) return null;
        if (!code.includes(MADE_AT_ONCE))
          this.error(
            'msw makes its default options in another way now: look whether it still leaks.',
          );
        return { code: code.replace(MADE_AT_ONCE, PURE), map: null };
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => (bundle === undefined ? [] : early(bundle, base)),
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: workerFileName, source: worker() });
    },
  };
}
