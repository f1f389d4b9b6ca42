import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../program.ts';
import { CRITERIA } from './testing-wcag.ts';

const text = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');

/** The rows of the tables of criteria: number and name, level, status, how it is met, how it is tested. */
const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

test('every criterion of WCAG 2.2, levels A and AA, is listed once and in order', () => {
  expect(CRITERIA).toHaveLength(55);
  expect(rows.map(([name = '', level = '']) => `${name} (${level})`)).toEqual(CRITERIA);
});

test('each says how it is met, or what falls short, and how it is tested', () => {
  const unclear = rows.filter(([, , status = '', met = '', tested = '', ...more]) => {
    const isKnown = ['Met', 'Met in part', "Doesn't apply"].includes(status);
    return !isKnown || !/\w.*\.$/.test(met) || !/\w/.test(tested) || more.length > 0;
  });
  expect(unclear).toEqual([]);
});
