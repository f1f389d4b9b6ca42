import { expect, test } from 'vitest';

import { metaCsp } from './csp.ts';
import { markersIn, notShipped, sourcePathsIn } from './shipped.ts';
import { deploymentFiles } from './vite/deployment.ts';

const content = metaCsp('live').replaceAll("'", '&#39;');
const policy = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
const script = '<script type="module" src="/assets/index.js"></script>';
const good: Readonly<Record<string, string>> = {
  'index.html': policy + script,
  ...deploymentFiles('live'),
};

const built = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

test('a build brings its policy and the settings of servers along', () => {
  expect(notShipped(built(good), 'live')).toEqual([]);
});

test.each([
  ['has none', script],
  ['has it after a script', script + policy],
  ['has that of another build', policy.replace('none', 'self') + script],
])('a page that %s is named', (_, page) => {
  expect(notShipped(built({ ...good, 'redirect.html': page }), 'live')).toEqual(['redirect.html']);
});

test('settings that are missing, or say something else, are named', () => {
  const { 'nginx.conf': text = '', ...without } = good;
  expect(notShipped(built(without), 'live')).toEqual(['nginx.conf']);
  const other = { ...good, 'nginx.conf': text.replace('nosniff', '') };
  expect(notShipped(built(other), 'live')).toEqual(['nginx.conf']);
  expect(notShipped(built({}), 'demo')).toContain('index.html');
});

test('traces of the simulated Azure are named, in whatever file', () => {
  const files = built({ 'a.js': 'x("[MSW] on")', 'b/c.html': 'testVM_OsDisk', 'd.js': 'MSW' });
  expect(markersIn(files)).toEqual(['[MSW]', 'testVM_OsDisk']);
});

const ROOT = '/projects/restore-center';
const shown = (text: string, name = 'assets/a.js') => sourcePathsIn(built({ [name]: text }), ROOT);

test.each([
  ['throw Error("src/api/arm/send.ts: no")', 'src/api/arm/send.ts'],
  ['import"./../src/main.tsx"', 'src/main.tsx'],
  ['from"/node_modules/@azure/msal-browser/index.js"', 'node_modules/@azure/msal-browser/index.js'],
  ['//# sourceMappingURL=a.js.map', 'sourceMappingURL='],
  ['"file:///build/x"', 'file://'],
  ['at("/home/runner/build")', '/home/r'],
  ['at("/tmp/x")', '/tmp/x'],
  [`at("${ROOT}/dist")`, ROOT],
])('%s is seen', (text, path) => {
  expect(shown(text)).toEqual([`assets/a.js: ${path}`]);
});

test.each(['assets/a.js.map', '.vite/manifest.json'])('%s is no file to serve', (name) => {
  expect(shown('{}', name)).toEqual([name]);
});

test('addresses of the build itself and of Azure are no sources', () => {
  const text = [
    'import"./first-1a2b.js"',
    '<script src="/assets/index-3c4d.js"></script>',
    'https://learn.microsoft.com/azure/src/page.html',
    '/subscriptions/s/resourceGroups/tmp/providers',
    '"/vaults/$vaultId"',
  ].join('\n');
  expect(shown(text)).toEqual([]);
});
