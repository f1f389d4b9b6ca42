import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { GROUPS, plant, plantedFaults, redIn } from './faults.ts';
import { root } from './program.ts';

const faults = plantedFaults();

test(`${String(faults.length)} planted faults have a name each, and each group some`, () => {
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(64);
  expect(GROUPS.filter((one) => faults.every(({ group }) => group !== one))).toEqual([]);
});

test('none is stale: the text of each is there exactly once', () => {
  const stale = faults.filter(
    (one) => plant(readFileSync(join(root, one.file), 'utf8'), one) === null,
  );
  expect(stale.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
});

test('a text that isn’t there, or is there twice, is stale', () => {
  expect(plant('a b', { from: 'a', to: '$&' })).toBe('$& b');
  expect(plant('a b', { from: 'c', to: '' })).toBeNull();
  expect(plant('a a', { from: 'a', to: '' })).toBeNull();
  expect(plant('a', { from: '', to: 'b' })).toBeNull();
});

test('what is red is read from the report of Vitest', () => {
  const assertionResults = [
    { status: 'failed', fullName: 'one' },
    { status: 'passed', fullName: 'two' },
  ];
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  expect(redIn(report)).toEqual([
    { file: 'a.test.ts', test: 'one' },
    { file: 'b.test.ts', test: '' },
  ]);
});

test('and from that of Playwright, however deep', () => {
  const specs = [
    { file: 'a.spec.ts', title: 'one', ok: false },
    { file: 'a.spec.ts', title: 'two', ok: true },
  ];
  expect(redIn({ suites: [{ specs: [], suites: [{ specs }] }] })).toEqual([
    { file: 'a.spec.ts', test: 'one' },
  ]);
});
