import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

export const workerFileName = 'mockServiceWorker.js';

/**
 * Serves and emits msw's worker from the installed package, so that it always has the version of
 * the library beside it. Used in demo builds only.
 */
export function workerFile(): Plugin {
  const source = (): string =>
    readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
  return {
    name: 'simulated-azure-worker-file',
    configureServer(server) {
      server.middlewares.use(`/${workerFileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(source());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: workerFileName, source: source() });
    },
  };
}
