import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { listJobPage } from '#src/api/recovery-services/jobs/list.ts';
import { getJob } from '#src/api/recovery-services/jobs/ops.ts';
import { isTerminal, type Job } from '#src/model/job.ts';
import type { JobFilter, JobOrder } from '#src/model/job-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How often a running job is asked, on the product's clock. */
export const JOB_EVERY_MS = 15_000;
/** How often a list is asked. */
export const LIST_EVERY_MS = 60_000;

/** The jobs that a filter lets through, in pages, live. */
export const jobPages = (filter: JobFilter, order: JobOrder): Pages<Job> => ({
  key: ['jobs', filter, order],
  read: (wanted, signal) => listJobPage(session(), { filter, order, ...wanted }, signal),
  everyMs: LIST_EVERY_MS,
});

/** One job with its sub-tasks, read again until it has ended. */
export const jobQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['job', id.toLowerCase()],
    queryFn: ({ signal }) => getJob(session(), id, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isTerminal(state.data.status) ? false : readAgainIn(JOB_EVERY_MS),
  });
