import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { securityHeaders } from '../csp.ts';
import type { Handler } from './server.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The live build in a folder, with the headers of a deployment. An address that is no file is one of the
 * application's own; a file of the build that is not there is missing, as after a deployment.
 */
export function siteIn(folder: string): Handler {
  return async ({ url }) => {
    const path = normalize(decodeURIComponent(new URL(url).pathname));
    const isAsset = path.startsWith('/assets/');
    const file = extname(path) === '' ? '/index.html' : path;
    const content = await readFile(join(folder, file)).catch(() => null);
    const headers = securityHeaders('live', file === '/redirect.html');
    if (content === null && isAsset) return new Response('', { status: 404, headers });
    const shown = content ?? (await readFile(join(folder, 'index.html')));
    const type = TYPES[extname(content === null ? '.html' : file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(shown), { headers: { ...headers, 'Content-Type': type } });
  };
}
