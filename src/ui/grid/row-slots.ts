import { isSameData } from '#src/lib/data.ts';

/** A row that is to be drawn. */
export interface RowInView<Row> {
  readonly index: number;
  /** What tells it from other rows; undefined while it isn't read. */
  readonly key: string | undefined;
  readonly row: Row | undefined;
}

/** A row with the element that draws it. */
export interface PlacedRow<Row> extends RowInView<Row> {
  readonly slot: number;
}

export interface RowSlots<Row> {
  /** Gives each row in view a slot. Idempotent. `pinned`: the index whose slot stays, whatever row it has now. */
  readonly place: (
    rows: readonly RowInView<Row>[],
    pinned: number | null,
  ) => readonly PlacedRow<Row>[];
}

/**
 * Slots of rows: elements that live longer than the row they draw. A row that stays in view keeps its
 * slot when it moves, and is the same object as long as it is equal, so that nothing in it is rendered
 * again. A row that comes into view takes the slot of one that left: a new element takes far longer.
 */
export function rowSlots<Row>(): RowSlots<Row> {
  let last: readonly PlacedRow<Row>[] = [];
  return {
    place: (rows, pinned) => {
      const before = new Map(last.map((one) => [one.key, one]));
      const slots = slotsFor(rows, last, pinned);
      last = rows.map((one) => {
        const known = one.key === undefined ? undefined : before.get(one.key)?.row;
        return {
          ...one,
          slot: slots.get(one.index) ?? one.index,
          row: isSameData(known, one.row) ? known : one.row,
        };
      });
      return last;
    },
  };
}

/** Slots by the indexes of rows. */
function slotsFor(
  rows: readonly RowInView<unknown>[],
  last: readonly PlacedRow<unknown>[],
  pinned: number | null,
): ReadonlyMap<number, number> {
  const byIndex = new Map(last.map(({ index, slot }) => [index, slot]));
  // Of two rows with one key the first has it.
  const byKey = new Map(last.toReversed().map(({ key, slot }) => [key, slot]));
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  const take = (index: number, slot: number | undefined): void => {
    if (slot === undefined || slots.has(index) || taken.has(slot)) return;
    slots.set(index, slot);
    taken.add(slot);
  };
  if (pinned !== null && rows.some(({ index }) => index === pinned)) {
    take(pinned, byIndex.get(pinned));
  }
  for (const { index, key } of rows) if (key !== undefined) take(index, byKey.get(key));
  for (const { index } of rows) take(index, byIndex.get(index));
  let free = 0;
  for (const { index } of rows) {
    while (taken.has(free)) free += 1;
    take(index, free);
  }
  return slots;
}
