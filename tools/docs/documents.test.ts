import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../program.ts';
import { DOCUMENTS } from './documents.ts';

test.each(Object.entries(DOCUMENTS))('%s is what the code says now', (file, text) => {
  const committed = readFileSync(join(root, file), 'utf8');
  expect(committed === text(), `${file} is stale: npm run docs writes it anew`).toBe(true);
});
