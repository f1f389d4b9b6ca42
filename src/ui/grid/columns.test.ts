import { describe, expect, test } from 'vitest';
import { fitting, type GridColumn, tracksOf } from '#src/ui/grid/columns.ts';

const column = (head: string, least: number, leaves?: number): GridColumn<string> => ({
  head,
  cell: (row) => row,
  width: { least, share: 1 },
  place: 'line',
  ...(leaves !== undefined && { leaves }),
});

const columns = [column('a', 100), column('b', 80, 2), column('c', 60, 1), column('d', 100)];
const heads = (room: number): string =>
  fitting(columns, room)
    .map(({ head }) => head)
    .join('');

describe('which columns stay', () => {
  // All four take 340 and three gaps of 12.
  test.each([
    [376, 'abcd'],
    [375, 'abd'],
    [304, 'abd'],
    [303, 'ad'],
    [0, 'ad'],
  ])('in %i pixels: %s', (room, stay) => {
    expect(heads(room)).toBe(stay);
  });
});

test('tracks hold the least width and the share', () => {
  expect(tracksOf([column('a', 96), { width: { least: 120 } }])).toBe('minmax(96px, 1fr) 120px');
});
