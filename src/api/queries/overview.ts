import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listNotableJobs } from '#src/api/queries/jobs.ts';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { countByHealth, countOldPoints } from '#src/api/recovery-services/items.ts';
import { countVaults } from '#src/api/recovery-services/vaults.ts';
import type { PointAge } from '#src/model/instances.ts';

/** The jobs of the last 24 hours, counted by Azure. */
export const jobCountsQuery = () =>
  queryOptions({
    queryKey: ['job counts'],
    queryFn: ({ signal }) => countJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Restores that run, and what went wrong in the last 24 hours. */
export const notableJobsQuery = () =>
  queryOptions({
    queryKey: ['notable jobs'],
    queryFn: ({ signal }) => listNotableJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Backup instances by their health, counted by Azure. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['instance health'],
    queryFn: ({ signal }) => countByHealth(session(), signal),
  });

/** VMs without a restore point of this age or newer, counted by Azure. */
export const oldPointsQuery = (age: PointAge) =>
  queryOptions({
    queryKey: ['old points', age],
    queryFn: ({ signal }) => countOldPoints(session(), age, signal),
  });

/** How many vaults there are. */
export const vaultCountQuery = () =>
  queryOptions({
    queryKey: ['vault count'],
    queryFn: ({ signal }) => countVaults(session(), signal),
  });
