import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import * as z from 'zod/mini';
import type { Handler } from './server.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const headers = z.record(z.string(), z.string());

/** The part of a build's settings for Azure Static Web Apps that decides the headers. */
const settings = z.object({
  globalHeaders: headers,
  routes: z.array(z.object({ route: z.string(), headers: z.optional(headers) })),
});

/** The headers that a build ships for one of its files. */
async function headersOf(folder: string, file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'staticwebapp.config.json'), 'utf8');
  const { globalHeaders, routes } = settings.parse(JSON.parse(text));
  return { ...globalHeaders, ...routes.find(({ route }) => route === file)?.headers };
}

/**
 * The build in a folder, with the headers that it ships. An address that is no file is one of the
 * application's own; a file of the build that is not there is missing, as after a deployment.
 */
export function siteIn(folderNow: () => string): Handler {
  return async ({ url }) => {
    const folder = folderNow();
    const path = normalize(decodeURIComponent(new URL(url).pathname));
    const isAsset = path.startsWith('/assets/');
    const file = extname(path) === '' ? '/index.html' : path;
    const content = await readFile(join(folder, file)).catch(() => null);
    const sent = await headersOf(folder, file);
    if (content === null && isAsset) return new Response('', { status: 404, headers: sent });
    const shown = content ?? (await readFile(join(folder, 'index.html')));
    const type = TYPES[extname(content === null ? '.html' : file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(shown), { headers: { ...sent, 'Content-Type': type } });
  };
}
