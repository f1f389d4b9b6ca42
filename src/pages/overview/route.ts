import type { QueryClient } from '@tanstack/react-query';
import {
  healthQuery,
  jobCountsQuery,
  notableJobsQuery,
  vaultCountQuery,
} from '#src/api/queries/overview.ts';
import { prefetch } from '#src/api/queries/query.ts';

/** The start page: four questions that its load starts, whatever the size of the estate. */
export const overviewPage = {
  path: '/',
  load: (queries: QueryClient) => {
    prefetch(queries, notableJobsQuery());
    prefetch(queries, jobCountsQuery());
    prefetch(queries, healthQuery());
    prefetch(queries, vaultCountQuery());
  },
} as const;
