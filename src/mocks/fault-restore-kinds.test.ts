import { describe, expect, test, vi } from 'vitest';
import { diskJobId } from '#src/mocks/data-protection/jobs.ts';
import { type FaultEffect, operationGroups } from '#src/mocks/faults/fault.ts';
import { otherServices, routes } from '#src/mocks/routes.ts';
import { acceptedIn, azureWith, restoreKinds } from '#src/mocks/testing-restore-kinds.ts';
import { northEurope } from '#src/mocks/testing-secondary.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';

/** What goes wrong when a restore is started, in each of the three ways. */

const azureHeaders = ['azure-asyncoperation', 'location', 'retry-after', 'x-ms-request-id'];
const readable = ({ headers }: Response): string[] =>
  azureHeaders.filter((name) => headers.has(name));

describe.each(restoreKinds)('a restore of %s', (_, start) => {
  test('is accepted with all headers where nothing goes wrong', async () => {
    const azure = testAzure('default');
    const answer = await start(azure);
    expect([answer.status, await acceptedIn(azure)]).toEqual([202, 1]);
    expect(readable(answer)).toEqual(azureHeaders);
  });

  test('hide-headers: it is accepted, and the page can read none of Azure’s headers', async () => {
    const azure = await azureWith({ kind: 'hide-headers' });
    const answer = await start(azure);
    expect([answer.status, await acceptedIn(azure)]).toEqual([202, 1]);
    expect(readable(answer)).toEqual([]);
    expect([...answer.headers.keys()].filter((name) => /^x-ms-|^date$/.test(name))).toEqual([]);
  });

  test('location-only: it is followed by Location alone, 202 until its operation is over', async () => {
    const azure = await azureWith({ kind: 'location-only' });
    const answer = await start(azure);
    expect([answer.status, await acceptedIn(azure)]).toEqual([202, 1]);
    expect(readable(answer)).toEqual(['location', 'retry-after', 'x-ms-request-id']);
    const location = answer.headers.get('location') ?? '';
    const early = await azure.get(location);
    expect([early.status, early.headers.has('location')]).toEqual([202, true]);
    azure.clock.add(90);
    expect((await azure.get(location)).status).toBe(200);
  });

  test('leads-elsewhere: it is accepted, and its addresses are of another host', async () => {
    const azure = await azureWith({ kind: 'leads-elsewhere' });
    const answer = await start(azure);
    expect([answer.status, await acceptedIn(azure)]).toEqual([202, 1]);
    for (const name of ['azure-asyncoperation', 'location'])
      expect(answer.headers.get(name)).toMatch(
        /^https:\/\/management\.azure\.com\.elsewhere\.example\/subscriptions\//,
      );
  });

  test.each([200, 511])(
    'html-page: a page with status %i comes, and nothing is done',
    async (status) => {
      const azure = await azureWith({ kind: 'html-page', status });
      const answer = await start(azure);
      expect([answer.status, await acceptedIn(azure)]).toEqual([status, 0]);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(await answer.text()).toMatch(/^<!DOCTYPE html>/);
      expect(readable(answer)).toEqual([]);
    },
  );

  test('half-body: it is accepted, status and headers come, and the body breaks off', async () => {
    const azure = await azureWith({ kind: 'half-body' });
    const answer = await start(azure);
    expect([answer.status, await acceptedIn(azure)]).toEqual([202, 1]);
    expect(readable(answer)).toEqual(azureHeaders);
    await expect(answer.text()).rejects.toThrow(TypeError);
  });

  test.each([
    ['after the work was done', true, 1],
    ['before it', false, 0],
  ] as const)(
    'never-answers %s: later requests and restores are answered',
    async (__, after, done) => {
      const azure = await azureWith({ kind: 'never-answers', after });
      const over = vi.fn<() => void>();
      void start(azure).finally(over);
      await expect.poll(() => azure.azure.unanswered()).toBe(1);
      expect(await acceptedIn(azure)).toBe(done);
      azure.clock.add(3600);
      expect((await azure.get('/subscriptions?api-version=2022-12-01')).status).toBe(200);
      expect((await azure.azure.state()).faults).toMatchObject([{ used: 1 }]);
      expect([azure.azure.underWay(), azure.azure.unanswered()]).toEqual([0, 1]);
      expect(over).not.toHaveBeenCalled();
    },
  );

  test.each<[string, FaultEffect, string | null]>([
    ['seconds', { kind: 'throttle', retryAfterSeconds: 3600 }, '3600'],
    ['a date', { kind: 'throttle', retryAfterSeconds: 3600, as: 'date' }, ''],
    ['nothing', { kind: 'throttle' }, null],
  ])('throttle: a 429 names the wait by %s', async (how, effect, retryAfter) => {
    const azure = await azureWith(effect);
    const answer = await start(azure);
    const hour = new Date(azure.clock.now() + 3_600_000).toUTCString();
    expect([answer.status, await acceptedIn(azure)]).toEqual([429, 0]);
    expect(answer.headers.get('retry-after')).toBe(how === 'a date' ? hour : retryAfter);
    expect(await jsonOf(answer)).toMatchObject({
      error: { code: 'SubscriptionRequestsThrottled' },
    });
  });

  test.each<[FaultEffect, number | null, number]>([
    [{ kind: 'answer-lost' }, null, 1],
    [{ kind: 'accepted-but-500' }, 500, 1],
    [{ kind: 'drop' }, null, 0],
    [{ kind: 'status', status: 403 }, 403, 0],
    [{ kind: 'challenge' }, 401, 0],
  ])('%o meets it once', async (effect, status, accepted) => {
    const azure = await azureWith(effect);
    const met = await start(azure).then(
      (answer) => answer.status,
      () => null,
    );
    expect([met, await acceptedIn(azure)]).toEqual([status, accepted]);
    await start(azure);
    expect((await azure.azure.state()).faults).toMatchObject([{ used: 1 }]);
  });

  test.each(['operation-fails', 'operation-canceled'] as const)(
    '%s: it is accepted, and no job comes of it',
    async (kind) => {
      const azure = await azureWith({ kind });
      const before = await azure.azure.state();
      expect((await start(azure)).status).toBe(202);
      const { jobs, secondaryJobs, diskJobs } = await azure.azure.state();
      const known = [before.jobs, before.secondaryJobs, before.diskJobs].map((list) => list.length);
      expect([jobs, secondaryJobs, diskJobs].map((list) => list.length)).toEqual(known);
    },
  );

  test.each(['job-fails', 'job-stalls'] as const)('%s: its job ends so', async (kind) => {
    const azure = await azureWith({ kind, task: 0 });
    await start(azure);
    const { jobs, secondaryJobs, diskJobs } = await azure.azure.state();
    const endings = [...jobs, ...secondaryJobs, ...diskJobs].map(({ ending }) => ending);
    expect(endings).toContainEqual(
      expect.objectContaining({ kind: kind === 'job-fails' ? 'failed' : 'stalled', task: 0 }),
    );
  });
});

test('the operations of a group are operations of a simulated service', () => {
  const all = [...routes, ...otherServices.flatMap((service) => service.routes)];
  const known = new Set(all.map(({ operation }) => operation));
  const strange = Object.values(operationGroups)
    .flat()
    .filter((name) => !known.has(name));
  expect(strange).toEqual([]);
});

/** Jobs that tell nothing beyond their first properties (azure-contract §9: empty bags exist). */

const version = 'api-version=2024-04-01';

/** The job of the restore that was just accepted, as its own plane answers it. */
async function readNewestJob(azure: TestAzure): Promise<unknown> {
  const { jobs, secondaryJobs, diskJobs, restores } = await azure.azure.state();
  const plan = [...jobs, ...secondaryJobs, ...diskJobs].find(
    ({ jobId }) => jobId === restores.at(-1)?.jobId,
  );
  if (plan === undefined) throw new Error('no job came of the restore');
  if (plan.disk !== undefined) return jsonOf(await azure.get(`${diskJobId(plan)}?${version}`));
  if (plan.secondaryRegion === undefined)
    return jsonOf(await azure.get(`${plan.vaultId}/backupJobs/${plan.jobId}?${version}`));
  return jsonOf(
    await azure.send('POST', `${northEurope}/backupCrrJob?api-version=2023-01-15`, {
      resourceId: plan.vaultId,
      jobName: plan.jobId,
    }),
  );
}

test.each(restoreKinds)(
  'the job of %s: an empty bag and no tasks, all else as ever',
  async (_, start) => {
    const azure = await azureWith(
      { kind: 'empty-bags' },
      { match: { group: 'job-read' }, times: null },
    );
    await start(azure);
    const job = await readNewestJob(azure);
    const isDisk = JSON.stringify(job).includes('Microsoft.Compute/disks');
    const status: unknown = expect.any(String);
    expect(job).toMatchObject({
      properties: { status, extendedInfo: isDisk ? null : { tasksList: [], propertyBag: {} } },
    });
    expect(JSON.stringify(job)).not.toContain('taskName');
    await azure.azure.append([{ type: 'fault-removed', at: 0, faultId: 'f' }]);
    expect(JSON.stringify(await readNewestJob(azure))).toMatch(/"(Job Type|taskName)":/);
  },
);

test('a list has none anyway, and what is no job stays as it is', async () => {
  const azure = await azureWith({ kind: 'empty-bags' }, { match: {}, times: null });
  const path = `/subscriptions?api-version=2022-12-01`;
  const list = await jsonOf(await azure.get(path));
  await azure.azure.append([{ type: 'fault-removed', at: 0, faultId: 'f' }]);
  expect(list).toEqual(await jsonOf(await azure.get(path)));
});
