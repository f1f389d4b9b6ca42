import { expect, test } from 'vitest';

import { routes } from '#src/mocks/routes.ts';

import { clientFunctions } from './client-functions.ts';
import { operationsDocument } from './operations.ts';

const lines = operationsDocument().split('\n');

test('every operation has a row of its own, with a version where the client asks', () => {
  for (const { operation } of routes) {
    const rows = lines.filter((line) => line.startsWith(`| \`${operation}\` |`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/\| (?:–|[\d-]{10}.*) \| (?:–|`\w+`.*) \|$/);
  }
});

test('a client function is found by its docstring, also over two lines, with the version that it sends', () => {
  const found = clientFunctions().filter(
    ({ path }) => path === '{PI}/recoveryPoints' || path === '{RP}',
  );
  expect(found.map(({ name, method, apiVersion }) => [name, method, apiVersion])).toEqual([
    ['listRecoveryPoints', 'GET', '2024-04-01'],
    ['listSecondaryPoints', 'GET', '2023-01-15'],
    ['getRecoveryPoint', 'GET', '2024-04-01'],
  ]);
});

test('a version is known of every function that names its request', () => {
  const clients = clientFunctions();
  expect(clients.length).toBeGreaterThan(100);
  expect(clients.filter(({ apiVersion }) => apiVersion === '')).toEqual([]);
});
