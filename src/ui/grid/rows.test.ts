import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RowInView, rowSlots } from '#src/ui/grid/rows.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}

const view = (ids: string, first = 0): RowInView<Item>[] =>
  ids.split('').map((id, at) => ({ index: first + at, key: id, row: { id, text: id } }));

const unread = (count: number): RowInView<Item>[] =>
  Array.from({ length: count }, (_, index) => ({ index, key: undefined, row: undefined }));

/** The ids in the order of their slots. */
const drawn = (placed: readonly { key: string | undefined; slot: number }[]): string =>
  placed
    .toSorted((a, b) => a.slot - b.slot)
    .map(({ key }) => key ?? '?')
    .join('');

test('a row that moves keeps its slot and its object', () => {
  const { place } = rowSlots<Item>();
  const before = place(view('abc'), null);
  const after = place(view('cab'), null);
  expect(drawn(after)).toBe('abc');
  for (const { key, row } of after) {
    expect(row).toBe(before.find((one) => one.key === key)?.row);
  }
});

test('a row that arrives leaves the others as they are', () => {
  const { place } = rowSlots<Item>();
  place(view('abc'), null);
  expect(drawn(place(view('nabc'), null))).toBe('abcn');
});

test('a row that comes into view takes the slot of one that left', () => {
  const { place } = rowSlots<Item>();
  place(view('abc'), null);
  expect(drawn(place(view('bcd', 1), null))).toBe('dbc');
});

test('a row that changed is another object in the same slot', () => {
  const { place } = rowSlots<Item>();
  place(view('ab'), null);
  const [a, b] = place(
    view('ab').map((one) =>
      one.key === 'b' ? { ...one, row: { id: 'b', text: 'changed' } } : one,
    ),
    null,
  );
  expect(a?.slot).toBe(0);
  expect(b).toMatchObject({ slot: 1, row: { text: 'changed' } });
});

test('rows that are read stay where their places were held', () => {
  const { place } = rowSlots<Item>();
  place(unread(3), null);
  expect(drawn(place(view('xyz'), null))).toBe('xyz');
});

test('the pinned index keeps its slot, whatever row is there now', () => {
  const { place } = rowSlots<Item>();
  const pinnedSlot = place(view('abc'), 1)[1]?.slot;
  const [, pinned] = place(view('nabc'), 1);
  expect(pinned).toMatchObject({ key: 'a', slot: pinnedSlot });
});

test('no two rows share a slot, also where two have the same key, and placing again changes nothing', () => {
  const ids = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 })
    .map((all) => all.join(''));
  const steps = fc.array(fc.tuple(ids, fc.nat({ max: 3 }), fc.option(fc.nat({ max: 9 }))));
  fc.assert(
    fc.property(steps, (all) => {
      const { place } = rowSlots<Item>();
      for (const [some, first, pinned] of all) {
        const placed = place(view(some, first), pinned);
        expect(new Set(placed.map(({ slot }) => slot)).size).toBe(some.length);
        expect(place(view(some, first), pinned)).toEqual(placed);
      }
    }),
  );
});
