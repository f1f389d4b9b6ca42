import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

export const workerFileName = 'mockServiceWorker.js';

/**
 * What msw's worker does when the last page has gone. The next page may have come meanwhile: it has
 * found the worker, asks for its update, and is told as an error of the page that there is none.
 */
const leaving = 'await self.registration.unregister()';

/**
 * The worker of the installed msw, which stays when the last page goes: it has the version of the
 * library beside it. Throws when msw's worker leaves in another way than today's.
 */
export function workerSource(): string {
  const source = readFileSync(
    fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')),
    'utf8',
  );
  const parts = source.split(leaving);
  if (parts.length !== 2) throw new Error(`msw's worker does not hold “${leaving}” once.`);
  return parts.join('');
}

/** Serves and emits {@link workerSource}. Used in demo builds only. */
export function workerFile(): Plugin {
  return {
    name: 'simulated-azure-worker-file',
    configureServer(server) {
      server.middlewares.use(`/${workerFileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(workerSource());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: workerFileName, source: workerSource() });
    },
  };
}
