import { describe, expect, test } from 'vitest';
import { refusedAnswer } from '#src/api/arm/error.ts';
import { type ReadPage, readWholeList, type SoFar } from '#src/api/queries/paged.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A list of five in pages of two, whose token names the row at which it goes on. */
function listOf(onToken: (token: string) => void = () => undefined) {
  const starts: object[] = [];
  const read: ReadPage<string> = ({ start }) => {
    starts.push(start);
    if ('token' in start) onToken(start.token);
    const skip = 'token' in start ? Number(start.token) : start.skip;
    const next = skip + 2 < names.length ? String(skip + 2) : null;
    return Promise.resolve({ rows: names.slice(skip, skip + 2), total: names.length, next });
  };
  return { starts, read };
}

function run(read: ReadPage<string>, from: SoFar<string> = { rows: [], total: null }) {
  const counts: number[] = [];
  const onProgress = ({ rows }: SoFar<string>) => void counts.push(rows.length);
  const { signal } = new AbortController();
  return { counts, rows: readWholeList({ read, from, onProgress, signal }) };
}

describe('a list read to its end', () => {
  test('follows the token from page to page, and tells of each', async () => {
    const { starts, read } = listOf();
    const { rows, counts } = run(read);
    expect(await rows).toEqual(names);
    expect(counts).toEqual([2, 4, 5]);
    expect(starts).toEqual([{ skip: 0 }, { token: '2' }, { token: '4' }]);
  });

  test('goes on at the same row when a token has expired', async () => {
    const { starts, read } = listOf((token) => {
      if (token === '2') throw refusedAnswer(400, '', null);
    });
    expect(await run(read).rows).toEqual(names);
    expect(starts).toEqual([{ skip: 0 }, { token: '2' }, { skip: 2 }, { token: '4' }]);
  });

  test('starts where an earlier reading broke off', async () => {
    const { starts, read } = listOf();
    expect(await run(read, { rows: ['a', 'b'], total: 5 }).rows).toEqual(names);
    expect(starts[0]).toEqual({ skip: 2 });
  });

  test('goes on by rows where Azure gives no token', async () => {
    const read: ReadPage<string> = ({ start }) => {
      const skip = 'skip' in start ? start.skip : 0;
      return Promise.resolve({ rows: names.slice(skip, skip + 2), total: 5, next: null });
    };
    expect(await run(read).rows).toEqual(names);
  });

  test('that ends before the rows that Azure counts is not taken for whole', async () => {
    const read: ReadPage<string> = ({ start }) =>
      Promise.resolve({
        rows: 'skip' in start && start.skip === 0 ? ['a', 'b'] : [],
        total: 5,
        next: null,
      });
    await expect(run(read).rows).rejects.toThrow('after 2 of 5 rows');
  });

  test('fails as the page did, and every other refusal is one', async () => {
    const { read } = listOf(() => {
      throw refusedAnswer(403, '', null);
    });
    await expect(run(read).rows).rejects.toThrow('403');
  });
});
