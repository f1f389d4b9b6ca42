import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { sourcesKey } from './sources.ts';

let project = '';
const key = (): string => sourcesKey(project, ['src', 'index.html']);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/a.ts'), 'a');
  writeFileSync(join(project, 'index.html'), 'page');
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

test('the same sources have the same key, changed, new and renamed ones another', () => {
  const first = key();
  writeFileSync(join(project, 'src/a.ts'), 'a');
  expect(key()).toBe(first);
  writeFileSync(join(project, 'src/a.ts'), 'b');
  const changed = key();
  writeFileSync(join(project, 'src/new.ts'), '');
  const added = key();
  renameSync(join(project, 'src/new.ts'), join(project, 'src/other.ts'));
  expect(new Set([first, changed, added, key()]).size).toBe(4);
});
