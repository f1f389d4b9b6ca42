import { CancelledError, QueryClient, queryOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readOther } from '#src/api/queries/query.ts';

/** A query whose reads are answered by hand. */
function heldQuery() {
  const answers: ((text: string) => void)[] = [];
  const options = queryOptions({
    queryKey: ['held'],
    queryFn: async ({ signal }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        answers.push(resolve);
      }),
  });
  return { answers, options };
}

const outer = (options: ReturnType<typeof heldQuery>['options']) =>
  queryOptions({
    queryKey: ['outer'],
    queryFn: async ({ client }) => `of ${await readOther(client, options)}`,
  });

const later = async (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('a query goes on when the one it needs is called off, and reads it once more', async () => {
  const client = new QueryClient();
  const { answers, options } = heldQuery();
  const read = client.query(outer(options));
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  await later();
  answers[1]?.('the second');
  expect(await read).toBe('of the second');
  expect(client.getQueryState(['outer'])).toMatchObject({ status: 'success', fetchStatus: 'idle' });
});

test('a query ends with an error when the one it needs is called off twice', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { options } = heldQuery();
  const read = client.query(outer(options)).catch((error: unknown) => error);
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  expect(await read).toEqual(new Error('This was called off.'));
  expect(await read).not.toBeInstanceOf(CancelledError);
  expect(client.getQueryState(['outer'])).toMatchObject({ status: 'error', fetchStatus: 'idle' });
});

test('what is called off at the end of a visit is not read once more', async () => {
  const client = new QueryClient();
  const { answers, options } = heldQuery();
  const read = client.query(outer(options)).catch((error: unknown) => error);
  await later();
  void client.cancelQueries();
  client.clear();
  expect(await read).toBeInstanceOf(CancelledError);
  await later();
  expect(answers).toHaveLength(1);
});

test('what a read throws is thrown', async () => {
  const client = new QueryClient();
  const options = queryOptions({
    queryKey: ['broken'],
    queryFn: () => Promise.reject<string>(new Error('403')),
  });
  await expect(readOther(client, options)).rejects.toThrow('403');
});
