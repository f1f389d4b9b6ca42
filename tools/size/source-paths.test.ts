import { expect, test } from 'vitest';

import { sourcePathsIn } from './source-paths.ts';

const ROOT = '/projects/restore-center';
const shown = (text: string, name = 'assets/a.js'): string[] =>
  sourcePathsIn([{ name, text }], ROOT);

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

test.each(['assets/a.js.map', '.vite/manifest.json', '.vite/modules.json'])(
  '%s is no file to serve',
  (name) => {
    expect(shown('{}', name)).toEqual([name]);
  },
);

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
