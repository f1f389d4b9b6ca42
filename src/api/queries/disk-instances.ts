import { queryOptions } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/session.ts';
import { findDisk } from '#src/api/compute/disks/find.ts';
import { listSnapshots } from '#src/api/compute/snapshots/ops.ts';
import {
  getDiskInstance,
  listDiskInstancePage,
} from '#src/api/data-protection/backup-instances/ops.ts';
import { getBackupVault, listBackupVaults } from '#src/api/data-protection/backup-vaults/ops.ts';
import { listDiskJobs } from '#src/api/data-protection/jobs/ops.ts';
import { listDiskPoints } from '#src/api/data-protection/recovery-points/list.ts';
import { byId } from '#src/api/queries/by-id.ts';
import { LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import type { DiskInstanceFilter, DiskInstanceOrder } from '#src/model/disk-instance-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What Backup vaults and Compute say of protected disks. */

/** The protected disks that a filter lets through, in pages. */
export const diskInstancePages = (
  filter: DiskInstanceFilter,
  order: DiskInstanceOrder,
): Pages<DiskBackupInstance> => ({
  key: ['disk instances', filter, order],
  read: (wanted, signal) => listDiskInstancePage(session(), { filter, order, ...wanted }, signal),
});

/** The Backup vaults of all subscriptions. */
export const backupVaultsQuery = () =>
  queryOptions({
    queryKey: ['backup vaults'],
    queryFn: ({ signal }) => listBackupVaults(session(), signal),
  });

/** One Backup vault; its identity may be given or taken elsewhere, so it is read again on return. */
export const backupVaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['backup vault', id.toLowerCase()],
    queryFn: ({ signal }) => getBackupVault(session(), id, signal),
    refetchOnWindowFocus: 'always',
  });

/** One protected disk. */
export const diskInstanceQuery = byId('disk instance', getDiskInstance);

/** The recovery points of a protected disk. */
export const diskPointsQuery = byId('disk points', listDiskPoints);

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
