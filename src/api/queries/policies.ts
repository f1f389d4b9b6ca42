import { queryOptions } from '@tanstack/react-query';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { byId } from '#src/api/queries/by-id.ts';
import { vaultsKey } from '#src/api/queries/vaults.ts';
import { listPolicies } from '#src/api/recovery-services/policies.ts';
import { listVaultPage } from '#src/api/recovery-services/vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

/** The policies of a vault that can back up a VM. */
export const policiesQuery = byId('backup policies', listPolicies);

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
