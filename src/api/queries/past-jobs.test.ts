import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { pastJobsQuery } from '#src/api/queries/past-jobs.ts';
import { provideJobSources } from '#src/api/queries/read-job.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import { installClock } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

// Files share the modules of their worker, and so the clock.
afterEach(() => {
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

/** The default world half a day on: rehearsals of 93 minutes have run every 90. */
function world() {
  const it = testAzure('default');
  it.clock.add(12 * 3600);
  // Reads of jobs keep a distance: who waits for one lets that time go by.
  const realDelayMs = (ms: number): number => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
  const { arm } = testArm((request) => it.azure.fetch(request));
  startSession(arm);
  provideJobSources({ of: () => Promise.resolve(vaultJobs), all: [] });
  const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const runningJob = async (client: QueryClient): Promise<JobDetails> => {
    const listed = await listRestoreJobs(arm, resourceId(prodVault), instant(0));
    const running = listed.find(({ status }) => status === 'inProgress');
    return client.query(jobQuery(running?.id ?? resourceId('')));
  };
  return { ...it, newClient, runningJob };
}

test('a running restore is compared with those that had ended when it started, all the while', async () => {
  const { clock, newClient, runningJob } = world();
  const client = newClient();
  const job = await runningJob(client);
  const baseline = await client.query(pastJobsQuery(job.id, job));
  const alike = baseline.filter(({ kind }) => kind === 'restoreDisks');
  expect(alike.length).toBeGreaterThanOrEqual(5);
  clock.add(5 * 3600);
  // As after a reload: others have ended by now.
  expect(await newClient().query(pastJobsQuery(job.id, job))).toEqual(baseline);
});

test('what was read of a past job before is not read again', async () => {
  const { azure, newClient, runningJob } = world();
  const client = newClient();
  const job = await runningJob(client);
  const baseline = await client.query(pastJobsQuery(job.id, job));
  client.removeQueries({ queryKey: pastJobsQuery(job.id, job).queryKey });
  const noJob = {
    match: { operation: 'jobs.get' },
    times: null,
    effect: { kind: 'drop' },
  } as const;
  await azure.append([{ type: 'fault-added', at: 0, fault: { id: 'f', ...noJob } }]);
  expect(await client.query(pastJobsQuery(job.id, job))).toEqual(baseline);
});
