import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

export const workerFileName = 'mockServiceWorker.js';

const MADE_AT_ONCE = 'const defaultNetworkOptions = createDefaultNetworkOptions();';
const PURE = MADE_AT_ONCE.replace('create', '/* @__PURE__ */ create');

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
  return {
    name: 'simulated-azure',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    configureServer(server) {
      server.middlewares.use(`/${workerFileName}`, (_request, response) => {
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
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: workerFileName, source: worker() });
    },
  };
}
