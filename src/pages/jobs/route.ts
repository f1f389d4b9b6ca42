import type { QueryClient } from '@tanstack/react-query';
import { jobCountsQuery, notableJobsQuery } from '#src/api/queries/overview.ts';
import { prefetch } from '#src/api/queries/query.ts';
import { wholeJobsQuery } from '#src/api/queries/whole-jobs.ts';
import { runningBackupsQuery } from '#src/pages/jobs/backups.ts';
import { azureFilter, type JobsSearch, jobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { namedIn, ownJobs } from '#src/pages/list/loaded.ts';

/** The list of all jobs. */
export const jobsPage = {
  path: '/jobs',
  search: jobsSearch,
  load: async (queries: QueryClient, search: JobsSearch) => {
    const wanted = jobsWanted(search);
    const own = wanted.isSecondary ? null : await ownJobs(namedIn(search));
    if (own !== null) own((spec) => spec.listOf(search).source.warm(queries));
    else if (!wanted.isSecondary) {
      prefetch(queries, notableJobsQuery());
      prefetch(queries, jobCountsQuery());
      prefetch(queries, runningBackupsQuery());
      prefetch(queries, wholeJobsQuery(azureFilter(wanted), wanted.order));
    }
    return { own };
  },
} as const;
