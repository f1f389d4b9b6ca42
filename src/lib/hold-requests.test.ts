import { expect, test, vi } from 'vitest';
import { holdRequests } from '#src/lib/browser.ts';

const OWN = 'https://restore.example';
const AZURE = 'https://management.azure.com/subscriptions';

test('before the start is over only own requests leave, and all of them afterwards', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('there'));
  const sender = { fetch };
  const release = holdRequests(OWN, [], sender);
  await expect(sender.fetch(AZURE)).rejects.toThrow('https://management.azure.com before');
  await expect(sender.fetch(new Request(AZURE))).rejects.toThrow(TypeError);
  await expect(sender.fetch(new URL(AZURE))).rejects.toThrow(TypeError);
  expect(fetch).not.toHaveBeenCalled();
  expect(await (await sender.fetch(`${OWN}/config.json`)).text()).toBe('there');
  release();
  await sender.fetch(AZURE);
  expect(fetch).toHaveBeenCalledTimes(2);
});
