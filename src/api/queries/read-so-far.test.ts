import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { beginningQuery, type Pages } from '#src/api/queries/paged.ts';

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
