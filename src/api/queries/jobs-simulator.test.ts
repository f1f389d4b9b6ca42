import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { type JobPageWanted, listJobPage } from '#src/api/queries/listed-jobs.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { instant } from '#src/lib/time.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { ALL_JOBS, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const world = (scenario: 'default' | 'recorded' = 'default') => {
  const it = testAzure(scenario);
  return { ...it, ...testArm(it.azure.fetch) };
};

/** All jobs of a week. */
const WEEK: JobPageWanted = {
  filter: ALL_JOBS,
  order: NEWEST_FIRST,
  start: { skip: 0 },
  top: 1000,
};

describe('jobs', () => {
  test('of seven days are listed newest first, one of them running, and each can be read', async () => {
    const { arm, clock } = world();
    const { rows: jobs } = await listJobPage(arm, WEEK);
    const starts = jobs.map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(clock.now() - 7 * 86_400_000);
    expect(jobs.filter(({ status }) => status === 'inProgress').length).toBeGreaterThan(0);
    for (const job of jobs.slice(0, 20)) expect(await getJob(arm, job.id)).toMatchObject(job);
  });

  test('that restore, of one vault, since a moment', async () => {
    const { arm, clock } = world();
    const since = instant(clock.now() - 2 * 3_600_000);
    const jobs = await listRestoreJobs(arm, resourceId(exampleVault), since);
    expect(jobs.map(({ itemName, operation, status }) => [itemName, operation, status])).toEqual([
      ['testVM', 'Restore', 'failed'],
    ]);
    const [failed] = jobs;
    const details = await getJob(arm, failed?.id ?? resourceId(''));
    expect(details.errors[0]?.message).not.toBe('');
    expect(details.errors[0]?.recommendations).not.toEqual([]);
  });

  test('as recorded report steps, and as documented any percentage', async () => {
    const percents = async (scenario: 'default' | 'recorded') => {
      const { arm } = world(scenario);
      const running = (await listJobPage(arm, WEEK)).rows.filter(
        ({ status, operation }) => status === 'inProgress' && operation === 'Restore',
      );
      const details = await Promise.all(running.map(({ id }) => getJob(arm, id)));
      return details.map(({ percent }) => percent);
    };
    expect(new Set(await percents('recorded'))).toEqual(new Set([1, 50]));
    expect(await percents('default')).not.toContain(null);
    expect(await percents('default')).not.toContain(1);
  });
});
