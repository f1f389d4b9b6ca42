import { expect, test } from 'vitest';

import { metaCsp } from '../csp.ts';
import { deploymentFiles } from '../vite/deployment.ts';
import { notShipped } from './shipped.ts';

const content = metaCsp('live').replaceAll("'", '&#39;');
const policy = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
const script = '<script type="module" src="/assets/index.js"></script>';
const good: Readonly<Record<string, string>> = {
  'index.html': policy + script,
  ...deploymentFiles('live'),
};

const built = (files: Readonly<Record<string, string>>) => ({
  files: new Map(Object.keys(files).map((name) => [name, 1])),
  read: (name: string) => files[name] ?? '',
});

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
