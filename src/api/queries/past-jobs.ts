import { queryOptions } from '@tanstack/react-query';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/session.ts';
import { scheduled } from '#src/api/queries/poll-schedule.ts';
import { readJob } from '#src/api/queries/read-job.ts';
import { vaultJobs } from '#src/api/recovery-services/jobs/source.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs/ops.ts';
import { listSecondaryJobs } from '#src/api/recovery-services/jobs/secondary.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import { type PastJob, pastJobOf } from '#src/progress/past.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/secondary-job.ts';

/** How far back, and how many: each is a read of its own. */
const WITHIN_MS = 7 * 24 * 60 * 60_000;
const MOST = 3;

/** Restores of a job's vault that were completed, the newest: what its own time is compared with. */
export const pastJobsQuery = (jobId: ResourceId) =>
  queryOptions({
    queryKey: ['past jobs', jobId.toLowerCase()],
    queryFn: ({ signal }) => readPastJobs(jobId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function readPastJobs(jobId: ResourceId, signal: AbortSignal): Promise<readonly PastJob[]> {
  const newest = (await listRestores(jobId, signal))
    .filter(({ id, status }) => status === 'completed' && !sameId(id, jobId))
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))
    .slice(0, MOST);
  const request = { readAt: null, isUrgent: false };
  const read = await Promise.allSettled(
    newest.map(({ id }) => scheduled(request, () => readJob(vaultJobs, id, signal), signal)),
  );
  // One that cannot be read is one fewer to compare with.
  return read
    .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    .map((job) => pastJobOf(job, storedJob(job.id)?.observations ?? null, null))
    .filter((job) => job !== null);
}

function listRestores(jobId: ResourceId, signal: AbortSignal): Promise<readonly Job[]> {
  const from = instant(now() - WITHIN_MS);
  const place = secondaryJobOf(jobId)?.place;
  return place === undefined
    ? listRestoreJobs(session(), resourceId(vaultIdOf(jobId) ?? ''), from, signal)
    : listSecondaryJobs(session(), place, { operation: 'CrossRegionRestore', from }, signal);
}
