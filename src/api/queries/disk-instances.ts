import { queryOptions } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { findDisk, listSnapshots } from '#src/api/compute/disks.ts';
import {
  findDiskInstance,
  getDeletedDisk,
  listDiskInstancePage,
  listDiskPoints,
} from '#src/api/data-protection/instances.ts';
import { getBackupVault } from '#src/api/data-protection/vaults.ts';
import { listDiskJobs } from '#src/api/data-protection/jobs.ts';
import { byId } from '#src/api/queries/by-id.ts';
import {
  deletedDisks,
  fitting,
  isKnownDeleted,
  withDeleted,
} from '#src/api/queries/deleted-disks.ts';
import { LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import type {
  DiskBackupInstance,
  DiskInstanceFilter,
  DiskInstanceOrder,
  DiskRecoveryPoint,
} from '#src/model/backup-vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What Backup vaults and Compute say of protected disks. */

/** The protected disks that a filter lets through, in pages; those that are deleted softly stand at the end. */
export const diskInstancePages = (
  filter: DiskInstanceFilter,
  order: DiskInstanceOrder,
): Pages<DiskBackupInstance> => ({
  key: ['disk instances', filter, order],
  read: async (wanted, signal, client) => {
    const [page, deleted] = await Promise.all([
      listDiskInstancePage(session(), { filter, order, ...wanted }, signal),
      deletedDisks(client, signal),
    ]);
    return withDeleted(page, deleted.disks.filter(fitting(filter)), wanted);
  },
});

/** One Backup vault; its identity may be given or taken elsewhere, so it is read again on return. */
export const backupVaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['backup vault', id.toLowerCase()],
    queryFn: ({ signal }) => getBackupVault(session(), id, signal),
    refetchOnWindowFocus: 'always',
  });

/** One protected disk, also where its backup was deleted and is still kept. */
export const diskInstanceQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['disk instance', id.toLowerCase()],
    queryFn: ({ signal, client }) =>
      // A question for what a list has shown as deleted would get the answer that it isn't there.
      (isKnownDeleted(client, id) ? getDeletedDisk : findDiskInstance)(session(), id, signal),
  });

/** The recovery points of a protected disk; of one that is deleted Azure lists none. */
export const diskPointsQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['disk points', id.toLowerCase()],
    queryFn: ({ signal, client }) => (isKnownDeleted(client, id) ? [] : listPointsOf(id, signal)),
  });

async function listPointsOf(id: ResourceId, signal: AbortSignal): Promise<DiskRecoveryPoint[]> {
  try {
    return await listDiskPoints(session(), id, signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const { deletion } = await findDiskInstance(session(), id, signal);
    if (deletion === null) throw error;
    return [];
  }
}

/** A managed disk; null: there is none of that id. */
export const foundDiskQuery = byId('found disk', findDisk);

/** The snapshots in a resource group. */
export const snapshotsQuery = (groupId: ResourceId) =>
  queryOptions({
    queryKey: ['snapshots', groupId.toLowerCase()],
    queryFn: ({ signal }) => uncut(listSnapshots(session(), groupId, signal)),
  });

/** The jobs of a Backup vault, live. */
export const diskJobsQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['disk jobs', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listDiskJobs(session(), vaultId, signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
