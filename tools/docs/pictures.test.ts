import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from 'vitest';

import { pageOf } from './pictures.ts';

test('a picture stands beside the drawing of its name, and alone where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawings-'));
  const drawn = join(folder, 'one.png');
  writeFileSync(drawn, '');
  const page = pageOf(['one.png', 'two.png'], folder);
  rmSync(folder, { recursive: true });
  const sources = [...page.matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(['one.png', pathToFileURL(drawn).href, 'two.png']);
  expect(pageOf(['one.png'], null)).not.toContain('file:');
});
