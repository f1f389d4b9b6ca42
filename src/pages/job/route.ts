import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { prefetch } from '#src/api/queries/query.ts';
import type { JobSpec, TaskAfterJobProps } from '#src/datasources/job.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A job, and what its datasource brings to its page. */
interface KnownJob {
  readonly id: ResourceId;
  readonly spec: JobSpec;
}

/** One job; null for an address that names none. */
export const jobPage = {
  path: '/jobs/$jobId',
  load: async (
    queries: QueryClient,
    { jobId }: { readonly jobId: string },
  ): Promise<KnownJob | null> => {
    const id = jobFromAddress(jobId);
    const owner = id === null ? undefined : ownerOf(id);
    if (id === null || owner === undefined) return null;
    prefetch(queries, openJobQuery(id));
    return { id, spec: await codeOf(owner, owner.jobSpec) };
  },
} as const;

/** The record of a job; null for an address that names none. */
export const jobRecordPage = { path: '/jobs/$jobId/record', load: jobPage.load } as const;

/** A thing to do after a job, with its page. */
interface KnownTask {
  readonly id: ResourceId;
  readonly title: string;
  readonly Page: ComponentType<TaskAfterJobProps>;
}

/** What is done after a job; null for an address that names no job, or nothing that can be done. */
export const jobTaskPage = {
  path: '/jobs/$jobId/$task',
  load: async (
    queries: QueryClient,
    { jobId, task }: { readonly jobId: string; readonly task: string },
  ): Promise<KnownTask | null> => {
    const known = await jobPage.load(queries, { jobId });
    const tasks = known?.spec.tasks ?? {};
    const found = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    if (known === null || found === undefined) return null;
    return { id: known.id, title: found.title, Page: await found.load() };
  },
} as const;
