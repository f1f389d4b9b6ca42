import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { expect, test } from 'vitest';
import { useTogether } from '#src/api/queries/together.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const KEY = ['a first read'];

function Page({ onDrawn }: { readonly onDrawn: () => void }) {
  const isTogether = useTogether();
  // Before anything listens to the reads: that starts after the page is drawn.
  useLayoutEffect(onDrawn, [onDrawn]);
  return <p>{isTogether ? 'Together' : 'Reading'}</p>;
}

function readingClient() {
  const client = new QueryClient();
  void client.query({ queryKey: KEY, queryFn: () => new Promise<string>(() => undefined) });
  const answer = () => {
    const query = client.getQueryCache().find({ queryKey: KEY });
    query?.setState({ data: 'read', status: 'success', fetchStatus: 'idle' });
  };
  return { client, answer };
}

test('an answer that comes while the page is being drawn is not lost', async () => {
  const { client, answer } = readingClient();
  const { getByText } = await draw(
    <QueryClientProvider client={client}>
      <Page onDrawn={answer} />
    </QueryClientProvider>,
  );
  // Within a second, which is less than the wait after which a page is drawn whatever is missing.
  await expect.element(getByText('Together')).toBeVisible();
});

test('a page waits while a first read is under way, and no longer than two seconds', async () => {
  const { client } = readingClient();
  const { getByText } = await draw(
    <QueryClientProvider client={client}>
      <Page onDrawn={() => undefined} />
    </QueryClientProvider>,
  );
  await expect.element(getByText('Reading')).toBeVisible();
  await expect.element(getByText('Together')).toBeVisible();
});
