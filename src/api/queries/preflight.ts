import { DAY_MS, instant } from '#src/lib/time.ts';
import { queryOptions } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { listComputeUsages } from '#src/api/compute/sizes.ts';
import { hasKeyVault } from '#src/api/key-vaults.ts';
import { queryById } from '#src/api/queries/query.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { now } from '#src/lib/clock.ts';
import { regionName } from '#src/model/places.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What a subscription uses of its quotas of machines in a region. */
export const computeUsagesQuery = (subscriptionId: string, region: string) =>
  queryOptions({
    queryKey: ['compute usages', subscriptionId.toLowerCase(), regionName(region)],
    queryFn: ({ signal }) => uncut(listComputeUsages(session(), subscriptionId, region, signal)),
  });

/** Whether a key vault is there. */
export const keyVaultQuery = queryById('key vault', hasKeyVault);

/** The restores of a vault that started in the last 24 hours. */
export const restoresOfDayQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['restores of the day', vaultId.toLowerCase()],
    queryFn: ({ signal }) =>
      uncut(listRestoreJobs(session(), vaultId, instant(now() - DAY_MS), signal)),
  });
