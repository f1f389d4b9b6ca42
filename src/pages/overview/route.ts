import type { QueryClient } from '@tanstack/react-query';
import {
  healthQuery,
  jobCountsQuery,
  notableJobsQuery,
  vaultCountQuery,
} from '#src/api/queries/overview.ts';
import { warm } from '#src/api/queries/query.ts';

/** The start page: four questions that its load starts, whatever the size of the estate. */
export const overview = {
  path: '/',
  load: (queries: QueryClient) => {
    warm(queries, notableJobsQuery());
    warm(queries, jobCountsQuery());
    warm(queries, healthQuery());
    warm(queries, vaultCountQuery());
  },
} as const;
