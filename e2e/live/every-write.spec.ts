import { expect } from 'playwright/test';
import { cutWrites, type CutWrite, mostStarts, test } from '../cut-fixtures.ts';
import { proves } from '../set.ts';

/**
 * Every request of the client that starts something, where its connection ends: how often the server receives it. What
 * is received twice and ends as once is in `src/api/queries/every-write.test.ts`.
 */

const alike = ({ protocol, method, body, cut }: CutWrite) =>
  [protocol, method, body, cut].join(', ');

const nameOf = (cell: CutWrite & { readonly starts: number }): string =>
  `${cell.of}, ${alike(cell)}: ${String(cell.starts)}`;

test(
  'whatever starts something arrives at most once as a stream, and at most twice otherwise',
  { tag: proves('a cut connection never repeats a stream') },
  async ({ play }) => {
    // One cell of each kind of request.
    const kinds = new Map((await cutWrites()).map((cell) => [alike(cell), cell]));
    const played = await play([...kinds.values()]);
    expect(played).toHaveLength(22);
    expect(played.filter((cell) => cell.starts > mostStarts(cell)).map(nameOf)).toEqual([]);
    // What says that the server counts, and that browsers repeat.
    const others = played.filter(({ body }) => body !== 'stream');
    expect(others.filter(({ starts }) => starts === 0).map(nameOf)).toEqual([]);
    expect(others.filter(({ starts }) => starts === 2).length).toBeGreaterThan(0);
  },
);

test('each of them, in 140 cells', async ({ play }) => {
  const played = await play(await cutWrites());
  expect(played).toHaveLength(140);
  expect(played.filter((cell) => cell.starts > mostStarts(cell)).map(nameOf)).toEqual([]);
});
