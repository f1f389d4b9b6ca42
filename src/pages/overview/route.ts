import type { QueryClient } from '@tanstack/react-query';
import { jobsQuery } from '#src/api/queries/jobs.ts';
import { warm } from '#src/api/queries/warm.ts';

/** The start page. */
export const overview = {
  path: '/',
  load: (queries: QueryClient) => warm(queries, jobsQuery()),
} as const;
