import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenHeights, measuredHeights } from '#src/ui/grid/row-heights.ts';
import { noteHeights, type RowHeight, rowsInSight, rowsToDraw } from '#src/ui/grid/row-window.ts';

const ROW = 44;
const even = evenHeights(ROW);

describe('the rows in sight', () => {
  test.each([
    ['at the top', 10, 0, 88, [0, 1]],
    ['with a part of a third', 10, 0, 89, [0, 2]],
    ['between two rows', 10, 44, 88, [1, 2]],
    ['one pixel further', 10, 45, 88, [1, 3]],
    ['one pixel less far', 10, 43, 88, [0, 2]],
    ['in a room lower than a row', 10, 50, 10, [1, 1]],
    ['at the end', 10, 352, 88, [8, 9]],
    ['in more room than there are rows', 2, 0, 500, [0, 1]],
    ['pulled beyond the top', 10, -60, 88, [0, 0]],
    ['pulled beyond the top by more than the room', 10, -200, 88, [0, 0]],
    ['beyond the end, as the list has grown shorter', 3, 900, 88, [2, 2]],
    ['at the end of a long list', 100_000, 4_399_912, 88, [99_998, 99_999]],
  ] as const)('%s', (...[, count, top, height, [first, last]]) => {
    expect(rowsInSight(even, count, { top, height })).toEqual({ first, last });
  });

  test.each([
    ['no row', 0, 500],
    ['no room', 10, 0],
  ])('are none where there is %s', (_, count, height) => {
    expect(rowsInSight(even, count, { top: 0, height })).toBeNull();
  });

  test('are those of which at least a pixel is in the view, whatever they measure', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(heights, fc.nat(2000), fc.integer({ min: 1, max: 900 }), (list, at, height) => {
        const measured = measuredHeights(64);
        list.forEach((px, index) => measured.note(index, px));
        const top = Math.min(at, measured.startOf(list.length) - 1);
        const seen = list.flatMap((px, index) => {
          const start = list.slice(0, index).reduce((sum, one) => sum + one, 0);
          return start + px > top && start < top + height ? [index] : [];
        });
        expect(rowsInSight(measured, list.length, { top, height })).toEqual({
          first: seen[0],
          last: seen.at(-1),
        });
      }),
    );
  });
});

describe('the rows to draw', () => {
  const span = (first: number, last: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at);

  test.each([
    ['six beyond either edge', { first: 20, last: 30 }, 100, 25, span(14, 36)],
    ['none above the first', { first: 2, last: 5 }, 100, 0, span(0, 11)],
    ['none below the last', { first: 90, last: 97 }, 100, 95, span(84, 99)],
    ['the current row above', { first: 20, last: 21 }, 100, 3, [3, ...span(14, 27)]],
    ['the current row below', { first: 20, last: 21 }, 100, 28, [...span(14, 27), 28]],
    ['no current row that is gone', { first: 0, last: 1 }, 2, 5, [0, 1]],
    ['nothing where nothing is in sight', null, 100, 3, []],
  ])('%s', (...[, inSight, count, current, drawn]) => {
    expect(rowsToDraw(inSight, count, current)).toEqual(drawn);
  });
});

describe('what rows measure', () => {
  /** Ten rows of 64 estimated, of which those given are measured. */
  const known = (...list: readonly RowHeight[]) => {
    const heights = measuredHeights(64);
    for (const [index, px] of list) heights.note(index, px);
    return heights;
  };

  test.each([
    // For the first time: what starts above the edge has its end in its place.
    ['above the edge', [], [[0, 100]], 640, 36],
    ['across the edge', [], [[9, 100]], 600, 36],
    ['at the edge', [], [[10, 100]], 640, 0],
    ['below the edge', [], [[11, 100]], 640, 0],
    ['smaller, above the edge', [], [[0, 50]], 640, -14],
    // Again: what is being read at the edge grows at its end.
    ['again above the edge', [[0, 100]], [[0, 90]], 640, -10],
    ['again with its end at the edge', [[0, 100]], [[0, 90]], 100, -10],
    ['again across the edge', [[0, 100]], [[0, 90]], 99, 0],
    // The edge moves with what is above it.
    [
      'several',
      [],
      [
        [0, 100],
        [1, 100],
        [2, 100],
      ],
      128,
      72,
    ],
    [
      'one that others push beneath the edge',
      [],
      [
        [0, 600],
        [1, 90],
      ],
      100,
      562,
    ],
  ] as const)('moves the view: %s', (...[, before, measured, top, moved]) => {
    expect(noteHeights(known(...before), measured, top)).toBe(moved);
  });

  test('is no news when it was known', () => {
    expect(noteHeights(known([0, 100]), [[0, 100]], 500)).toBeNull();
    expect(noteHeights(known(), [[3, 64]], 500)).toBeNull();
    expect(noteHeights(known(), [], 500)).toBeNull();
  });

  test('leaves what is read where it is, in whatever order rows are measured', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 300 })), {
      selector: ([index]) => index,
    });
    fc.assert(
      fc.property(rows, fc.nat(40), (measured, edge) => {
        const heights = measuredHeights(64);
        const top = heights.startOf(edge);
        const moved = noteHeights(heights, measured, top) ?? 0;
        // The row at the upper edge of the view is there still.
        expect(heights.startOf(edge)).toBe(top + moved);
      }),
    );
  });
});
