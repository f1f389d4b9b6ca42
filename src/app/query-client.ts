import { type Query, QueryClient } from '@tanstack/react-query';
import { rememberingCache } from '#src/api/queries/read-at.ts';
import { followOtherTabs } from '#src/api/queries/jobs.ts';
import { isReadHeldBack } from '#src/api/queries/poll-schedule.ts';
import { provideJobSources } from '#src/api/queries/read-job.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { onClockJump } from '#src/lib/clock.ts';
import { onNewVisit, onReadsCounted, addRestCheck } from '#src/lib/page-state.ts';
import { onWake } from '#src/lib/browser.ts';

/** The cache of Azure's answers. The pipeline repeats reads, so the cache doesn't. */
export function createQueries(): QueryClient {
  provideJobSources(JOB_SOURCES);
  return new QueryClient({
    queryCache: rememberingCache(),
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * Before the first query, once clock and owner are known: a changed clock makes everything in view stale, and a computer
 * that slept makes all polled data stale.
 */
export function keepFresh(queries: QueryClient): void {
  const stops = [
    onClockJump(() => void queries.invalidateQueries({ refetchType: 'active' })),
    onWake(() => {
      // What is read once says how old it is; what is on its way waits as long as Azure has asked.
      const isLive = ({ observers }: Query) =>
        observers.some(({ options }) => options.refetchInterval !== undefined);
      void queries.refetchQueries({ type: 'active', predicate: isLive }, { cancelRefetch: false });
    }),
    followOtherTabs(queries),
  ];
  stops.push(
    addRestCheck(() => queries.isMutating() === 0 && !isFollowed(queries)),
    onReadsCounted(() => queries.isFetching({ predicate: isCounted })),
    onNewVisit(() => {
      for (const stop of stops.splice(0)) stop();
      void queries.cancelQueries();
      queries.clear();
    }),
  );
}

/** Read by the schedule of running jobs, or after such a read. */
const JOB_READS: ReadonlySet<unknown> = new Set(['job', 'past jobs', 'past restores']);

/** Whether a read ends by itself: not while it waits for its turn, or for another read that does. */
const isCounted = ({ queryKey: [kind] }: Query): boolean =>
  !isReadHeldBack() || !JOB_READS.has(kind);

/** Whether something is followed outside of all pages, such as a change of a vault: that asks on. */
function isFollowed(queries: QueryClient): boolean {
  return queries
    .getQueryCache()
    .getAll()
    .some((query) => query.isActive());
}
