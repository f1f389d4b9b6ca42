import type { Plugin } from 'vite';

import { type BuildMode, securityHeaders } from '../csp.ts';

/** A page that is sent with headers of its own: the sign-in comes back to it. */
const REDIRECT = '/redirect.html';
/** A file of the build that is missing is no address of the application. */
const ASSETS = '/assets/';

type Headers = Readonly<Record<string, string>>;

interface Deployed {
  readonly headers: Headers;
  /** Those of {@link REDIRECT}; null in a build without sign-in. */
  readonly redirect: Headers | null;
}

/** The settings of web servers by file name: each sends exactly `securityHeaders`, with the origins that a deployment names. */
export function deploymentFiles(
  mode: BuildMode,
  origins: readonly string[] = [],
): Readonly<Record<string, string>> {
  const deployed = {
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
const OWN_FILES = ['/nginx.conf', '/Caddyfile', '/staticwebapp.config.json'];

const lines = (headers: Headers, line: (name: string, value: string) => string): string[] =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/** For nginx, which replaces the headers of a server by those of a location that has any. */
function nginx({ headers, redirect }: Deployed): string {
  const line = (name: string, value: string): string => `add_header ${name} "${value}" always;`;
  return [
    '# Written by the build. Include it in the server block whose root is this folder.',
    ...lines(headers, line),
    'location / { try_files $uri /index.html; }',
    `location ${ASSETS} { try_files $uri =404; }`,
    ...OWN_FILES.map((file) => `location = ${file} { return 404; }`),
    ...(redirect === null
      ? []
      : [`location = ${REDIRECT} {`, ...lines(redirect, line).map((one) => `  ${one}`), '}']),
    '',
  ].join('\n');
}

function caddy({ headers, redirect }: Deployed): string {
  const line = (name: string, value: string): string => `\t${name} "${value}"`;
  const block = (matcher: string, set: Headers): string[] => [
    `header ${matcher} {`,
    ...lines(set, line),
    '}',
  ];
  return [
    '# Written by the build. SITE is the name of the site, ROOT the path of this folder.',
    '{$SITE:localhost}',
    'root * {$ROOT:dist}',
    `@pages not path ${REDIRECT}`,
    ...block('@pages', headers),
    ...(redirect === null ? [] : block(REDIRECT, redirect)),
    `@own path ${OWN_FILES.join(' ')}`,
    'respond @own 404',
    '@addresses {',
    `\tnot path ${ASSETS}*`,
    '\tnot file',
    '}',
    'rewrite @addresses /index.html',
    'file_server',
    '',
  ].join('\n');
}

/** For Azure Static Web Apps, which also answers for a page without its ending. */
function staticWebApp({ headers, redirect }: Deployed): string {
  const bare = REDIRECT.replace('.html', '');
  const routes =
    redirect === null
      ? []
      : [
          { route: REDIRECT, headers: redirect },
          { route: bare, rewrite: REDIRECT, headers: redirect },
        ];
  const settings = {
    globalHeaders: headers,
    routes: [...routes, ...OWN_FILES.slice(0, 2).map((route) => ({ route, statusCode: 404 }))],
    navigationFallback: { rewrite: '/index.html', exclude: [`${ASSETS}*`] },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** What a deployment names; it edits the file, then runs `npm run headers`. */
const CONFIG = { fileName: 'config.json', source: '{\n  "commServes": []\n}\n' };

/** Puts the settings of web servers, and those of the deployment, into the folder that is deployed. */
export function deployment(mode: BuildMode): Plugin {
  return {
    name: 'deployment',
    apply: 'build',
    generateBundle() {
      for (const [fileName, source] of Object.entries(deploymentFiles(mode)))
        this.emitFile({ type: 'asset', fileName, source });
      // A demo has one simulated CommServe.
      if (mode === 'live') this.emitFile({ type: 'asset', ...CONFIG });
    },
  };
}
