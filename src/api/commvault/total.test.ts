import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '#src/api/arm/testing.ts';
import { listCommvaultJobs } from '#src/api/commvault/job-lists.ts';
import { HOST, SUMMARY, testServe, VM_ROW } from '#src/api/commvault/testing.ts';
import { PAGE, trueTotal } from '#src/api/commvault/answers.ts';
import { listVms } from '#src/api/commvault/vms.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';

const some = fc.integer({ min: 0, max: 1300 });
/** Claims near the truth, at ends of pages, and far off. */
const claims = fc.oneof(some, fc.constantFrom(0, 100, 200, 300, 1200), fc.constant(10_000_000));

/** Reads a list as the screens do: the first rows with the total, then on from there. */
async function readOn(
  read: (wanted: {
    readonly start: PageStart;
    readonly top: number;
  }) => Promise<GraphPage<{ readonly id: string }>>,
) {
  const first = await read({ start: { skip: 0 }, top: 200 });
  const ids = first.rows.map(({ id }) => id);
  let { next } = first;
  for (let reads = 0; next !== null; reads += 1) {
    if (reads > 100) throw new Error('It never ends.');
    const page = await read({ start: { token: next }, top: 200 });
    ids.push(...page.rows.map(({ id }) => id));
    ({ next } = page);
  }
  return { total: first.total, ids };
}

/** A CommServe with so many VMs and jobs, whose counts are given. */
function lyingServe(there: number, claimed: number) {
  const rows = Array.from({ length: there }, (_, at) => at);
  return testServe(({ url }, { headers, body }) => {
    if (!url.endsWith('/Jobs')) {
      const [page = 0, size = 0] = (headers['paginginfo'] ?? '').split(',').map(Number);
      const vmStatusInfoList = rows
        .slice(page * size, (page + 1) * size)
        .map((at) => ({ ...VM_ROW, strGUID: `0000-${String(at)}` }));
      return answer(200, { totalRecords: claimed, vmStatusInfoList });
    }
    const [, offset = 0, limit = 0] =
      /"offset":(\d+),"limit":(\d+)/.exec(body ?? '')?.map(Number) ?? [];
    const jobs = rows
      .slice(offset, offset + limit)
      .map((at) => ({ jobSummary: { ...SUMMARY, jobId: at + 1 } }));
    return answer(200, { totalRecordsWithoutPaging: claimed, jobs });
  });
}

describe('a list whose total is wrong', () => {
  test('of VMs has all its VMs, once, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(some, claims, async (there, claimed) => {
        const { arm, sent } = lyingServe(there, claimed);
        const { total, ids } = await readOn((wanted) =>
          listVms(arm, { host: HOST, filter: {}, ...wanted }),
        );
        expect([total, new Set(ids).size, ids.length]).toEqual([there, there, there]);
        expect(sent.length).toBeLessThan(60);
      }),
      { numRuns: 60 },
    );
  });

  test('of jobs has all its jobs, once, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(some, claims, async (there, claimed) => {
        const { arm } = lyingServe(there, claimed);
        const { total, ids } = await readOn((wanted) =>
          listCommvaultJobs(arm, { host: HOST, withinS: 86_400, ...wanted }),
        );
        expect([total, new Set(ids).size, ids.length]).toEqual([there, there, there]);
      }),
      { numRuns: 60 },
    );
  });

  test('is counted by two reads where the total is right', async () => {
    let reads = 0;
    const rowsOn = (page: number) => {
      reads += 1;
      return Promise.resolve(Math.max(0, Math.min(PAGE, 100_000 - page * PAGE)));
    };
    expect(await trueTotal(100_000, 200, rowsOn)).toBe(100_000);
    expect(reads).toBe(2);
  });

  test('that gives its first page again and again has that page', async () => {
    const row = (at: number) => ({ ...VM_ROW, strGUID: `0000-${String(at)}` });
    const vmStatusInfoList = Array.from({ length: PAGE }, (_, at) => row(at));
    const { arm, sent } = testServe(() => answer(200, { totalRecords: 5000, vmStatusInfoList }));
    const wanted = { host: HOST, filter: {}, start: { skip: 0 }, top: 200 };
    expect((await listVms(arm, wanted)).total).toBeLessThanOrEqual(200);
    expect(sent.length).toBeLessThan(30);
  });
});
