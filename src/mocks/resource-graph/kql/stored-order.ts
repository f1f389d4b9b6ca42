import type { TimedTest } from '#src/mocks/resource-graph/kql/deadline.ts';
import type { StoredOrder } from '#src/mocks/resource-graph/kql/known.ts';

/** Wanted rows in order, of the list of settled rows they are from. */
export function storedOrder<Row>(
  of: readonly Row[],
  rows: readonly Row[],
  timed: readonly TimedTest<Row>[],
): StoredOrder<Row> {
  const moments = timed.map(({ deadline }) =>
    deadline === null ? null : Float64Array.from(rows, deadline.momentOf),
  );
  return { of, seen: of.length, rows, moments, still: null };
}

/**
 * Those of a stored order that fulfil its timed conditions now. Mostly they are the same as a moment
 * ago, which numbers in a row tell in a tenth of the time that the rows themselves would take.
 */
export function stillWanted<Row>(
  order: StoredOrder<Row>,
  timed: readonly TimedTest<Row>[],
): readonly Row[] {
  const { rows, moments, still } = order;
  if (timed.length === 0) return rows;
  const marks = new Uint8Array(rows.length).fill(1);
  for (const [index, { test, deadline }] of timed.entries()) {
    const own = moments[index] ?? null;
    if (own === null || deadline === null) unmark(marks, rows, (row) => test(row) === true);
    else unmark(marks, own, deadline.isMet);
  }
  if (still !== null && isSame(still.marks, marks)) return still.rows;
  const wanted = rows.filter((_, place) => marks[place] === 1);
  order.still = { marks, rows: wanted };
  return wanted;
}

/** Takes the marks from places where something does not hold. */
function unmark<One>(marks: Uint8Array, all: Iterable<One>, holds: (one: One) => boolean): void {
  let place = 0;
  for (const one of all) {
    if (!holds(one)) marks[place] = 0;
    place += 1;
  }
}

function isSame(marks: Uint8Array, others: Uint8Array): boolean {
  let place = 0;
  for (const mark of marks) {
    if (mark !== others[place]) return false;
    place += 1;
  }
  return true;
}
