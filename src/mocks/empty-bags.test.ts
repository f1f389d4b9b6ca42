import { expect, test } from 'vitest';
import { diskJobId } from '#src/mocks/data-protection/jobs.ts';
import { northEurope } from '#src/mocks/testing-secondary.ts';
import { azureWith, restoreKinds } from '#src/mocks/testing-restore-kinds.ts';
import { jsonOf, type TestAzure } from '#src/mocks/testing.ts';

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
