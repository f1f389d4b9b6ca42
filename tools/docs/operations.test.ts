import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { routes } from '#src/mocks/routes.ts';

import { root } from '../program.ts';
import { clientFunctions } from './client-functions.ts';
import { operationsDocument } from './operations.ts';

const lines = operationsDocument().split('\n');

test('every operation has a row of its own, with the file that answers it', () => {
  for (const { operation } of routes) {
    const rows = lines.filter((line) => line.startsWith(`| \`${operation}\` |`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/\| [\w-]+\/[\w-]+\.ts \|$/);
  }
});

test('a client function is found by its docstring, also over two lines, with the version that it sends', () => {
  const found = clientFunctions().filter(({ file }) => file.endsWith('/recovery-points/ops.ts'));
  expect(
    found.map(({ name, method, path, apiVersion }) => [name, method, path, apiVersion]),
  ).toEqual([
    ['listRecoveryPoints', 'GET', '{PI}/recoveryPoints', '2024-04-01'],
    ['listSecondaryPoints', 'GET', '{PI}/recoveryPoints', '2023-01-15'],
    ['getRecoveryPoint', 'GET', '{RP}', '2024-04-01'],
  ]);
});

test('every file of the client that writes an address names its request, and a version is known', () => {
  const clients = clientFunctions();
  const named = new Set(clients.map(({ file }) => file));
  const writing = globSync('src/api/*/*/*.ts', { cwd: root }).filter(
    (file) =>
      !file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes('api-version='),
  );
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter((file) => !named.has(file))).toEqual([]);
  expect(clients.filter(({ apiVersion }) => apiVersion === '')).toEqual([]);
});
