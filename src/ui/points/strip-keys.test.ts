import { expect, test } from 'vitest';
import { stripMove } from '#src/ui/points/strip.ts';

test.each([
  ['ArrowLeft', 5, { index: 4, page: null }],
  ['ArrowRight', 5, { index: 6, page: null }],
  ['ArrowLeft', 0, { index: 13, page: 'earlier' }],
  ['ArrowRight', 13, { index: 0, page: 'later' }],
  ['Home', 5, { index: 0, page: null }],
  ['End', 5, { index: 13, page: null }],
  ['PageUp', 5, { index: 5, page: 'earlier' }],
  ['PageDown', 5, { index: 5, page: 'later' }],
  ['Tab', 5, null],
  ['Enter', 5, null],
])('%s on day %i', (key, index, move) => {
  expect(stripMove(key, index)).toEqual(move);
});
