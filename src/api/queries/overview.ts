import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { JOB_EVERY_MS, jobQuery, LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { getJob } from '#src/api/recovery-services/jobs/ops.ts';
import { countJobs, listNotableJobs } from '#src/api/recovery-services/jobs/overview.ts';
import { countByHealth } from '#src/api/recovery-services/protected-items/health.ts';
import { countVaults } from '#src/api/recovery-services/vaults/counts.ts';
import { now } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import type { WatchedProgress } from '#src/model/job-summary.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The jobs of the last 24 hours, counted by Azure. */
export const jobCountsQuery = () =>
  queryOptions({
    queryKey: ['job counts'],
    queryFn: ({ signal }) => countJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Restores that run, and what went wrong in the last 24 hours. */
export const notableJobsQuery = () =>
  queryOptions({
    queryKey: ['notable jobs'],
    queryFn: ({ signal }) => listNotableJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Protected machines by their health, counted by Azure. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['instance health'],
    queryFn: ({ signal }) => countByHealth(session(), signal),
  });

/** How many vaults there are. */
export const vaultCountQuery = () =>
  queryOptions({
    queryKey: ['vault count'],
    queryFn: ({ signal }) => countVaults(session(), signal),
  });

/** A job that runs, read again until it has ended; what was seen of it before tells whether it moves. */
export const watchedJobQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['watched job', id.toLowerCase()],
    queryFn: async ({ client, queryKey, signal }): Promise<WatchedProgress> => {
      const job = await getJob(session(), id, signal);
      client.setQueryData(jobQuery(id).queryKey, job);
      return watched(client.getQueryData<WatchedProgress>(queryKey), job, now());
    },
    refetchInterval: ({ state }) =>
      state.data !== undefined && isTerminal(state.data.job.status)
        ? false
        : readAgainIn(JOB_EVERY_MS),
  });

/**
 * How long nothing may move before it is said: our own measure. Azure rounds to whole per cent, and
 * of a restore of a day one takes a quarter of an hour.
 */
export const STALLED_AFTER_MS = 15 * 60_000;

/** What is known of a job's movement after one more read at `at`. Pure. */
export function watched(
  before: WatchedProgress | undefined,
  job: JobDetails,
  at: Instant,
): WatchedProgress {
  const hasMoved = before === undefined || progressOf(before.job) !== progressOf(job);
  const movedAt = hasMoved ? at : before.movedAt;
  const isStalled =
    !isTerminal(job.status) && job.percent !== null && at - movedAt >= STALLED_AFTER_MS;
  return { job, movedAt, stalledSince: isStalled ? movedAt : null };
}

/** All that a job tells of how far it is, as one text to compare. */
function progressOf({ status, percent, remainingMs, bytes, tasks }: JobDetails): string {
  const states = tasks.map((task) => [task.status, task.percent]);
  return JSON.stringify([status, percent, remainingMs, bytes, states]);
}
