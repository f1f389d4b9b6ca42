import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { test as base } from './fixtures.ts';
import { securityHeaders } from '../tools/csp.ts';
import { root } from '../tools/program.ts';
import { listen } from '../tools/live/server.ts';
import { bringUpToDate } from '../tools/test/tested-build.ts';

/** Where the build belongs on its host, as a project page does. */
const PATH = '/any/path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

type Headers = Readonly<Record<string, string>>;

interface Hosted {
  /** The address of the build's page, without the slash at its end. */
  readonly address: string;
  close(): void;
}

const textOf = (file: string): string | null =>
  statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : null;

/**
 * Serves a demo below a path as a static host does: it rewrites no address, and answers with the build's `404.html`
 * and that status for one that is no file. Whatever is outside the path isn't there.
 */
async function hostBelow(path: string, headers: Headers = {}): Promise<Hosted> {
  const folder = 'dist-path';
  await bringUpToDate({ mode: 'demo', folder, port: 0, isNamed: false, base: `${PATH}/` });
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const inside = pathname.startsWith(`${path}/`) ? pathname.slice(path.length) : null;
    const name = inside === '/' ? '/index.html' : inside;
    const found = name === null ? null : textOf(join(root, folder, name));
    const body = found ?? (inside === null ? null : textOf(join(root, folder, '404.html')));
    const type = TYPES[found === null ? '.html' : extname(name ?? '')] ?? 'text/plain';
    response.writeHead(found === null ? 404 : 200, { 'Content-Type': type, ...headers });
    response.end(body ?? 'Nothing is here.');
  });
  const port = await listen(server, 0);
  return { address: `http://localhost:${port}${path}`, close: () => server.close() };
}

/**
 * Each test has a demo that is served below a path; a request outside it is a trouble. `misplaced` is the same build where
 * it doesn't belong, under the headers of a deployment.
 */
export const test = base.extend<object, { readonly hosted: Hosted; readonly misplaced: Hosted }>({
  hosted: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const hosted = await hostBelow(PATH);
      await use(hosted);
      hosted.close();
    },
    { scope: 'worker' },
  ],
  misplaced: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const misplaced = await hostBelow('/another', securityHeaders('demo'));
      await use(misplaced);
      misplaced.close();
    },
    { scope: 'worker' },
  ],
  isShared: false,
  baseURL: async ({ hosted }, use) => use(hosted.address),
});
