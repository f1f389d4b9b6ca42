import { focusManager, type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import { requestedPauseMs } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { scheduled } from '#src/api/queries/poll-schedule.ts';
import { listJobPage } from '#src/api/queries/listed-jobs.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { jobSources } from '#src/api/queries/read-job.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { onSharedAnswer, readOnce, type SharedAnswer } from '#src/api/queries/read-once.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { noteRead, type SeenJob, storedJob } from '#src/api/queries/seen-jobs.ts';
import { now } from '#src/lib/clock.ts';
import {
  isTerminal,
  type Job,
  type JobDetails,
  type JobFilter,
  type JobOrder,
} from '#src/model/jobs.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** How often a running job is polled, on the product's clock. */
const JOB_EVERY_MS = 15_000;
/** The same in a hidden tab. */
const HIDDEN_EVERY_MS = 60_000;
/** How often a list is polled. */
export const LIST_EVERY_MS = 60_000;

/** The jobs that a filter lets through, in pages, live. */
export const jobPages = (filter: JobFilter, order: JobOrder): Pages<Job> => ({
  key: ['jobs', filter, order],
  read: (wanted, signal) => listJobPage(session(), { filter, order, ...wanted }, signal),
  everyMs: LIST_EVERY_MS,
});

/**
 * One job with its subtasks, of any service and region, read again until it has ended. Its reads share
 * the budget of all followed jobs: the one read longest ago comes first. All tabs share one read.
 */
export const jobQuery = (id: ResourceId) => followed(id);

/** The same job where a person looks at it alone: read before those that are followed beside others. */
export const openJobQuery = (id: ResourceId) => ({ ...followed(id), meta: { isOpen: true } });

/** The same job where another is compared with it: read after all that are followed. */
export const comparedJobQuery = (id: ResourceId) => followed(id, now);

const followed = (id: ResourceId, since: typeof readAt = readAt) =>
  queryOptions({
    queryKey: ['job', id.toLowerCase()],
    queryFn: ({ client, queryKey, signal }) =>
      scheduled(
        { readAt: since(queryKey), isUrgent: isOpen(client, queryKey) },
        async () => {
          const source = await jobSources().of(id);
          const shared = await readOnce(id, () => source.ask(id, signal));
          return takeIn(client, shared, source.jobFrom(id, shared.answer));
        },
        signal,
      ),
    // Whoever turns to this tab again reads it at once.
    staleTime: () => readAgainIn(JOB_EVERY_MS),
    refetchInterval: ({ state: { data, error } }) =>
      data !== undefined && isTerminal(data.status)
        ? false
        : readAgainIn(Math.max(everyMs(), requestedPauseMs(error))),
  });

/** Whether a person looks at it alone, whatever asks for this read. */
const isOpen = (client: QueryClient, queryKey: QueryKey): boolean =>
  client
    .getQueryCache()
    .find({ queryKey })
    ?.observers.some(({ options }) => options.meta?.['isOpen'] === true) ?? false;

const everyMs = (): number => (focusManager.isFocused() ? JOB_EVERY_MS : HIDDEN_EVERY_MS);

/** What was seen of a job in all its reads, by this tab or another; null: nothing. */
export const seenJobQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['job seen', id.toLowerCase()],
    queryFn: ({ client, queryKey }) =>
      storedJob(id) ?? client.getQueryData<SeenJob | null>(queryKey) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Adds a read of a job, of whichever tab, to all that was seen of it. */
function takeIn(client: QueryClient, shared: SharedAnswer, job: JobDetails): JobDetails {
  const id = resourceId(shared.id);
  const { queryKey } = seenJobQuery(id);
  const known = client.getQueryData(queryKey) ?? null;
  client.setQueryData(queryKey, noteRead(known, id, job, shared));
  return job;
}

/** Takes answers that other tabs got for jobs that this one follows. Returns the way to stop. */
export function followOtherTabs(client: QueryClient): () => void {
  return onSharedAnswer((shared) => {
    const id = resourceId(shared.id);
    const options = jobQuery(id);
    const query = client.getQueryCache().find({ queryKey: options.queryKey });
    // One that waits for an answer hears it by itself.
    if (query?.isActive() !== true || query.state.fetchStatus !== 'idle') return;
    takeOver(client, shared).catch(() => undefined);
  });
}

/** Takes an answer of another tab. @throws where its shape is one that this version does not know. */
async function takeOver(client: QueryClient, shared: SharedAnswer): Promise<void> {
  const id = resourceId(shared.id);
  const job = (await jobSources().of(id)).jobFrom(id, shared.answer);
  const take = async () => takeIn(client, shared, job);
  await client.query({ ...jobQuery(id), staleTime: 0, queryFn: take });
}
