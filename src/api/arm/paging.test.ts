import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { armFacts } from '#src/api/arm/error.ts';
import { itemsByPage, uncut, wholeList } from '#src/api/arm/paging.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import { isCut } from '#src/lib/list.ts';

const numbers = pageOf(z.number());
const page = (value: unknown, nextLink?: unknown) => () => answer(200, { value, nextLink });
const link = (n: number) => `https://management.azure.com/list?api-version=1&page=${String(n)}`;

/** Answers with these pages, each linked to the next. */
const linked = (lists: readonly number[][]) =>
  testArm(
    inTurn(...lists.map((list, i) => page(list, i < lists.length - 1 ? link(i + 1) : undefined))),
  );

describe('a list', () => {
  test.each([
    ['null', null],
    ['missing', undefined],
    ['empty', ''],
  ])('ends where nextLink is %s', async (_, nextLink) => {
    const { arm, sent } = testArm(inTurn(page([1, 2], nextLink)));
    expect(await wholeList(arm, numbers, '/list')).toEqual([1, 2]);
    expect(sent).toHaveLength(1);
  });

  test('goes on to addresses that are used exactly as they came', async () => {
    const odd =
      'https://management.azure.com/subscriptions//subscriptions/a/list?%24skipToken=a%2Bb==';
    const { arm, sent } = testArm(inTurn(page([1], odd), page([2])));
    expect(await wholeList(arm, numbers, '/list?api-version=1')).toEqual([1, 2]);
    expect(sent.map(({ url }) => url)).toEqual([
      'https://management.azure.com/list?api-version=1',
      odd,
    ]);
  });

  test('may have pages without items', async () => {
    const { arm } = testArm(
      inTurn(page([], link(1)), page(null, link(2)), page(undefined, link(3)), page([7])),
    );
    expect(await wholeList(arm, numbers, '/list')).toEqual([7]);
  });

  test('is whole and in order, however it is cut into pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (lists) => {
          const { arm, sent } = linked(lists);
          expect(await wholeList(arm, numbers, '/list')).toEqual(lists.flat());
          expect(sent).toHaveLength(lists.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  const FOREIGN = [
    'https://management.azure.com.evil.example/list?page=2',
    'https://evil.example/management.azure.com/list',
    'http://management.azure.com/list?page=2',
    'https://user@management.azure.com/list',
    'https://login.microsoftonline.com/list',
    'list?page=2',
    '/list/../other',
  ];

  test.each(FOREIGN)(
    'keeps what it has where it goes on at %s, and says that it is cut',
    async (next) => {
      const { arm, sent } = testArm(inTurn(page([1, 2], link(1)), page([3], next)));
      const list = await wholeList(arm, numbers, '/list');
      expect([...list]).toEqual([1, 2, 3]);
      expect(isCut(list)).toBe(true);
      expect(sent).toHaveLength(2);
      expect(
        armFacts(await uncut(Promise.resolve(list)).catch((error: unknown) => error))?.kind,
      ).toBe('unreadable');
    },
  );

  test(`has ${String(FOREIGN.length)} rows of foreign addresses`, () => {
    expect(FOREIGN).toHaveLength(7);
  });

  test('that leads round in circles ends', async () => {
    const { arm, sent } = testArm(() => answer(200, { value: [1], nextLink: link(1) }));
    const list = await wholeList(arm, numbers, '/list');
    expect(list.length).toBe(sent.length);
    expect(sent.length).toBeLessThanOrEqual(200);
    expect(isCut(list)).toBe(true);
  });

  test.each([
    [200, false],
    [201, true],
  ])('of %i pages says whether it is cut: %s', async (count, expected) => {
    const { arm } = linked(Array.from({ length: count }, (_, nth) => [nth]));
    const list = await wholeList(arm, numbers, '/list');
    expect(list).toHaveLength(200);
    expect(isCut(list)).toBe(expected);
    const whole = await uncut(Promise.resolve(list)).catch((error: unknown) => error);
    expect(armFacts(whole)?.message ?? null).toBe(
      expected ? "Azure's list is longer than the 200 entries that were read." : null,
    );
  });
});

test('does not request a second page before it is needed', async () => {
  const { arm, sent } = linked([[1, 2], [3]]);
  const items = itemsByPage(arm, numbers, '/list');
  expect(sent).toHaveLength(0);
  expect(await items.next()).toEqual({ done: false, value: 1 });
  expect(await items.next()).toEqual({ done: false, value: 2 });
  expect(sent).toHaveLength(1);
  expect(await items.next()).toEqual({ done: false, value: 3 });
  expect(sent).toHaveLength(2);
  expect((await items.next()).done).toBe(true);
});

test('a page that is not as the contract says names its field and keeps its answer', async () => {
  const { arm } = testArm(inTurn(page([1], link(1)), page([1, 'two'])));
  const error: unknown = await wholeList(arm, numbers, '/list').catch((caught: unknown) => caught);
  expect(armFacts(error)).toMatchObject({ kind: 'unreadable', body: '{"value":[1,"two"]}' });
  expect(armFacts(error)?.message).toContain('"value.1"');
});
