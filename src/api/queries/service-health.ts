import { queryOptions, skipToken } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { countReach, listServiceIssues } from '#src/api/resource-graph/service-health.ts';

/** How often Azure Service Health is read: it is a copy that lags by minutes. */
const EVERY_MS = 300_000;

/** The active issues of services that VMs and their backups need. */
export const serviceIssuesQuery = () =>
  queryOptions({
    queryKey: ['service issues'],
    queryFn: ({ signal }) => listServiceIssues(session(), signal),
    refetchInterval: () => readAgainIn(EVERY_MS),
  });

/** Where the VM backup instances of some regions can be restored, by what their vaults report; of no region nothing is read. */
export const reachQuery = (regions: readonly string[]) =>
  queryOptions({
    queryKey: ['reach of regions', ...regions],
    queryFn:
      regions.length === 0 ? skipToken : ({ signal }) => countReach(session(), regions, signal),
    refetchInterval: () => readAgainIn(EVERY_MS),
  });
