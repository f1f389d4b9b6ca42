import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freshness } from './freshness.ts';

let project = '';

/** Writes a file, and dates it and its folder to so many seconds. */
function write(file: string, seconds: number): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, seconds, seconds);
  utimesSync(dirname(path), seconds, seconds);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'freshness-'));
  write('src/app/main.tsx', 100);
  write('src/boot.ts', 100);
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

describe('a build', () => {
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

  test.each(['src/app/main.tsx', 'src/boot.ts'])('is stale after %s was deleted', (source) => {
    write('dist-demo/index.html', 200);
    rmSync(join(project, source));
    expect(freshness('dist-demo', project)).toBe('stale');
  });
});
