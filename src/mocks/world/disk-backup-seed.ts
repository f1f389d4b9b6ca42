import type { JobErrorPlan } from '#src/mocks/time/plan.ts';

/** Backup vaults and the disks that they protect (document 002). */

/** A deletion whose end is still to come: the vault keeps what was deleted for some days. */
export interface SoftDeletionSeed {
  /** ISO text. */
  readonly at: string;
  readonly days: number;
}

export interface BackupVaultSeed {
  readonly id: string;
  readonly location: string;
  /** False: it has no system-assigned identity, and so may do nothing anywhere. */
  readonly hasIdentity: boolean;
}

/** A recovery point of a disk: an incremental snapshot. */
export interface DiskPointSeed {
  readonly name: string;
  /** ISO text. */
  readonly time: string;
  /** When it goes; missing: never. */
  readonly expires?: string;
  /** Its snapshot was deleted or moved. */
  readonly isSnapshotGone?: true;
}

export interface DiskInstanceSeed {
  readonly id: string;
  readonly vaultId: string;
  /** What is protected, and of which kind. */
  readonly sourceId: string;
  readonly sourceType: string;
  readonly location: string;
  /** Id of the group in which its snapshots are kept. */
  readonly snapshotGroup: string;
  readonly state: 'ProtectionConfigured' | 'ProtectionStopped' | 'ConfiguringProtection';
  /** Newest first. */
  readonly points: readonly DiskPointSeed[];
  /** Missing: it isn't deleted. */
  readonly softDeleted?: SoftDeletionSeed;
}

/** A restore of a disk from the time before the world's start. */
export interface DiskJobSeed {
  readonly name: string;
  readonly instanceId: string;
  /** Id of the disk that it made, or was to make. */
  readonly targetId: string;
  readonly startedSecondsBefore: number;
  /** What it failed of; missing: it did not fail. */
  readonly error?: JobErrorPlan;
}

/** What a world has of them. */
export interface DiskBackupsSeed {
  readonly backupVaults?: readonly BackupVaultSeed[];
  readonly diskInstances?: readonly DiskInstanceSeed[];
  readonly diskJobs?: readonly DiskJobSeed[];
}
