import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenHeights, measuredHeights } from '#src/ui/grid/row-heights.ts';

const ESTIMATE = 64;

/** What rows measured, in the order in which they did; a later one of the same row counts. */
const measurements = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 300 })), {
  maxLength: 80,
});

/** The same by an array of heights. */
function naive(list: readonly (readonly [number, number])[]) {
  const heights = Array.from({ length: 100 }, () => ESTIMATE);
  for (const [index, px] of list) heights[index] = px;
  const startOf = (index: number): number =>
    heights.slice(0, index).reduce((sum, px) => sum + px, 0);
  return {
    startOf,
    at: (px: number): number => heights.findIndex((_, index) => startOf(index + 1) > px),
    heightOf: (index: number): number => heights[index] ?? Number.NaN,
  };
}

function noted(list: readonly (readonly [number, number])[]) {
  const heights = measuredHeights(ESTIMATE);
  for (const [index, px] of list) heights.note(index, px);
  return heights;
}

describe('rows of one height', () => {
  const heights = evenHeights(44);

  test.each([
    [0, 0],
    [43.5, 0],
    [44, 1],
    [87, 1],
    [4_399_999, 99_999],
  ])('%d pixels below the top is row %d', (px, index) => {
    expect(heights.at(px)).toBe(index);
  });

  test('a row starts where the one before it ends', () => {
    expect([0, 1, 2, 100_000].map(heights.startOf)).toEqual([0, 44, 88, 4_400_000]);
  });
});

describe('rows that are measured', () => {
  test('have the estimated height until then', () => {
    const heights = measuredHeights(ESTIMATE);
    expect(heights.startOf(100_000)).toBe(6_400_000);
    expect(heights.at(6_399_999)).toBe(99_999);
    expect(heights.isMeasured(0)).toBe(false);
  });

  test('move those below them, and none above', () => {
    const heights = noted([[2, 100]]);
    expect([0, 1, 2, 3, 4].map(heights.startOf)).toEqual([0, 64, 128, 228, 292]);
    expect([127, 128, 227, 228].map(heights.at)).toEqual([1, 2, 2, 3]);
    expect(heights.isMeasured(2)).toBe(true);
    expect(heights.isMeasured(1)).toBe(false);
  });

  test('tell how much more they are than before', () => {
    const heights = measuredHeights(ESTIMATE);
    expect([70, 70, 50, 64].map((px) => heights.note(5, px))).toEqual([6, 0, -20, 14]);
    expect(heights.startOf(6)).toBe(6 * ESTIMATE);
  });

  test('stand where an array of heights says', () => {
    fc.assert(
      fc.property(measurements, fc.nat(100), (list, index) => {
        expect(noted(list).startOf(index)).toBe(naive(list).startOf(index));
      }),
    );
  });

  test('are found where an array of heights says', () => {
    fc.assert(
      fc.property(measurements, fc.nat(2500), (list, px) => {
        expect(noted(list).at(px)).toBe(naive(list).at(px));
      }),
    );
  });

  test('are found at their own start, however many are measured', () => {
    const heights = measuredHeights(ESTIMATE);
    for (let index = 0; index < 100_000; index += 1) heights.note(index, 20 + (index % 90));
    for (const index of [0, 1, 63, 64, 4095, 65_535, 65_536, 99_999, 100_000]) {
      expect(heights.at(heights.startOf(index))).toBe(index);
      expect(heights.at(heights.startOf(index + 1) - 1)).toBe(index);
    }
  });
});
