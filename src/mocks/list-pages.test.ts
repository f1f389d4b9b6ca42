import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';

const pageWire = z.object({ value: z.array(z.unknown()), nextLink: z.optional(z.string()) });
const points = `${exampleItem}/recoveryPoints?api-version=2024-04-01`;

const azureOf = (pageSize: number) => testAzure({ ...originOf('default'), pageSize });

/** The pages of a list, followed by their links. */
async function pagesOf(pageSize: number, path: string): Promise<unknown[][]> {
  const { get } = azureOf(pageSize);
  const pages: unknown[][] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const { value, nextLink }: z.infer<typeof pageWire> = pageWire.parse(
      await jsonOf(await get(next)),
    );
    pages.push(value);
    next = nextLink;
  }
  return pages;
}

test('pages of any size hold the whole list, in its order, and none is empty', async () => {
  const [whole = []] = await pagesOf(1000, points);
  expect(whole).toHaveLength(31);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (pageSize) => {
      const pages = await pagesOf(pageSize, points);
      expect(pages.flat()).toEqual(whole);
      expect(pages).toHaveLength(Math.ceil(whole.length / pageSize));
    }),
  );
});

test('an empty list is one page, with no link', async () => {
  const none = `${exampleVault}/backupJobs?api-version=2024-04-01&$filter=status eq 'Cancelling'`;
  expect(await pagesOf(1, none)).toEqual([[]]);
});

test.each(['nonsense', '', 'MTAuMDAwMDAwMDAwMDAwMDAwMA=='])(
  'the token %j of no page is refused, an empty one is the first page',
  async (token) => {
    const answer = await azureOf(10).get(`${points}&$skipToken=${encodeURIComponent(token)}`);
    expect(answer.status).toBe(token === '' ? 200 : 400);
  },
);

test('a token is for its own list alone', async () => {
  const { get } = azureOf(1);
  const { nextLink = '' } = pageWire.parse(await jsonOf(await get(points)));
  const other = nextLink.replace('/recoveryPoints?', '/recoveryPoints/?');
  expect((await get(nextLink)).status).toBe(200);
  expect((await get(`${nextLink}&$filter=`)).status).toBe(400);
  expect((await get(other)).status).toBe(400);
});
