import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { beforeLate, withinLimits } from '#src/api/queries/in-time.ts';
import { jobQuery, jobSources } from '#src/api/queries/jobs.ts';
import { LIST_EVERY_MS, readAgainIn, readOther } from '#src/api/queries/query.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import {
  type FoundJob,
  isNewSince,
  oursAmong,
  type Press,
  requestOf,
} from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A job that an answer led to, which may be of another request. */
export interface NamedJob {
  /** What it reports; null: it couldn't be read. */
  readonly job: Pick<FoundJob, 'requestId' | 'startedAt'> | null;
  /** The job that has our request ID, where that one has another and may be new; null: none is listed. */
  readonly ours: FoundJob | null;
}

/**
 * Reads such a job, once, as its page does. Where it has the ID of another request and may be new, the list says
 * whether another job has ours; while that can't be read, there is no result. `search`: for our ID alone; null: there
 * is none.
 */
export const namedJobQuery = (id: ResourceId, press: Press, search: LostSearchQuery | null) =>
  queryOptions({
    queryKey: ['named job', id.toLowerCase(), press.requestIds],
    queryFn: async ({ client, signal }): Promise<NamedJob> => {
      const job = await reported(client, id, signal);
      const isOther = job !== null && requestOf(press, job) === 'another';
      if (!isOther || search === null || !isNewSince(press, { id, ...job }))
        return { job, ours: null };
      const { jobs } = await readOther(client, { ...search, staleTime: 0 });
      return { job, ours: oursAmong(press, jobs)[0] ?? null };
    },
    staleTime: Number.POSITIVE_INFINITY,
    // What couldn't be read is read again the next time.
    gcTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data === undefined ? readAgainIn(LIST_EVERY_MS) : false,
  });

async function reported(
  client: QueryClient,
  id: ResourceId,
  signal: AbortSignal,
): Promise<NamedJob['job']> {
  try {
    const { requestIdOf } = await jobSources().of(id);
    const job = await beforeLate(signal, (limits) =>
      withinLimits(() => readOther(client, jobQuery(id)), limits),
    );
    return { requestId: requestIdOf(job), startedAt: job.startedAt };
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}
