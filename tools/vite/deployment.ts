import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { Plugin } from 'vite';

import { type BuildMode, metaCsp, misplacedStyle, securityHeaders } from '../csp.ts';

/** A page that is sent with headers of its own: the sign-in comes back to it. */
const REDIRECT = 'redirect.html';
/** A file of the build that is missing is no address of the application. */
const ASSETS = 'assets/';
/** A static host that can't rewrite addresses shows this page for them, with their query and hash. */
const NOT_FOUND = '404.html';

/** Where a build writes what it notes of itself: which source file is in which file. */
const NOTES = '.vite';
/** Where a build is written that names no other folder: one for a path doesn't replace that for the root. */
export function folderOf(mode: BuildMode, base = '/'): string {
  const parts = base.split('/').filter((part) => part !== '');
  return [mode === 'demo' ? 'dist-demo' : 'dist', ...parts].join('-');
}

type Headers = Readonly<Record<string, string>>;

interface Deployed {
  readonly headers: Headers;
  /** Those of {@link REDIRECT}; null in a build without sign-in. */
  readonly redirect: Headers | null;
  /** Where on its host it is served: `/`, or a path with a slash at both ends. */
  readonly base: string;
  /** The folder of the build, as a server started beside it finds it. */
  readonly folder: string;
}

/** The settings of web servers by file name: each sends exactly `securityHeaders`, with the origins that a deployment names. */
export function deploymentFiles(
  mode: BuildMode,
  origins: readonly string[] = [],
  { base, folder }: Pick<Deployed, 'base' | 'folder'> = { base: '/', folder: folderOf(mode) },
): Readonly<Record<string, string>> {
  const deployed = {
    base,
    folder,
    headers: securityHeaders(mode, false, origins),
    redirect: mode === 'live' ? securityHeaders(mode, true, origins) : null,
  };
  return {
    'nginx.conf': nginx(deployed),
    [CADDY_PART]: caddyPart(deployed),
    Caddyfile: caddySite(deployed),
    [STATIC_WEB_APP]: staticWebApp(deployed),
  };
}

/** The settings of Caddy without a site, for one that has more than this. */
const CADDY_PART = 'caddy.conf';
/** Files for the server alone, which never sends them. */
const STATIC_WEB_APP = 'staticwebapp.config.json';
const OWN_FILES = ['nginx.conf', 'Caddyfile', CADDY_PART, STATIC_WEB_APP];

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
    `location ${base}${NOTES}/ { return 404; }`,
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

/** For Caddy: what a build needs wherever its site serves it from. Inside `handle_path` addresses are as at the root. */
function caddyPart({ headers, redirect }: Deployed): string {
  const line = (name: string, value: string): string => `\t${name} "${value}"`;
  const block = (matcher: string, set: Headers): string[] => [
    `header ${matcher} {`,
    ...lines(set, line),
    '}',
  ];
  return [
    `# Written by the build. Import it where the root is this folder.`,
    `@pages not path /${REDIRECT}`,
    ...block('@pages', headers),
    ...(redirect === null ? [] : block(`/${REDIRECT}`, redirect)),
    `@own path ${OWN_FILES.map((file) => `/${file}`).join(' ')} /${NOTES}/*`,
    'respond @own 404',
    '@addresses {',
    `\tnot path /${ASSETS}*`,
    '\tnot file',
    '}',
    'rewrite @addresses /index.html',
    'file_server',
    '',
  ].join('\n');
}

function caddySite({ base, folder }: Deployed): string {
  const site = [`root * {$ROOT:${folder}}`, `import ${CADDY_PART}`];
  const below = [
    `redir ${base.slice(0, -1)} ${base}`,
    `handle_path ${base}* {`,
    ...indented(site, '\t'),
    '}',
  ];
  return [
    '# Written by the build. SITE is the name of the site, ROOT the path of this folder.',
    '{$SITE:localhost} {',
    ...indented(base === '/' ? site : below, '\t'),
    '}',
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
  const notServed = (file: string) => ({ route: base + file, statusCode: 404 });
  const settings = {
    globalHeaders: headers,
    routes: [
      ...routes,
      // Its own file it never serves.
      ...OWN_FILES.filter((file) => file !== STATIC_WEB_APP).map(notServed),
      notServed(`${NOTES}/*`),
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

/** Where the notes of a build are that is deployed: its folder is served, and they name source files. */
const apart = (root: string, folder: string): string =>
  join(root, '.cache', 'build-notes', basename(folder));

/** The file that tells the files of a build by their sources: apart from it, or in it where it may show them. */
export function manifestOf(root: string, folder: string): string {
  const inside = join(root, folder, NOTES);
  return join(existsSync(inside) ? inside : apart(root, folder), 'manifest.json');
}

/** An error that is one sentence: where in our own code it was written doesn't help. */
function withoutStack(sentence: string): Error {
  const error = new Error(sentence);
  error.stack = sentence;
  return error;
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
  let named = '';
  let base = '/';
  return {
    name: 'deployment',
    // Vite's server of builds looks for them where they are written.
    apply: (_config, { command, isPreview }) => command === 'build' || isPreview === true,
    config: ({ base: path, build }) => ({
      build: { outDir: build?.outDir ?? folderOf(mode, path) },
    }),
    configResolved(config) {
      root = config.root;
      base = config.base;
      // A page is shown at addresses of any depth, where a relative path would name other files.
      if (!/^\/(?:.*\/)?$/.test(base))
        throw withoutStack(`--base is a path of the host, such as /restore/; '${base}' is not.`);
      named = config.build.outDir;
      folder = resolve(root, named);
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'meta', attrs, injectTo: 'head-prepend' },
        // To the letter, as its hash wants it.
        { tag: 'style', children: misplacedStyle, injectTo: 'head' },
      ],
    },
    generateBundle(_options, bundle) {
      for (const [fileName, source] of Object.entries(
        deploymentFiles(mode, [], { base, folder: named }),
      ))
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
