import { leftOut, type Meeting, MEETINGS, type Write } from '#src/api/queries/testing-write.ts';
import { isWholeMatrix } from '#src/lib/testing-spread.ts';

/** The table of every request that starts something, by all that may come between it and its answer. */

/** The rows that leave as a stream where the browser has them. */
export const STREAMED: readonly string[] = [
  'restoreRequest',
  'restoreRequest of a new VM',
  'secondaryRestoreRequest',
  'startDiskRestore',
  'startValidation',
  'startDiskValidation',
  'startFileRecovery',
  'attachDetachDisks',
  'createTask',
];

export interface Cell extends Meeting {
  readonly write: Write;
  readonly form: 'stream' | 'text';
  readonly of: string;
  readonly title: string;
}

/** Every cell that there could be of some rows. */
export const allCells = (rows: readonly Write[]): readonly Cell[] =>
  rows.flatMap((write) =>
    MEETINGS.flatMap((meets) =>
      (['stream', 'text'] as const).map((form): Cell => {
        const done = meets.isDone ? 'done' : 'not done';
        const title = `${meets.answer}, ${done}, listed after ${String(meets.listedAfter)} s, as ${form}`;
        return { write, form, of: write.of, title, ...meets };
      }),
    ),
  );

/** Why a cell can't be; null: it can. */
const whyNot = ({ write, form, ...meets }: Cell): string | null =>
  form === 'stream' && !STREAMED.includes(write.of) ? 'it leaves as text' : leftOut(write, meets);

/** How many cells are left out for each reason, and how many are tried. */
export function sizesOf(cells: readonly Cell[]): Readonly<Record<string, number>> {
  const reasons = Object.groupBy(cells, (cell) => whyNot(cell) ?? 'tried');
  return Object.fromEntries(Object.entries(reasons).map(([why, of = []]) => [why, of.length]));
}

/** Of which `npm test` has each cell; of the others one, each of another kind. */
const WHOLE: readonly string[] = [
  'restoreRequest of a new VM',
  'startFileRecovery',
  'undeleteItem',
  'createDeployment',
];

/** The cells that can be, as many as this run has. */
export function cellsToTry(cells: readonly Cell[]): readonly Cell[] {
  const possible = cells.filter((cell) => whyNot(cell) === null);
  if (isWholeMatrix()) return possible;
  const rows = [...new Set(possible.map(({ of }) => of))];
  return rows.flatMap((of, index) => {
    const own = possible.filter((cell) => cell.of === of);
    return WHOLE.includes(of) ? own : own.slice((7 * index) % own.length).slice(0, 1);
  });
}
