import type { QueryClient } from '@tanstack/react-query';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { warm } from '#src/api/queries/warm.ts';
import { type JobsSearch, jobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';

/** The list of all jobs. */
export const jobs = {
  path: '/jobs',
  search: jobsSearch,
  load: (queries: QueryClient, search: JobsSearch) => {
    const { filter, order, isSecondary } = jobsWanted(search);
    if (!isSecondary) warm(queries, pageQuery(jobPages(filter, order), 0));
  },
} as const;
