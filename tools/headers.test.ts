import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { run } from './program.ts';
import { deploymentFiles } from './vite/deployment.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const headersFor = (config: unknown) => {
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return run(process.execPath, ['tools/headers.ts', folder]);
};

const sourcesIn = (name: string): readonly string[] =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/connect-src ([^;]*);/g)].map(
    ([, sources = '']) => sources,
  );

test('each server names the CommServes of config.json, and no other host more than before', async () => {
  const commServes = [
    { address: 'https://commserve.contoso.com' },
    { address: 'https://second.contoso.com:8443/commandcenter', commCellId: 7 },
  ];
  expect(await headersFor({ commServes })).toMatchObject({ code: 0 });
  for (const [name, before] of Object.entries(deploymentFiles('live'))) {
    const [usual = ''] = /connect-src ([^;]*);/.exec(before)?.slice(1) ?? [];
    const sources = sourcesIn(name);
    expect(sources.length > 1).toBe(name !== 'Caddyfile');
    for (const one of sources)
      expect(one).toBe(`${usual} https://commserve.contoso.com https://second.contoso.com:8443`);
  }
});

test('a file that names none leaves the headers as they were built', async () => {
  expect(await headersFor({})).toMatchObject({ code: 0 });
  for (const [name, text] of Object.entries(deploymentFiles('live', [], { base: '/', folder })))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('a build for a path has the settings for that path', async () => {
  writeFileSync(join(folder, 'index.html'), '<script src="/any/path/boot.js" defer></script>');
  expect(await headersFor({})).toMatchObject({ code: 0 });
  for (const [name, text] of Object.entries(
    deploymentFiles('live', [], { base: '/any/path/', folder }),
  ))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test.each([
  ['a wildcard', { commServes: [{ address: 'https://*.contoso.com' }] }, 'commServes.0.address'],
  ['a token', { commServes: [{ address: 'https://a.b', token: 'x' }] }, 'commServes.0.token'],
  ['what would end a header', { commServes: [{ address: 'https://a.b; x' }] }, '0.address'],
])('a file with %s is not used', async (_, config, place) => {
  const { code, output } = await headersFor(config);
  expect(code).toBe(1);
  expect(output).toContain(place);
  expect(() => readFileSync(join(folder, 'nginx.conf'))).toThrow('ENOENT');
});

test('a folder without a build is named', async () => {
  expect(await run(process.execPath, ['tools/headers.ts', folder])).toEqual({
    code: 2,
    isOverdue: false,
    output: `${folder} has no config.json: name a folder with a build, which npm run build makes.\n`,
  });
});
