import type { Instant } from '#src/lib/time.ts';
import type {
  BackupVault,
  DiskBackupInstance,
  DiskRecoveryPoint,
  DiskSnapshot,
  SourceDisk,
} from '#src/model/data-protection.ts';
import type { Permission } from '#src/model/permission.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';
import type { ResourceGroup, Subscription } from '#src/model/target.ts';
import type { Read } from '#src/wizard/draft/reads.ts';

/** Everything the wizard has asked Azure about the restore of one disk, each read with its state. */
export interface DiskReads {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
  readonly instance: Read<DiskBackupInstance>;
  readonly vault: Read<BackupVault>;
  readonly points: Read<DiskRecoveryPoint[]>;
  /** The disk that was backed up; null: it is gone. */
  readonly disk: Read<SourceDisk | null>;
  /** The backup of the machine that the disk is attached to; null: no Recovery Services vault has one. */
  readonly machineBackup: Read<ProtectedItem | null>;
  readonly subscriptions: Read<Subscription[]>;
  /** The resource groups of the target subscription. */
  readonly groups: Read<ResourceGroup[]>;
  /** Names of the disks that the target group has. */
  readonly diskNames: Read<string[]>;
  /** The snapshots in the group that the backup instance names. */
  readonly snapshots: Read<DiskSnapshot[]>;
  /** What the vault's identity was given: in the target group, the snapshot group, on the key's set. */
  readonly targetRoles: Read<RoleAssignment[]>;
  readonly snapshotRoles: Read<RoleAssignment[]>;
  readonly setRoles: Read<RoleAssignment[]>;
  /** The restores of the vault that are in progress, whoever started them. */
  readonly runningRestores: Read<readonly RunningRestore[]>;
  /** What the person may do in the target group: whether a role can be given from here. */
  readonly permissions: Read<Permission[]>;
}
