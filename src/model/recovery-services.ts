import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Storage redundancy of a vault or an account, in Azure's short words. */
export type Redundancy = 'LRS' | 'GRS' | 'RA-GRS' | 'ZRS' | 'GZRS' | 'RA-GZRS';

/** Whether a vault lets its points be restored to other subscriptions (document 000). */
export type CrossSubscriptionState = 'enabled' | 'disabled' | 'permanentlyDisabled';

/** A Recovery Services vault. Null: the vault does not say. */
export interface Vault {
  readonly id: ResourceId;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly region: string;
  readonly redundancy: Redundancy | null;
  readonly crossRegionRestore: boolean | null;
  readonly crossSubscriptionRestore: CrossSubscriptionState | null;
  /** The subscription that the vault was moved from; null when it was never moved. */
  readonly movedFrom: string | null;
  /** The kinds of managed identity that the vault has; an old vault has none. */
  readonly identities: readonly ('system' | 'user')[];
  readonly userIdentityIds: readonly ResourceId[];
  /** Ids in the directory of its identities: of the system's, and of the others by lower-case resource id. */
  readonly systemPrincipalId: string | null;
  readonly userPrincipalIds: Readonly<Record<string, string>>;
}

/** How a vault encrypts what it keeps. Null: it does not say. */
export interface VaultEncryption {
  readonly usesCustomerKey: boolean | null;
}

/**
 * A backup that someone deleted, and that Azure still keeps: nothing of it can be restored until it is undeleted.
 * Null: not reported.
 */
export interface SoftDeletion {
  readonly deletedAt: Instant | null;
  /** When Azure destroys its restore points. */
  readonly purgeAt: Instant | null;
}

/** Whether a backup instance is deleted softly; undefined while it isn't read. */
export const isDeletedSoftly = (
  item: { readonly deletion: SoftDeletion | null } | undefined,
): boolean | undefined => item && item.deletion !== null;

/** A VM that a vault protects: what a restore starts from. */
export interface ProtectedItem {
  readonly id: ResourceId;
  readonly vaultId: ResourceId;
  readonly vaultName: string;
  readonly subscriptionId: string;
  /** The vault's region; null where the answer does not name it. */
  readonly region: string | null;
  /** The source VM's name and group; the VM itself may be gone. */
  readonly friendlyName: string;
  readonly resourceGroup: string;
  readonly sourceResourceId: ResourceId;
  readonly deployment: 'arm' | 'classic';
  /** Of one that is deleted softly, `softDeleted`: Azure reports such a one as healthy. */
  readonly health: 'passed' | 'actionSuggested' | 'actionRequired' | 'unknown' | 'softDeleted';
  /** Null: it isn't deleted. */
  readonly deletion: SoftDeletion | null;
  readonly protectionState: string;
  readonly policyName: string | null;
  readonly lastBackupAt: Instant | null;
  readonly lastBackupStatus: BackupStatus;
  readonly lastRecoveryPointAt: Instant | null;
}

/** Whether a protection takes no more backups, by Azure's word; without a word that isn't known. */
export const isProtectionStopped = (state: string): boolean | undefined =>
  state === '' ? undefined : /stopped|suspended|paused|notprotected/i.test(state);

/** Status of the latest backup. `unknown`: Azure doesn't report it, or with an unknown word. */
export type BackupStatus = 'completed' | 'failed' | 'inProgress' | 'unknown';

/** What only a read of the one item tells, and no list. Null: it does not say. */
export interface ProtectedItemDetails extends ProtectedItem {
  readonly oldestPointAt: Instant | null;
  readonly pointCount: number | null;
}

export type Consistency = 'application' | 'fileSystem' | 'crash' | 'unknown';

/** Which copies of a point are valid, as people see it (azure-contract §4). */
export type RecoveryPointTier =
  | 'snapshot'
  | 'snapshotAndVaultStandard'
  | 'vaultStandard'
  | 'vaultArchive'
  | 'unknown';

/** A recovery point of a VM. Null: the point does not say. */
export interface RecoveryPoint {
  readonly id: ResourceId;
  /** Decimal text, larger than a safe integer; it identifies a point, and the time never does. */
  readonly name: string;
  readonly time: Instant | null;
  readonly consistency: Consistency;
  readonly tier: RecoveryPointTier;
  readonly isManaged: boolean | null;
  readonly isEncrypted: boolean | null;
  readonly isPremium: boolean | null;
  readonly vmSize: string | null;
  readonly osType: OsType | null;
  /** Null also where the machine was in no zone: Azure then leaves the zone out (azure-contract §4). */
  readonly zone: string | null;
  readonly diskCount: number | null;
  /** The disks that the point holds, and those that were attached and left out of the backup. */
  readonly disks: readonly PointDisk[] | null;
  readonly excludedDisks: readonly PointDisk[] | null;
  readonly hasPrivateAccessDisks: boolean | null;
  readonly originalStorageAccountOption: boolean | null;
  /** Its disks are mounted somewhere by file recovery. */
  readonly isMounted: boolean | null;
  /** When Azure deletes it. */
  readonly expiresAt: Instant | null;
  /** Deleted softly: it can be restored until it expires, and can't be undeleted. */
  readonly isSoftDeleted: boolean;
  /** The key vaults of a machine encrypted by a disk extension: its secret's and its key's. */
  readonly keyVaultIds: readonly ResourceId[];
  /** Its secret and its key, which a request names; left out: the point names none. */
  readonly keys?: EncryptionKeys;
}

/** Where the secret and the key of Azure Disk Encryption are. A part that is left out is not reported. */
export interface EncryptionKeys {
  readonly secretUrl?: string | undefined;
  readonly secretVaultId?: string | undefined;
  readonly keyUrl?: string | undefined;
  readonly keyVaultId?: string | undefined;
}

export type OsType = 'Windows' | 'Linux';

/** A disk as a point lists it. The OS disk has LUN -1. */
export interface PointDisk {
  readonly lun: number | null;
  readonly name: string | null;
}
