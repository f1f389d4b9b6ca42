import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { bringUpToDate, freshness, testedBuild, type Workshop } from './tested-build.ts';

function workshop(state: ReturnType<Workshop['freshness']>, problem?: string) {
  const built: string[] = [];
  const lines: string[] = [];
  const shop: Workshop = {
    freshness: () => state,
    build: async (folder) => {
      built.push(folder);
      return problem;
    },
    say: (line) => lines.push(line),
  };
  return { shop, built, lines };
}

const ours = testedBuild({});
const named = testedBuild({ E2E_BUILD: '/builds/mine', E2E_PORT: '4300' });

test('what is tested is dist-demo, or what was named by hand', () => {
  expect(ours).toEqual({ mode: 'demo', folder: 'dist-demo', port: 4199, isNamed: false });
  expect(named).toEqual({ mode: 'demo', folder: '/builds/mine', port: 4300, isNamed: true });
  expect(testedBuild({ E2E_MODE: 'live' })).toMatchObject({ mode: 'live', folder: 'dist-live' });
});

describe('before browser tests', () => {
  test('a fresh demo is not built again', async () => {
    const { shop, built, lines } = workshop('fresh');
    await bringUpToDate(ours, shop);
    expect({ built, lines }).toEqual({ built: [], lines: [] });
  });

  test.each([
    ['stale', 'its sources, or its path, have changed'],
    ['missing', 'there is none yet'],
  ] as const)('a %s one is built, with a line about it', async (state, why) => {
    const { shop, built, lines } = workshop(state);
    await bringUpToDate(ours, shop);
    expect(built).toEqual(['dist-demo']);
    expect(lines).toEqual([`Building dist-demo (${why}) ...`]);
  });

  test('one that cannot be built is not tested', async () => {
    const { shop } = workshop('stale', 'a typo');
    await expect(bringUpToDate(ours, shop)).rejects.toThrow(
      'The demo build could not be made.\na typo',
    );
  });

  test('a folder named by hand is never written to: missing it is refused, old it is named', async () => {
    const missing = workshop('missing');
    await expect(bringUpToDate(named, missing.shop)).rejects.toThrow(
      'E2E_BUILD names /builds/mine, where there is no build.',
    );
    const stale = workshop('stale');
    await bringUpToDate(named, stale.shop);
    expect(stale.lines).toHaveLength(1);
    expect([...missing.built, ...stale.built]).toEqual([]);
  });
});

let project = '';

/** Writes a file, and dates it and its folder to so many seconds. */
function write(file: string, seconds: number, text = ''): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, seconds, seconds);
  utimesSync(dirname(path), seconds, seconds);
}

describe('a build', () => {
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'freshness-'));
    write('src/app/main.tsx', 100);
    write('src/boot.ts', 100);
  });
  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  test('that was never made is missing', () => {
    expect(freshness('dist-demo', project)).toBe('missing');
  });

  test('that is newer than all sources is fresh, wherever it is', () => {
    write('dist-demo/index.html', 200);
    expect(freshness('dist-demo', project)).toBe('fresh');
    expect(freshness(join(project, 'dist-demo'), project)).toBe('fresh');
  });

  test('is stale after a source was changed', () => {
    write('dist-demo/index.html', 200);
    write('src/app/main.tsx', 300);
    expect(freshness('dist-demo', project)).toBe('stale');
  });

  test.each([
    'main.test.ts',
    'Main.test.tsx',
    'main.type-test.ts',
    'testing.ts',
    'testing-draw.tsx',
  ])('is as fresh as before after %s was changed, which only tests use', (name) => {
    write(`src/app/${name}`, 100);
    write('dist-demo/index.html', 200);
    utimesSync(join(project, 'src/app', name), 300, 300);
    expect(freshness('dist-demo', project)).toBe('fresh');
  });

  test('that is for another place on a host is stale', () => {
    write('dist-demo/index.html', 200, '<script src="/any/path/boot.js" defer></script>');
    expect(freshness('dist-demo', project)).toBe('stale');
    expect(freshness('dist-demo', project, '/any/path/')).toBe('fresh');
  });

  test.each(['src/app/main.tsx', 'src/boot.ts'])('is stale after %s was deleted', (source) => {
    write('dist-demo/index.html', 200);
    rmSync(join(project, source));
    expect(freshness('dist-demo', project)).toBe('stale');
  });
});
