import { QueryClient, QueryObserver, replaceEqualDeep } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { refusedAnswer } from '#src/api/arm/error.ts';
import {
  beginningQuery,
  type Pages,
  type ReadPage,
  readWholeList,
  type SoFar,
} from '#src/api/queries/paged.ts';
import { cutList, isCut } from '#src/lib/list.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A list of five in pages of two, whose token names the row at which it goes on. */
function namesBy(onToken: (token: string) => void = () => undefined) {
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
    const { starts, read } = namesBy();
    const { rows, counts } = run(read);
    expect(await rows).toEqual(names);
    expect(counts).toEqual([2, 4, 5]);
    expect(starts).toEqual([{ skip: 0 }, { token: '2' }, { token: '4' }]);
  });

  test('goes on at the same row when a token has expired', async () => {
    const { starts, read } = namesBy((token) => {
      if (token === '2') throw refusedAnswer(400, '', null);
    });
    expect(await run(read).rows).toEqual(names);
    expect(starts).toEqual([{ skip: 0 }, { token: '2' }, { skip: 2 }, { token: '4' }]);
  });

  test('starts where an earlier reading broke off', async () => {
    const { starts, read } = namesBy();
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
    const { read } = namesBy(() => {
      throw refusedAnswer(403, '', null);
    });
    await expect(run(read).rows).rejects.toThrow('403');
  });
});

interface Row {
  readonly id: string;
}

/** A list of so many rows; `step` rows an answer. */
function listOf(total: number, step: number, onRead: (skip: number) => void = () => undefined) {
  const pages: Pages<Row> = {
    key: ['a list'],
    read: ({ start }) => {
      const skip = 'token' in start ? Number(start.token) : start.skip;
      onRead(skip);
      const end = Math.min(total, skip + step);
      const rows = Array.from({ length: end - skip }, (_, at) => ({ id: String(skip + at) }));
      return Promise.resolve({ rows, total, next: end < total ? String(end) : null });
    },
  };
  return pages;
}

/** Reads all as a press of `Read all` does, and gives what is known then. */
async function readAll(client: QueryClient, pages: Pages<Row>) {
  const observer = new QueryObserver(client, beginningQuery(pages));
  const { data, error } = await observer.refetch();
  return {
    ids: data?.rows.map(({ id }) => id) ?? [],
    next: data?.next,
    error: error ?? data?.error,
  };
}

test('all rows are read, page after page', async () => {
  const sent: number[] = [];
  const pages = listOf(5, 2, (skip) => sent.push(skip));
  expect(await readAll(new QueryClient(), pages)).toMatchObject({
    ids: ['0', '1', '2', '3', '4'],
    next: null,
  });
  expect(sent).toEqual([0, 2, 4]);
});

test('what has failed goes on where it broke off', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const sent: number[] = [];
  let isDown = true;
  const pages = listOf(5, 2, (skip) => {
    sent.push(skip);
    if (skip === 2 && isDown) throw new Error('down');
  });
  expect(await readAll(client, pages)).toMatchObject({
    ids: ['0', '1'],
    next: '2',
    error: new Error('down'),
  });
  isDown = false;
  expect((await readAll(client, pages)).ids).toHaveLength(5);
  expect(sent).toEqual([0, 2, 2, 4]);
});

test('a reading that is stopped keeps what it has, and goes on from there', async () => {
  const client = new QueryClient();
  const sent: number[] = [];
  const pages = listOf(5, 2, (skip) => {
    sent.push(skip);
    const { queryKey } = beginningQuery(pages);
    if (skip === 2 && sent.length === 2) {
      client.setQueryData(queryKey, (known) => known && { ...known, isStopped: true });
    }
  });
  expect(await readAll(client, pages)).toMatchObject({ ids: ['0', '1', '2', '3'], next: '4' });
  expect((await readAll(client, pages)).ids).toHaveLength(5);
  expect(sent).toEqual([0, 2, 4]);
});

test('a list that was refreshed is read from its beginning', async () => {
  const client = new QueryClient();
  const sent: number[] = [];
  const pages = listOf(3, 2, (skip) => sent.push(skip));
  await readAll(client, pages);
  await client.invalidateQueries({ refetchType: 'none' });
  await readAll(client, pages);
  expect(sent).toEqual([0, 2, 0, 2]);
});

test('a list that gives the same rows again and again ends', async () => {
  const same = listOf(2, 2);
  const pages: Pages<Row> = {
    ...same,
    read: async () => ({ rows: [{ id: 'a' }, { id: 'b' }], total: 1000, next: '2' }),
  };
  expect(await readAll(new QueryClient(), pages)).toMatchObject({ ids: ['a', 'b'], next: null });
});

test('the cache takes a cut list over as it is, also in place of a whole one', () => {
  expect(isCut(replaceEqualDeep([1, 2], cutList([1, 2])))).toBe(true);
  expect(isCut(replaceEqualDeep(cutList([1, 2]), cutList([1, 2])))).toBe(true);
  expect(isCut(replaceEqualDeep({ jobs: [1] }, { jobs: cutList([1]) }).jobs)).toBe(true);
  expect(isCut(replaceEqualDeep(cutList([1, 2]), [1, 2]))).toBe(false);
});
