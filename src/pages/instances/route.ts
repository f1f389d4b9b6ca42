import type { QueryClient } from '@tanstack/react-query';
import { instancesQuery } from '#src/api/queries/instances.ts';
import { warm } from '#src/api/queries/warm.ts';

/** The list of all protected machines. */
export const instances = {
  path: '/instances',
  load: (queries: QueryClient) => warm(queries, instancesQuery()),
} as const;
