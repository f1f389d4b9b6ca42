import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listSourceMachines } from '#src/api/compute/machines.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { queryById } from '#src/api/queries/query.ts';
import {
  getProtectedItem,
  listInstancePage,
  listSecondaryItems,
} from '#src/api/recovery-services/items.ts';
import {
  getRecoveryPoint,
  listRecoveryPoints,
  listSecondaryPoints,
} from '#src/api/recovery-services/points.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults.ts';
import type { InstanceFilter, InstanceOrder, ProtectedItem } from '#src/model/instances.ts';
import type { Tags } from '#src/model/machines.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The backup instances that match a filter, in pages. */
export const instancePages = (
  filter: InstanceFilter,
  order: InstanceOrder,
): Pages<ProtectedItem> => ({
  key: ['instances', filter, order],
  read: (wanted, signal) => listInstancePage(session(), { filter, order, ...wanted }, signal),
});

interface SourceFacts {
  readonly size: string | null;
  readonly tags: Tags;
}

/** Source machines by lower-case id: those that are there with what is known of them, null for those that are gone. */
export type SourceMachines = Readonly<Record<string, SourceFacts | null>>;

/** The source machines of a page of items, asked for with that page. */
export const sourceMachinesQuery = (pageKey: QueryKey, items: readonly ProtectedItem[]) =>
  queryOptions({
    queryKey: ['source machines', ...pageKey, items.length, items[0]?.id, items.at(-1)?.id],
    queryFn: async ({ signal }): Promise<SourceMachines> => {
      const ids = items.map(({ sourceResourceId }) => sourceResourceId).filter((id) => id !== '');
      const machines = await listSourceMachines(session(), ids, signal);
      const sources: Record<string, SourceFacts | null> = {};
      for (const id of ids) sources[id.toLowerCase()] = null;
      for (const { id, size, tags } of machines) sources[id.toLowerCase()] = { size, tags };
      return sources;
    },
  });

/** What a vault keeps in its secondary region. */
export const secondaryInstancesQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['instances', 'secondary', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listSecondaryItems(session(), vaultId, signal),
  });

/** One backup instance. */
export const instanceQuery = queryById('instance', getProtectedItem);

/** The recovery points of one backup instance. */
export const recoveryPointsQuery = queryById('recovery points', listRecoveryPoints);

/** Those of them that are in the secondary region of its vault. */
export const secondaryPointsQuery = (itemId: ResourceId) =>
  queryOptions({
    queryKey: ['recovery points', 'secondary', itemId.toLowerCase()],
    queryFn: ({ signal }) => listSecondaryPoints(session(), itemId, signal),
  });

/** The recovery points of one backup instance, in either region of its vault. */
export const pointsQuery = (itemId: ResourceId, isSecondary: boolean) =>
  isSecondary ? secondaryPointsQuery(itemId) : recoveryPointsQuery(itemId);

/**
 * One vault. Rules depend on its settings, which another tab may have changed: it is read again
 * whenever this tab gets the focus.
 */
export const vaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['vault', id.toLowerCase()],
    queryFn: ({ signal }) => getVault(session(), id, signal),
    refetchOnWindowFocus: 'always',
  });

/** Whose key a vault is encrypted with. */
export const vaultEncryptionQuery = queryById('vault encryption', getVaultEncryption);

/** One recovery point, by itself: whether it is mounted at this moment. */
export const recoveryPointQuery = queryById('recovery point', getRecoveryPoint);
