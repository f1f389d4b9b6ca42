import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod/mini';

import { root } from '../program.ts';
import { codeIn, markdownFiles, scriptsIn } from './testing-markdown.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

test('every npm script that a document names is in package.json', () => {
  const named = markdownFiles().flatMap(({ path, text }) =>
    codeIn(text)
      .flatMap(scriptsIn)
      .map((script) => ({ path, script })),
  );
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(({ script }) => !(script in scripts));
  expect(missing.map(({ path, script }) => `${path}: npm run ${script}`)).toEqual([]);
});

test.each([
  ['npm start   # installs', ['start']],
  ['npm --prefix path/to/restore-center run --silent rules -- planned.json', ['rules']],
  ['cp config.json dist/ && npm run headers -- dist', ['headers']],
  ['E2E_MODE=live npm run e2e', ['e2e']],
  ['npm run build:demo', ['build:demo']],
  ['npm ci', []],
])('the scripts of %s are found', (code, found) => {
  expect(scriptsIn(code)).toEqual(found);
});

test('code is found in spans and blocks alone', () => {
  const text = 'npm start is prose, `npm test` is not.\n\n```sh\nnpm run docs\n```\n';
  expect(codeIn(text).flatMap(scriptsIn)).toEqual(['docs', 'test']);
});
