import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import {
  getJob,
  type JobOwner,
  listJobs,
  listJobsOf,
} from '#src/api/recovery-services/jobs/ops.ts';
import { realDelayMs } from '#src/lib/clock.ts';
import { isTerminal } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How often a running job is asked, on the product's clock. */
const JOB_EVERY_MS = 15_000;
const LIST_EVERY_MS = 60_000;

/** The longest that a browser's timer can wait, and the shortest pause: none would end the asking. */
const LONGEST_MS = 2 ** 31 - 1;
const SHORTEST_MS = 250;

/** Real milliseconds until the next read; a clock that stands still is woken by its jump. */
export function readAgainIn(ms: number): number {
  return Math.min(Math.max(realDelayMs(ms), SHORTEST_MS), LONGEST_MS);
}

/** Jobs of the last seven days over all vaults. */
export const jobsQuery = () =>
  queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => listJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Jobs of the last seven days of one protected machine. */
export const jobsOfQuery = (owner: JobOwner & { readonly id: ResourceId }) =>
  queryOptions({
    queryKey: ['jobs of', owner.id.toLowerCase()],
    queryFn: ({ signal }) => listJobsOf(session(), owner, signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** One job with its sub-tasks, read again until it has ended. */
export const jobQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['job', id.toLowerCase()],
    queryFn: ({ signal }) => getJob(session(), id, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isTerminal(state.data.status) ? false : readAgainIn(JOB_EVERY_MS),
  });
