import { describe, expect, test } from 'vitest';

import { type BuildMode, securityHeaders } from '../csp.ts';
import { baseOf, deploymentFiles, folderOf } from './deployment.ts';

type Headers = Readonly<Record<string, string>>;

const fileOf = (mode: BuildMode, name: string, base = '/', folder = 'dist'): string => {
  const text = deploymentFiles(mode, [], { base, folder })[name];
  if (text === undefined) throw new Error(`There is no ${name}.`);
  return text;
};

/** The headers in some lines, by the form that a server has for them. */
const headersIn = (text: string, line: RegExp): Headers =>
  Object.fromEntries(
    [...text.matchAll(line)].map(([, name = '', value = '']) => [name, value] as const),
  );

const nginxLine = /^ *add_header ([\w-]+) "([^"]*)" always;$/gm;
const caddyLine = /^\t([\w-]+) "([^"]*)"$/gm;

/** What is between two marks in a text. */
const between = (text: string, start: string, end: string): string =>
  text.split(start)[1]?.split(end)[0] ?? '';

describe('the settings of a web server send exactly the headers that are tested', () => {
  test.each(['live', 'demo'] as const)('nginx, %s', (mode) => {
    const text = fileOf(mode, 'nginx.conf');
    const [ofServer = ''] = text.split('\nlocation');
    expect(headersIn(ofServer, nginxLine)).toEqual(securityHeaders(mode));
  });

  test.each(['live', 'demo'] as const)('Caddy, %s', (mode) => {
    const ofPages = between(fileOf(mode, 'caddy.conf'), 'header @pages {', '}');
    expect(headersIn(ofPages, caddyLine)).toEqual(securityHeaders(mode));
  });

  test.each(['live', 'demo'] as const)('Azure Static Web Apps, %s', (mode) => {
    expect(JSON.parse(fileOf(mode, 'staticwebapp.config.json'))).toMatchObject({
      globalHeaders: securityHeaders(mode),
      navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*'] },
    });
  });
});

test('Caddy serves the folder that the build was written to, and no notes of the build', () => {
  expect(deploymentFiles('demo')['Caddyfile']).toContain('root * {$ROOT:dist-demo}\n');
  expect(fileOf('demo', 'Caddyfile', '/', 'dist-a')).toContain('root * {$ROOT:dist-a}\n');
  const [own = ''] = fileOf('demo', 'caddy.conf').match(/^@own path .*$/m) ?? [];
  expect(own.split(' ').slice(2)).toEqual([
    '/nginx.conf',
    '/Caddyfile',
    '/caddy.conf',
    '/staticwebapp.config.json',
    '/.vite/*',
  ]);
  expect(fileOf('demo', 'nginx.conf', '/x/')).toContain('location /x/.vite/ { return 404; }');
});

test('a build for a path has a folder of its own', () => {
  expect(folderOf('demo')).toBe('dist-demo');
  expect(folderOf('demo', '/any/path/')).toBe('dist-demo-any-path');
  expect(folderOf('live', '/restore/')).toBe('dist-restore');
});

test('the services that a deployment names are in all of its headers', () => {
  const origin = 'https://commserve.contoso.com';
  for (const text of Object.values(deploymentFiles('live', [origin])))
    expect(
      [...text.matchAll(/connect-src [^;]*/g)].map(([one]) => one.endsWith(` ${origin}`)),
    ).toEqual([...text.matchAll(/connect-src/g)].map(() => true));
});

describe('below a path of a host the settings are about that path alone', () => {
  const path = '/any/path/';

  test('nginx', () => {
    const [, ...lines] = fileOf('live', 'nginx.conf', path).trimEnd().split('\n');
    expect(lines[0]).toBe('location /any/path/ {');
    // What else the host serves is outside.
    expect(lines.at(-1)).toBe('}');
    expect(lines.slice(1, -1).filter((line) => !line.startsWith('  '))).toEqual([]);
    expect(lines).toContain('  try_files $uri /any/path/index.html;');
    expect(lines).toContain('  location /any/path/assets/ { try_files $uri =404; }');
    const [ofPages = ''] = lines.join('\n').split('\n  location');
    expect(headersIn(ofPages, nginxLine)).toEqual(securityHeaders('live'));
    const ofRedirect = between(lines.join('\n'), 'location = /any/path/redirect.html {', '}');
    expect(headersIn(ofRedirect, nginxLine)).toEqual(securityHeaders('live', true));
  });

  test('Caddy takes the path away, and has the same settings inside', () => {
    expect(fileOf('live', 'Caddyfile', path).split('\n').slice(2, -2)).toEqual([
      '\tredir /any/path /any/path/',
      '\thandle_path /any/path/* {',
      '\t\troot * {$ROOT:dist}',
      '\t\timport caddy.conf',
      '\t}',
    ]);
    expect(fileOf('live', 'caddy.conf', path)).toBe(fileOf('live', 'caddy.conf'));
  });

  test('Azure Static Web Apps', () => {
    expect(JSON.parse(fileOf('live', 'staticwebapp.config.json', path))).toMatchObject({
      routes: [
        { route: '/any/path/redirect.html' },
        { route: '/any/path/redirect', rewrite: '/any/path/redirect.html' },
        { route: '/any/path/nginx.conf', statusCode: 404 },
        { route: '/any/path/Caddyfile', statusCode: 404 },
        { route: '/any/path/caddy.conf', statusCode: 404 },
        { route: '/any/path/.vite/*', statusCode: 404 },
      ],
      navigationFallback: {
        rewrite: '/any/path/index.html',
        exclude: ['/any/path/assets/*'],
      },
    });
  });

  test('and the page of a build names it', () => {
    expect(baseOf('<script src="/any/path/boot.js" defer></script>')).toBe(path);
    expect(baseOf('<script src="/boot.js" defer></script>')).toBe('/');
  });
});

describe('the page that the sign-in comes back to has headers of its own', () => {
  const own = securityHeaders('live', true);

  test('in live', () => {
    const ofNginx = between(fileOf('live', 'nginx.conf'), 'location = /redirect.html {', '}');
    expect(headersIn(ofNginx, nginxLine)).toEqual(own);
    const ofCaddy = between(fileOf('live', 'caddy.conf'), 'header /redirect.html {', '}');
    expect(headersIn(ofCaddy, caddyLine)).toEqual(own);
    const settings: unknown = JSON.parse(fileOf('live', 'staticwebapp.config.json'));
    expect(settings).toHaveProperty('routes.0', { route: '/redirect.html', headers: own });
    expect(settings).toHaveProperty('routes.1.headers', own);
  });

  test('and not in the demo, which has no sign-in', () => {
    const all = Object.values(deploymentFiles('demo')).join('\n');
    expect(all).not.toContain("frame-ancestors 'self'");
  });
});

test('no header holds what would end its line', () => {
  const all = [securityHeaders('live'), securityHeaders('live', true), securityHeaders('demo')];
  const values = all.flatMap((headers) => Object.values(headers));
  expect(values.filter((value) => /["\\\n{}$]/.test(value))).toEqual([]);
});
