import type { Instant } from '#src/lib/time.ts';
import type { InstanceFilter, SoftDeletion } from '#src/model/instances.ts';
import type { Job, JobDetails } from '#src/model/jobs.ts';
import type { ListOrder } from '#src/lib/list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Vault } from '#src/model/vaults.ts';

/**
 * A Backup vault: what keeps the points of managed disks. It acts by its system-assigned identity
 * (document 002, Restore to create a new disk).
 */
export interface BackupVault extends Pick<
  Vault,
  'id' | 'name' | 'subscriptionId' | 'resourceGroup' | 'region'
> {
  /** The id of its system-assigned identity in the directory; null: it has none. */
  readonly principalId: string | null;
}

/** A managed disk that a Backup vault protects. Null: the instance does not say. */
export interface DiskBackupInstance {
  readonly id: ResourceId;
  readonly vaultId: ResourceId;
  readonly vaultName: string;
  /** The vault's subscription. */
  readonly subscriptionId: string;
  /** The disk's name, group and region; the disk itself may be gone. */
  readonly friendlyName: string;
  readonly sourceDiskId: ResourceId;
  readonly resourceGroup: string;
  readonly region: string | null;
  /** Where the incremental snapshots are kept that a restore reads. */
  readonly snapshotGroupId: ResourceId | null;
  readonly policyName: string | null;
  /** `ProtectionConfigured` and its kin, as Azure names them (azure-contract §11). */
  readonly protectionState: string;
  /** Null: it isn't deleted. */
  readonly deletion: SoftDeletion | null;
}

/** A recovery point of a disk: an incremental snapshot. Null: the point does not say. */
export interface DiskRecoveryPoint {
  readonly id: ResourceId;
  /** What a restore names the point by. */
  readonly name: string;
  readonly time: Instant | null;
  readonly expiresAt: Instant | null;
  /** `Incremental` of a disk, as Azure names it. */
  readonly kind: string | null;
  readonly isComplete: boolean | null;
}

export interface DiskJob extends Job {
  readonly instanceId: ResourceId;
  readonly sourceDiskId: ResourceId;
}

/** A job of a Backup vault with what only a read of the job itself gives; never a percent. */
export interface DiskJobDetails extends DiskJob, JobDetails {
  readonly activityId: string | null;
  /** When the point was taken that was restored; null: not told. */
  readonly recoveryPointTime: Instant | null;
  /** The disk that the job makes; null: not told. */
  readonly restoredDiskId: ResourceId | null;
}

/** Whether a job that was read by itself is one of a Backup vault. */
export const isDiskJob = (job: JobDetails): job is DiskJobDetails => 'restoredDiskId' in job;

/** An incremental snapshot as Compute knows it. Null: it does not say. */
export interface DiskSnapshot {
  readonly id: ResourceId;
  readonly name: string;
  readonly sourceDiskId: ResourceId | null;
  readonly isIncremental: boolean;
  readonly createdAt: Instant | null;
}

/** Which protected disks a list shows. An empty list of values means all. */
export interface DiskInstanceFilter extends Pick<
  InstanceFilter,
  'search' | 'vaults' | 'subscriptions' | 'regions'
> {
  /** Ids of the disks themselves; left out: all. */
  readonly sources?: readonly ResourceId[];
}

export const DISK_INSTANCE_SORTS = ['name', 'vault', 'subscription', 'region'] as const;
export type DiskInstanceSort = (typeof DISK_INSTANCE_SORTS)[number];

export type DiskInstanceOrder = ListOrder<DiskInstanceSort>;

/** No filter at all. */
export const EVERY_DISK: DiskInstanceFilter = {
  search: '',
  vaults: [],
  subscriptions: [],
  regions: [],
};

/** The usual order. */
export const DISKS_BY_NAME: DiskInstanceOrder = { by: 'name', isDescending: false };
