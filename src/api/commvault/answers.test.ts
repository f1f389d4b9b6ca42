import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ArmError, armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import { answer } from '#src/api/arm/testing.ts';
import {
  count,
  flag,
  moment,
  PAGE,
  refusalIn,
  textOrId,
  trueTotal,
} from '#src/api/commvault/answers.ts';
import { listCommvaultJobs } from '#src/api/commvault/job-lists.ts';
import { HOST, testServe, VM_ROW } from '#src/api/commvault/testing.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { SUMMARY } from '#src/mocks/commvault/testing.ts';
import { listVms } from '#src/api/commvault/vms.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';

const wire = z.object({ text: textOrId, count, moment, flag });
const nothing = { text: null, count: null, moment: null, flag: null };

test.each([
  ['nothing at all', {}],
  ['null', { text: null, count: null, moment: null, flag: null }],
  ['empty texts', { text: '', count: '', moment: '', flag: '' }],
  ['spaces', { text: ' \t', count: ' ', moment: ' ', flag: ' ' }],
  ['-999', { text: -999, count: -999, moment: -999, flag: -999 }],
  ['-999 as text', { count: '-999', moment: '-999' }],
  ['0 seconds', { moment: 0 }],
  ['another kind', { text: {}, count: [], moment: {}, flag: 1 }],
  ['no number', { count: 'many', moment: 'soon' }],
])('%s is not reported', (_what, body) => {
  expect(wire.parse(body)).toEqual(nothing);
});

test('numbers may be texts, and IDs may be numbers', () => {
  const body = { text: 8163492, count: '365.2', moment: '1763700060', flag: false };
  expect(wire.parse(body)).toEqual({
    text: '8163492',
    count: 365.2,
    moment: 1763700060000,
    flag: false,
  });
  expect(wire.parse({ text: ' 8163492 ', count: 0 })).toMatchObject({ text: '8163492', count: 0 });
});

const html = '<!DOCTYPE html><html><body>Maintenance</body></html>';
const readVms = { method: 'GET', url: '/VM' } as const;
const start = { method: 'POST', url: '/CreateTask', body: {}, starts: true } as const;

/** What the client makes of one answer to one request. */
async function factsOf(response: Response, request: Parameters<typeof send>[1] = readVms) {
  const { arm } = testServe(() => response);
  return armFacts(await send(arm, request).catch((error: unknown) => error));
}

describe('an answer refuses', () => {
  const denied = { errorCode: 2, errLogMessage: 'Access denied' };
  test.each([
    [200, { errorCode: 5, errorMessage: 'Access denied' }, 400, '5'],
    [200, { errorCode: '5', errorMessage: 'Access denied' }, 400, '5'],
    [200, { errorMessage: 'Access denied' }, 400, null],
    [200, { errList: [denied] }, 400, '2'],
    [200, { error: { errList: [denied] } }, 400, '2'],
    [200, { errors: [{ errList: [denied] }] }, 400, '2'],
    [404, { errorMessage: 'Access denied', errorCode: 404 }, 404, '404'],
    [500, { errorMessage: 'Access denied', errorCode: 500 }, 500, '500'],
  ])('of %i with %j', (status, body, counted, code) => {
    expect(refusalIn(status, JSON.stringify(body))).toEqual({
      status: counted,
      code,
      message: 'Access denied',
    });
  });

  test.each([
    ['a page with 200, which says nothing of the request', 200, 503, 'Maintenance'],
    ['a page with 405', 405, 405, 'Maintenance'],
    ['a page with 403, which no CommServe writes', 403, 403, 'Firewall'],
  ])('%s', (_what, status, counted, code) => {
    expect(refusalIn(status, html)).toEqual({
      status: counted,
      code,
      message: `Something between this page and Commvault answered ${String(status)}.`,
      isForeign: true,
    });
  });

  test.each([
    [401, html],
    [401, ''],
    [403, '{}'],
    [404, '[]'],
    [409, '{"message":"Busy."}'],
    [502, '{"errorCode":0}'],
  ])('%i with %s is not taken for one of a CommServe', (status, body) => {
    expect(refusalIn(status, body)).toEqual({
      status,
      code: null,
      message: `Something between this page and Commvault answered ${String(status)}.`,
      isForeign: true,
    });
  });

  test('a bare carriage return hides no code', () => {
    expect(refusalIn(200, '{"errorCode":5,"errorMessage":"Access\rdenied"}')).toEqual({
      status: 400,
      code: '5',
      message: 'Access denied',
    });
  });
});

describe('an answer does not refuse', () => {
  test.each([
    [{ taskId: 809089, jobIds: ['8163492'] }],
    // It has started a job, whatever else it says.
    [{ taskId: 809089, jobIds: ['8163492'], errorCode: 7, errorMessage: 'Some warning' }],
    [{ errorCode: 0, errorMessage: '' }],
    [{ errors: [{ errList: [{ errorCode: 0, errLogMessage: '' }] }] }],
    [{ totalRecords: 0 }],
    [null],
    [[]],
  ])('%j', (body) => {
    expect(refusalIn(200, JSON.stringify(body))).toBeNull();
  });
});

describe('the client', () => {
  test('throws a refusal in a 200 as one of 400, in the words of the CommServe', async () => {
    const body = { errorCode: 5, errorMessage: 'Access denied' };
    expect(await factsOf(answer(200, body), start)).toMatchObject({
      kind: 'refused',
      status: 400,
      code: '5',
      message: 'Access denied',
      service: 'Commvault',
    });
  });

  test('doesn’t send a person to the sign-in of Azure for a token of a CommServe', async () => {
    const expired = { errorCode: 401, errorMessage: 'The token has expired.' };
    const refused = await factsOf(answer(401, expired), start);
    expect(refused).toMatchObject({ kind: 'refused', status: 401, message: expired.errorMessage });
    expect(problemOf(refused && new ArmError(refused)).way).toBe('token');
    const { arm } = testServe(() => answer(200), { getToken: () => Promise.resolve(null) });
    const missing = armFacts(await send(arm, readVms).catch((error: unknown) => error));
    expect(missing).toMatchObject({ kind: 'notSent', notSent: 'token' });
    expect([refused, missing].map((facts) => facts && isSignedOut(facts))).toEqual([false, false]);
  });

  test('reads texts with bare carriage returns', async () => {
    const { arm } = testServe(() => answer(200, '{"totalRecords":1,\r\n"name":"one\rtwo"}'));
    const page = await sendFor(arm, z.object({ name: textOrId }), readVms);
    expect(page.name).toBe('one two');
  });

  test('sends its token in a header of its own, and to its own API alone', async () => {
    const { arm, sent } = testServe(() => answer(200, {}));
    await send(arm, readVms);
    expect(sent[0]).toMatchObject({
      url: 'https://commserve.contoso.example/webconsole/api/VM',
      headers: { authtoken: 'Bearer token' },
    });
    expect(sent[0]?.headers).not.toHaveProperty('authorization');
    for (const url of [
      'https://commserve.contoso.example/adminconsole/api/VM',
      'https://commserve.contoso.example/webconsole/apis/VM',
      'https://commserve.contoso.example:8443/webconsole/api/VM',
      'https://commserve.contoso.example.evil.example/webconsole/api/VM',
      'https://someone@commserve.contoso.example/webconsole/api/VM',
      'http://commserve.contoso.example/webconsole/api/VM',
      '/../VM',
    ]) {
      const error: unknown = await send(arm, { ...readVms, url }).catch((one: unknown) => one);
      expect([url, armFacts(error)?.notSent]).toEqual([url, 'host']);
    }
    expect(sent).toHaveLength(1);
  });
});

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
