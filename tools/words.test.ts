import { expect, test } from 'vitest';

import { hitLines } from './words/files.ts';

test('no text of the project has a forbidden phrase', () => {
  expect(hitLines().join('\n')).toBe('');
});
