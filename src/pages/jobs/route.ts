import type { QueryClient } from '@tanstack/react-query';
import { jobsQuery } from '#src/api/queries/jobs.ts';
import { warm } from '#src/api/queries/warm.ts';

/** The list of all jobs. */
export const jobs = {
  path: '/jobs',
  load: (queries: QueryClient) => warm(queries, jobsQuery()),
} as const;
