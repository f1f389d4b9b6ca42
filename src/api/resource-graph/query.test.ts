import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { queryGraph } from '#src/api/resource-graph/query.ts';
import { isCut } from '#src/lib/list.ts';

const row = z.looseObject({ n: z.number() });

/** Resource Graph with so many rows, in pages of a thousand. */
function graphOf(count: number) {
  return testArm(async (request) => {
    const body = z
      .looseObject({ options: z.looseObject({ $skipToken: z.optional(z.string()) }) })
      .parse(await request.json());
    const from = Number(body.options.$skipToken ?? 0);
    const to = Math.min(from + 1000, count);
    const data = Array.from({ length: to - from }, (_, nth) => ({ n: from + nth }));
    return answer(200, {
      totalRecords: count,
      count: data.length,
      resultTruncated: 'false',
      ...(to < count ? { $skipToken: String(to) } : {}),
      data,
    });
  });
}

test.each([
  [1, 1, false],
  [5000, 5000, false],
  [5001, 5000, true],
])('of %i rows %i are read, and the list says whether it is cut: %s', async (count, read, cut) => {
  const rows = await queryGraph(graphOf(count).arm, row, 'resources');
  expect(rows).toHaveLength(read);
  expect(isCut(rows)).toBe(cut);
});
