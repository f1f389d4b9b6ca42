import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { listDiskRestores } from '#src/api/data-protection/jobs/ops.ts';
import { diskJobs } from '#src/api/data-protection/jobs/source.ts';
import { scheduled } from '#src/api/queries/poll-schedule.ts';
import { type JobSource, readJob } from '#src/api/queries/read-job.ts';
import { recentRestores } from '#src/api/recovery-services/jobs/search.ts';
import { vaultJobs } from '#src/api/recovery-services/jobs/source.ts';
import { isTerminal, type Job } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';

/** The restores of one vault that are in progress, with where they go: asked right before another one. */

/** Each is read by itself, as lists tell no target; of more than this the target stays unknown. */
const MOST_READ = 20;

/**
 * Those of a Recovery Services vault, from the service's own list, which doesn't lag: of its own region,
 * or of the secondary one, which has a list of its own (azure-contract §8, §9).
 */
export const runningRestoresQuery = (vaultId: ResourceId, secondaryRegion: string | null) =>
  queryOptions({
    queryKey: ['running restores', vaultId.toLowerCase(), secondaryRegion ?? ''],
    queryFn: async ({ signal }) => {
      const place = { vaultId, secondaryRegion: secondaryRegion ?? undefined };
      return withTargets(await recentRestores(session(), place, signal), vaultJobs, signal);
    },
  });

/** Those of a Backup vault (azure-contract §11): its list takes no filter. */
export const runningDiskRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['running disk restores', vaultId.toLowerCase()],
    queryFn: async ({ signal }) =>
      withTargets(await listDiskRestores(session(), vaultId, signal), diskJobs, signal),
  });

async function withTargets(
  jobs: readonly Job[],
  source: JobSource,
  signal: AbortSignal,
): Promise<readonly RunningRestore[]> {
  const running = jobs
    .filter(({ status }) => !isTerminal(status))
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  const request = { readAt: null, isUrgent: false };
  const read = await Promise.allSettled(
    running
      .slice(0, MOST_READ)
      .map(({ id }) => scheduled(request, () => readJob(source, id, signal), signal)),
  );
  return running.flatMap((job, index) => {
    const one = read[index];
    const details = one?.status === 'fulfilled' ? one.value : null;
    // It may have ended since the list was read.
    return details !== null && isTerminal(details.status) ? [] : [{ job, details }];
  });
}
