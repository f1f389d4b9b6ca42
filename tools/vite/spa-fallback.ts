import { statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';

import type { Plugin } from 'vite';

/** Whether a page address must be answered with index.html, in a build in `folder`. */
export function isPageAddress(
  folder: string,
  method: string,
  accept: string,
  url: string,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = pathOf(url);
  // A chunk of an older build is missing, not a page: HTML in its place would only confuse.
  if (path === undefined || path.startsWith('/assets/') || !accept.includes('text/html')) {
    return false;
  }
  return !isFile(join(folder, normalize(path)));
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Deep links of the single page in `vite preview`. Vite's own fallback answers 404 for some of
 * them, because resource ids hold dots and semicolons and look like files to it.
 */
export function spaFallback(): Plugin {
  return {
    name: 'spa-fallback',
    configurePreviewServer(server) {
      const folder = resolve(server.config.root, server.config.build.outDir);
      server.middlewares.use((request, _response, next) => {
        const { method = 'GET', url = '/', headers } = request;
        if (isPageAddress(folder, method, headers.accept ?? '', url)) request.url = '/index.html';
        next();
      });
    },
  };
}
