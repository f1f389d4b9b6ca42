import { expect } from 'playwright/test';
import { tried } from '#src/api/queries/testing-write.ts';
import { writesOfBackup } from '#src/api/queries/testing-writes-of-backup.ts';
import { writesOfCommvault } from '#src/api/queries/testing-writes-of-commvault.ts';
import { writesOfMachines } from '#src/api/queries/testing-writes-of-machines.ts';
import { writesOfOthers } from '#src/api/queries/testing-writes-of-others.ts';
import { PROTOCOLS } from '../../tools/live/cuts.ts';
import { type Row, test } from '../cut-fixtures.ts';

/**
 * Every request of the client that starts something, where its connection ends: how often the server receives it. What
 * is received twice and ends as once is in `src/api/queries/every-write.test.ts`.
 */

const WRITES = [...writesOfBackup, ...writesOfMachines, ...writesOfOthers, ...writesOfCommvault];

interface Cell extends Row {
  /** The function of the client. */
  readonly of: string;
}

/** The requests of all writes as the client sends them: over HTTP/1.1 a way for streams is not found. */
async function allCells(): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const write of WRITES) {
    for (const protocol of PROTOCOLS) {
      const { starts } = await tried(write, { canStream: protocol === 'HTTP/2' });
      for (const { method, body, bodyAs } of starts) {
        const form = body === null ? 'none' : bodyAs;
        for (const cut of ['after headers', 'after body'] as const)
          cells.push({ of: write.of, protocol, connection: 'reused', method, body: form, cut });
      }
    }
  }
  return cells;
}

/** One cell of each kind of request. */
const alike = ({ protocol, method, body, cut }: Cell) => [protocol, method, body, cut].join(', ');

const oneEach = (cells: readonly Cell[]): Cell[] => [
  ...new Map(cells.map((cell) => [alike(cell), cell])).values(),
];

const nameOf = (cell: Cell & { readonly starts: number }): string =>
  `${cell.of}, ${alike(cell)}: ${String(cell.starts)}`;

test('whatever starts something is received once as a stream, at most twice otherwise', async ({
  play,
}) => {
  const played = await play(oneEach(await allCells()));
  const streams = played.filter(({ body }) => body === 'stream');
  const others = played.filter(({ body }) => body !== 'stream');
  expect(played).toHaveLength(22);
  expect(streams.filter(({ starts }) => starts > 1).map(nameOf)).toEqual([]);
  expect(others.filter(({ starts }) => starts < 1 || starts > 2).map(nameOf)).toEqual([]);
  // What says that the server counts, and that browsers repeat.
  expect(others.filter(({ starts }) => starts === 2).length).toBeGreaterThan(0);
});

test('each of them, where its connection ends', { tag: '@matrix' }, async ({ play }) => {
  const played = await play(await allCells());
  expect(played).toHaveLength(132);
  const tooOften = played.filter(({ body, starts }) => starts > (body === 'stream' ? 1 : 2));
  expect(tooOften.map(nameOf)).toEqual([]);
});
