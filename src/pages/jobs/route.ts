import type { QueryClient } from '@tanstack/react-query';
import { jobCountsQuery, notableJobsQuery } from '#src/api/queries/overview.ts';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { prefetch } from '#src/api/queries/query.ts';
import { runningBackupsQuery } from '#src/pages/jobs/backups.ts';
import { type JobsSearch, jobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { loadJobsBeside, namedIn, ownJobs } from '#src/pages/list/loaded.ts';

/** The list of all jobs. */
export const jobsPage = {
  path: '/jobs',
  search: jobsSearch,
  load: async (queries: QueryClient, search: JobsSearch) => {
    const { filter, order, isSecondary } = jobsWanted(search);
    const named = namedIn(search);
    const own = isSecondary ? null : await ownJobs(named);
    const beside = await loadJobsBeside(named);
    if (own !== null) own((spec) => spec.listOf(search).source.warm(queries));
    else if (!isSecondary) {
      prefetch(queries, notableJobsQuery());
      prefetch(queries, jobCountsQuery());
      prefetch(queries, runningBackupsQuery());
      prefetch(queries, pageQuery(jobPages(filter, order), 0));
    }
    return { own, beside };
  },
} as const;
