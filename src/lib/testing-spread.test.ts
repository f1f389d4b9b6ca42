import { afterEach, expect, test, vi } from 'vitest';
import { spreadOf } from '#src/lib/testing-spread.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a table is run in the same steps each time, and whole in the matrix', () => {
  const all = [0, 1, 2, 3, 4, 5, 6, 7];
  vi.stubEnv('MATRIX', '');
  expect(spreadOf(all, 3)).toEqual([0, 3, 6]);
  expect(spreadOf(all, 3)).toEqual([0, 3, 6]);
  vi.stubEnv('MATRIX', 'all');
  expect(spreadOf(all, 3)).toEqual(all);
});
