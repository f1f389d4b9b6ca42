import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listJobPage } from '#src/api/queries/jobs.ts';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import { MOST_ROWS_A_PAGE } from '#src/api/resource-graph/query.ts';
import {
  ALL_JOBS,
  type JobFilter,
  type JobOrder,
  type JobWithErrors,
  NEWEST_FIRST,
} from '#src/model/jobs.ts';

/** The jobs of Azure as one list that can be put in any order, and the backups of a week beside it. */
export interface WholeJobs {
  /** The first of them, as many as one answer holds. */
  readonly jobs: readonly JobWithErrors[];
  /** How many there are. */
  readonly total: number;
  /** The backups of the last seven days, the newest first; null: not read. */
  readonly week: readonly JobWithErrors[] | null;
}

const BACKUPS_OF_A_WEEK: JobFilter = { ...ALL_JOBS, operations: ['Backup'] };

/** How long the backups of a week are good for: one more makes no other usual time. */
const WEEK_IS_FRESH_MS = 600_000;

const first = async (filter: JobFilter, order: JobOrder, signal: AbortSignal) =>
  listJobPage(session(), { filter, order, start: { skip: 0 }, top: MOST_ROWS_A_PAGE }, signal);

/** The backups of the last seven days, the newest first. */
export const weekQuery = () =>
  queryOptions({
    queryKey: ['backups of a week'],
    staleTime: WEEK_IS_FRESH_MS,
    queryFn: async ({ signal }) => (await first(BACKUPS_OF_A_WEEK, NEWEST_FIRST, signal)).rows,
  });

/** The jobs that a filter lets through; null: none of Azure are wanted. */
export const wholeJobsQuery = (filter: JobFilter | null, order: JobOrder) =>
  queryOptions({
    queryKey: ['jobs', 'whole', filter, order],
    queryFn: async ({ client, signal }): Promise<WholeJobs> => {
      const [page, week] = await Promise.all([
        filter === null ? { rows: [], total: 0 } : first(filter, order, signal),
        // The list is there without it.
        client.query(weekQuery()).catch(() => null),
      ]);
      return { jobs: page.rows, total: page.total, week };
    },
    placeholderData: (before) => before,
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
