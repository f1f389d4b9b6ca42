import type { QueryClient } from '@tanstack/react-query';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { warm } from '#src/api/queries/warm.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A job, and what its datasource brings to its page. */
interface KnownJob {
  readonly id: ResourceId;
  readonly spec: JobSpec;
}

/** One job; null for an address that names none. */
export const job = {
  path: '/jobs/$jobId',
  load: async (
    queries: QueryClient,
    { jobId }: { readonly jobId: string },
  ): Promise<KnownJob | null> => {
    const id = jobFromAddress(jobId);
    const owner = id === null ? undefined : ownerOf(id);
    if (id === null || owner === undefined) return null;
    warm(queries, openJobQuery(id));
    return { id, spec: await codeOf(owner, owner.jobSpec) };
  },
} as const;
