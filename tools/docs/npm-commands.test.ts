import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { field, root } from '../program.ts';
import { codeIn, markdownFiles, scriptsIn } from './testing-markdown.ts';

const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scripts = new Set(Object.keys(Object(field(manifest, 'scripts'))));

test('every npm script that a document names is in package.json', () => {
  const named = markdownFiles().flatMap(({ path, text }) =>
    codeIn(text)
      .flatMap(scriptsIn)
      .map((script) => ({ path, script })),
  );
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(({ script }) => !scripts.has(script));
  expect(missing.map(({ path, script }) => `${path}: npm run ${script}`)).toEqual([]);
});

test.each([
  ['npm start   # installs', ['start']],
  ['npm --prefix path/to/restore-center run --silent rules -- planned.json', ['rules']],
  ['cp config.json dist/ && npm run headers -- dist', ['headers']],
  ['SAMPLE_SEED=… npm test', ['test']],
  ['npm run build:demo', ['build:demo']],
  ['npm ci', []],
])('the scripts of %s are found', (code, found) => {
  expect(scriptsIn(code)).toEqual(found);
});

test('code is found in spans and blocks alone', () => {
  const text = 'npm start is prose, `npm test` is not.\n\n```sh\nnpm run docs\n```\n';
  expect(codeIn(text).flatMap(scriptsIn)).toEqual(['docs', 'test']);
});
