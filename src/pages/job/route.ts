import type { QueryClient } from '@tanstack/react-query';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { warm } from '#src/api/queries/warm.ts';

/** One job. */
export const job = {
  path: '/jobs/$jobId',
  load: (queries: QueryClient, { jobId }: { readonly jobId: string }) => {
    const id = jobFromAddress(jobId);
    if (id !== null) warm(queries, openJobQuery(id));
  },
} as const;
