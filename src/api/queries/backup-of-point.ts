import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import { listJobPage } from '#src/api/queries/listed-jobs.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { readJob } from '#src/api/queries/read-job.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import type { Instant } from '#src/lib/time.ts';
import { ALL_JOBS, isTerminal, NEWEST_FIRST } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { backupOf } from '#src/model/points.ts';

/** More backups of one VM than there are in a week. */
const ENOUGH = 50;

/**
 * The backup that took a restore point, with its subtasks, read again until it has ended; null: it
 * isn't among the jobs of the last seven days.
 */
export const backupOfPointQuery = (itemId: ResourceId, time: Instant) =>
  queryOptions({
    queryKey: ['backup of point', itemId.toLowerCase(), time],
    queryFn: async ({ signal }) => {
      const filter = { ...ALL_JOBS, instance: itemId, operations: ['Backup'] as const };
      const wanted = { filter, order: NEWEST_FIRST, start: { skip: 0 }, top: ENOUGH };
      const { rows } = await listJobPage(session(), wanted, signal);
      const found = backupOf(rows, time);
      return found === undefined ? null : readJob(vaultJobs, found.id, signal);
    },
    refetchInterval: ({ state: { data } }) =>
      data === null || (data !== undefined && isTerminal(data.status))
        ? false
        : readAgainIn(LIST_EVERY_MS),
  });
