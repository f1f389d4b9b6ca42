import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { Plugin } from 'vite';

import { type BuildMode, metaCsp, securityHeaders } from '../csp.ts';

/** A page that is sent with headers of its own: the sign-in comes back to it. */
const REDIRECT = 'redirect.html';
/** A file of the build that is missing is no address of the application. */
const ASSETS = 'assets/';
/** A static host that can't rewrite addresses shows this page for them, with their query and hash. */
const NOT_FOUND = '404.html';

type Headers = Readonly<Record<string, string>>;

interface Deployed {
  readonly headers: Headers;
  /** Those of {@link REDIRECT}; null in a build without sign-in. */
  readonly redirect: Headers | null;
  /** Where on its host it is served: `/`, or a path with a slash at both ends. */
  readonly base: string;
}

/** The settings of web servers by file name: each sends exactly `securityHeaders`, with the origins that a deployment names. */
export function deploymentFiles(
  mode: BuildMode,
  origins: readonly string[] = [],
  base = '/',
): Readonly<Record<string, string>> {
  const deployed = {
    base,
    headers: securityHeaders(mode, false, origins),
    redirect: mode === 'live' ? securityHeaders(mode, true, origins) : null,
  };
  return {
    'nginx.conf': nginx(deployed),
    Caddyfile: caddy(deployed),
    'staticwebapp.config.json': staticWebApp(deployed),
  };
}

/** Files for the server alone, which never sends them. */
const OWN_FILES = ['nginx.conf', 'Caddyfile', 'staticwebapp.config.json'];

const lines = (headers: Headers, line: (name: string, value: string) => string): string[] =>
  Object.entries(headers).map(([name, value]) => line(name, value));

const indented = (text: readonly string[], by: string): string[] => text.map((one) => by + one);

/** For nginx, which replaces the headers of a place by those of one inside it that has any. */
function nginx({ headers, redirect, base }: Deployed): string {
  const line = (name: string, value: string): string => `add_header ${name} "${value}" always;`;
  const fallback = `try_files $uri ${base}index.html;`;
  const inside = [
    `location ${base}${ASSETS} { try_files $uri =404; }`,
    ...OWN_FILES.map((file) => `location = ${base}${file} { return 404; }`),
    ...(redirect === null
      ? []
      : [`location = ${base}${REDIRECT} {`, ...indented(lines(redirect, line), '  '), '}']),
  ];
  if (base === '/')
    return [
      '# Written by the build. Include it in the server block whose root is this folder.',
      ...lines(headers, line),
      `location / { ${fallback} }`,
      ...inside,
      '',
    ].join('\n');
  return [
    `# Written by the build. Include it in the server block whose root has this folder at ${base}.`,
    // What else the host serves has headers of its own.
    `location ${base} {`,
    ...indented([...lines(headers, line), fallback, ...inside], '  '),
    '}',
    '',
  ].join('\n');
}

function caddy({ headers, redirect, base }: Deployed): string {
  const line = (name: string, value: string): string => `\t${name} "${value}"`;
  const block = (matcher: string, set: Headers): string[] => [
    `header ${matcher} {`,
    ...lines(set, line),
    '}',
  ];
  const site = [
    'root * {$ROOT:dist}',
    `@pages not path /${REDIRECT}`,
    ...block('@pages', headers),
    ...(redirect === null ? [] : block(`/${REDIRECT}`, redirect)),
    `@own path ${OWN_FILES.map((file) => `/${file}`).join(' ')}`,
    'respond @own 404',
    '@addresses {',
    `\tnot path /${ASSETS}*`,
    '\tnot file',
    '}',
    'rewrite @addresses /index.html',
    'file_server',
  ];
  return [
    '# Written by the build. SITE is the name of the site, ROOT the path of this folder.',
    '{$SITE:localhost}',
    // It takes the path away: what is inside sees addresses as at the root.
    ...(base === '/'
      ? site
      : [
          `redir ${base.slice(0, -1)} ${base}`,
          `handle_path ${base}* {`,
          ...indented(site, '\t'),
          '}',
        ]),
    '',
  ].join('\n');
}

/** For Azure Static Web Apps, which also answers for a page without its ending. */
function staticWebApp({ headers, redirect, base }: Deployed): string {
  const page = base + REDIRECT;
  const bare = page.replace('.html', '');
  const routes =
    redirect === null
      ? []
      : [
          { route: page, headers: redirect },
          { route: bare, rewrite: page, headers: redirect },
        ];
  const settings = {
    globalHeaders: headers,
    routes: [
      ...routes,
      ...OWN_FILES.slice(0, 2).map((file) => ({ route: base + file, statusCode: 404 })),
    ],
    navigationFallback: { rewrite: `${base}index.html`, exclude: [`${base}${ASSETS}*`] },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** What a deployment names; it edits the file, then runs `npm run headers`. */
const CONFIG = { fileName: 'config.json', source: '{\n  "commServes": []\n}\n' };

/** The path that the build in a folder is made for: its page names a file there. */
export function baseOf(page: string): string {
  return /src="([^"]*)boot\.js"/.exec(page)?.[1] ?? '/';
}

/** Where a build writes what it notes of itself: which source file is in which file. */
const NOTES = '.vite';

/** Where the notes of a build are that is deployed: its folder is served, and they name source files. */
const apart = (root: string, folder: string): string =>
  join(root, '.cache', 'build-notes', basename(folder));

/** The file that tells the files of a build by their sources: apart from it, or in it where it may show them. */
export function manifestOf(root: string, folder: string): string {
  const inside = join(root, folder, NOTES);
  return join(existsSync(inside) ? inside : apart(root, folder), 'manifest.json');
}

/** What only the demo may have. */
const SIMULATOR = /[\\/](?:src[\\/]mocks|node_modules[\\/]msw)[\\/]/;

/**
 * Makes a build ready to be deployed: writes the policy for code into every page, before anything that it is to judge,
 * and the settings of web servers and of the deployment beside them. A live build has no part of the simulated Azure,
 * and says nothing of its sources; the demo's tests find its files by them.
 */
export function deployment(mode: BuildMode): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: metaCsp(mode) };
  let root = '';
  let folder = '';
  let base = '/';
  return {
    name: 'deployment',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      base = config.base;
      // A page is shown at addresses of any depth, where a relative path would name other files.
      if (!/^\/(?:.*\/)?$/.test(base))
        throw new Error(`--base is a path of the host, such as /restore/; '${base}' is not.`);
      folder = resolve(root, config.build.outDir);
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
    },
    generateBundle(_options, bundle) {
      for (const [fileName, source] of Object.entries(deploymentFiles(mode, [], base)))
        this.emitFile({ type: 'asset', fileName, source });
      if (mode !== 'live') return;
      // A demo has one simulated CommServe.
      this.emitFile({ type: 'asset', ...CONFIG });
      for (const output of Object.values(bundle)) {
        const simulated =
          output.type === 'chunk' && output.moduleIds.find((id) => SIMULATOR.test(id));
        if (simulated) this.error(`The live build has a part of the simulated Azure: ${simulated}`);
      }
    },
    writeBundle() {
      copyFileSync(join(folder, 'index.html'), join(folder, NOT_FOUND));
    },
    closeBundle: {
      order: 'post',
      handler() {
        const from = join(folder, NOTES);
        // A build that failed has none.
        if (mode !== 'live' || !existsSync(from)) return;
        const to = apart(root, folder);
        rmSync(to, { recursive: true, force: true });
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
      },
    },
  };
}
