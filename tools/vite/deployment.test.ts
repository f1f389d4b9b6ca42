import { describe, expect, test } from 'vitest';

import { type BuildMode, securityHeaders } from '../csp.ts';
import { deploymentFiles } from './deployment.ts';

type Headers = Readonly<Record<string, string>>;

const fileOf = (mode: BuildMode, name: string): string => {
  const text = deploymentFiles(mode)[name];
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
    const ofPages = between(fileOf(mode, 'Caddyfile'), 'header @pages {', '}');
    expect(headersIn(ofPages, caddyLine)).toEqual(securityHeaders(mode));
  });

  test.each(['live', 'demo'] as const)('Azure Static Web Apps, %s', (mode) => {
    expect(JSON.parse(fileOf(mode, 'staticwebapp.config.json'))).toMatchObject({
      globalHeaders: securityHeaders(mode),
      navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*'] },
    });
  });
});

test('the services that a deployment names are in all of its headers', () => {
  const origin = 'https://commserve.contoso.com';
  for (const text of Object.values(deploymentFiles('live', [origin])))
    expect(
      [...text.matchAll(/connect-src [^;]*/g)].map(([one]) => one.endsWith(` ${origin}`)),
    ).toEqual([...text.matchAll(/connect-src/g)].map(() => true));
});

describe('the page that the sign-in comes back to has headers of its own', () => {
  const own = securityHeaders('live', true);

  test('in live', () => {
    const ofNginx = between(fileOf('live', 'nginx.conf'), 'location = /redirect.html {', '}');
    expect(headersIn(ofNginx, nginxLine)).toEqual(own);
    const ofCaddy = between(fileOf('live', 'Caddyfile'), 'header /redirect.html {', '}');
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
