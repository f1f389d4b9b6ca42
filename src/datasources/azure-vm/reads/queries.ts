import {
  instanceQuery,
  recoveryPointsQuery,
  secondaryPointsQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import { machineNamesQuery, virtualNetworksQuery } from '#src/api/queries/placement.ts';
import {
  machineQuery,
  resourceGroupsQuery,
  storageAccountsQuery,
} from '#src/api/queries/targets.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The queries about a protected machine, its backups and its vault. `item`: undefined while it is not read. */
export const sourceQueries = (itemId: ResourceId, item: ProtectedItem | undefined) => ({
  instance: instanceQuery(itemId),
  points: recoveryPointsQuery(itemId),
  secondaryPoints: secondaryPointsQuery(itemId),
  vault: vaultQuery(item?.vaultId ?? itemId),
  machine: machineQuery(item?.sourceResourceId ?? itemId),
});

/** The queries about what a target subscription has, and others may take meanwhile. */
export const targetQueries = (subscription: string) => ({
  groups: resourceGroupsQuery(subscription),
  accounts: storageAccountsQuery(subscription),
  networks: virtualNetworksQuery(subscription),
  machineNames: machineNamesQuery(subscription),
});
