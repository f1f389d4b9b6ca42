import { delimiter, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  chromiumPath,
  headlessShellPath,
  type Machine,
  namedBrowserProblem,
  NO_CHROMIUM,
  testBrowserPath,
  testBrowserProblem,
} from './chromium.ts';

const shell = join('/opt/bin', 'chromium-headless-shell');
const full = join('/opt/bin', 'chromium');

function machine(files: readonly string[], env: Machine['env'] = {}): Machine {
  return {
    env: { PATH: ['/usr/games', '/opt/bin'].join(delimiter), ...env },
    starts: (file) => files.includes(file),
  };
}

describe('the browser that tests drive', () => {
  test('is the headless shell where there is one', () => {
    expect(testBrowserPath(machine([full, shell]))).toBe(shell);
  });

  test('is the headless shell at its known place when the path does not lead there', () => {
    const place = '/usr/bin/chromium-headless-shell';
    expect(testBrowserPath(machine([full, place]))).toBe(place);
  });

  test('is the full Chromium when the headless shell is missing', () => {
    expect(testBrowserPath(machine([full]))).toBe(full);
    expect(headlessShellPath(machine([full]))).toBeUndefined();
  });

  test('is the one that CHROMIUM_PATH names, whatever else there is', () => {
    const env = { CHROMIUM_PATH: '/my/browser' };
    expect(testBrowserPath(machine([full, shell], env))).toBe('/my/browser');
    expect(testBrowserPath(machine([full, shell], { CHROMIUM_PATH: '' }))).toBe(shell);
  });

  test('is left to Playwright when the machine has none', () => {
    expect(testBrowserPath(machine([]))).toBeUndefined();
  });
});

test('the benchmark keeps the full Chromium beside a headless shell', () => {
  expect(chromiumPath(machine([full, shell]))).toBe(full);
  expect(chromiumPath(machine([shell]))).toBeUndefined();
});

test('a CHROMIUM_PATH that does not start is named', () => {
  const env = { CHROMIUM_PATH: '/my/browser' };
  expect(namedBrowserProblem(machine([full], env))).toBe(
    'CHROMIUM_PATH names /my/browser, which is not a browser that starts.',
  );
  expect(namedBrowserProblem(machine(['/my/browser'], env))).toBeUndefined();
  expect(namedBrowserProblem(machine([full]))).toBeUndefined();
});

test('a machine without any browser gets a sentence that names where one comes from', () => {
  expect(testBrowserProblem(false, machine([]))).toBe(NO_CHROMIUM);
  expect(testBrowserProblem(true, machine([]))).toBeUndefined();
  expect(testBrowserProblem(false, machine([shell]))).toBeUndefined();
  const env = { CHROMIUM_PATH: '/my/browser' };
  expect(testBrowserProblem(false, machine([shell], env))).toContain('CHROMIUM_PATH names');
});
