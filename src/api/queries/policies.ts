import { queryOptions, skipToken } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { queryById, readAgainIn } from '#src/api/queries/query.ts';
import { vaultsKey } from '#src/api/queries/vaults.ts';
import { listPolicies } from '#src/api/recovery-services/policies.ts';
import { listVaultPage } from '#src/api/recovery-services/vaults.ts';
import { countReach, listServiceIssues } from '#src/api/resource-graph/service-health.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

/** The policies of a vault that can back up a VM. */
export const policiesQuery = queryById('backup policies', listPolicies);

/** More stand in no list: a person would not find theirs. */
const MOST = 100;

/**
 * The vaults that can back up a VM: those of its region and its subscription (documentation of Azure Backup,
 * support matrix), from Resource Graph.
 */
export const vaultsInReachQuery = (machineId: ResourceId, region: string) => {
  const filter = {
    search: '',
    subscriptions: [parseResourceId(machineId)?.subscriptionId ?? ''],
    regions: [region],
    redundancies: [],
    crossRegion: [],
    crossSubscription: [],
  };
  return queryOptions({
    queryKey: [...vaultsKey, filter, 'in reach'],
    queryFn: async ({ signal }) => {
      const wanted = { filter, order: VAULTS_BY_NAME, start: { skip: 0 }, top: MOST };
      return (await listVaultPage(session(), wanted, signal)).rows;
    },
  });
};

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
