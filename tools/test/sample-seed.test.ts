import { spawnSync } from 'node:child_process';

import { afterEach, expect, test, vi } from 'vitest';

import { sampleSeed } from './sample-seed.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a seed that is given is taken', () => {
  vi.stubEnv('SAMPLE_SEED', 'abc');
  expect(sampleSeed()).toBe('abc');
});

test('else it is the commit, and a fixed word where there is no git', () => {
  vi.stubEnv('SAMPLE_SEED', '');
  const { status } = spawnSync('git', ['rev-parse', 'HEAD']);
  expect(sampleSeed()).toMatch(status === 0 ? /^[0-9a-f]{7,40}$/ : /^no-commit$/);
  vi.stubEnv('PATH', '/nowhere');
  expect(sampleSeed()).toBe('no-commit');
});

test('the unit tests themselves have one', () => {
  expect(process.env['SAMPLE_SEED']).toMatch(/./);
});
