import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, JobTask } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What a restore point promises of its data, as Azure names it. */
export type Consistency = 'AppConsistent' | 'FileSystemConsistent' | 'CrashConsistent' | 'unknown';

/** Which copies of a point are valid, as people see it (azure-contract §4). */
export type RecoveryPointTier = 'Snapshot' | 'SnapshotAndVault' | 'Vault' | 'Archive' | 'unknown';

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

/** Whether a restore point is a snapshot and nothing else: its transfer to the vault isn't complete. */
export function isOnlySnapshot({ tier }: Pick<RecoveryPoint, 'tier'>): boolean {
  return tier === 'Snapshot';
}

/** Whether a restore point is past its end, of which the moment itself is a part; one without an end never is. */
export function isExpired(
  { expiresAt }: { readonly expiresAt: Instant | null },
  at: Instant,
): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/** Whether the data of a restore point is in the vault. */
export function isInVault({ tier }: Pick<RecoveryPoint, 'tier'>): boolean {
  return tier === 'SnapshotAndVault' || tier === 'Vault';
}

/** A restore point as its copy in the secondary region is: only what is in the vault is replicated. */
export const inSecondary = <Point extends Pick<RecoveryPoint, 'tier'>>(point: Point): Point =>
  point.tier === 'SnapshotAndVault' ? { ...point, tier: 'Vault' } : point;

const MINUTE_MS = 60_000;

/** A point is taken soon after its backup has started; clocks may differ by some minutes (ours). */
const EARLIEST_MS = -6 * 60 * MINUTE_MS;

const LATEST_MS = 15 * MINUTE_MS;

/** The backup that took a point: the last that had started by then. Undefined where none fits. */
export function backupOf<Backup extends Pick<Job, 'startedAt'>>(
  jobs: readonly Backup[],
  time: Instant,
): Backup | undefined {
  const since = ({ startedAt }: Backup): number => (startedAt ?? Number.NaN) - time;
  return jobs
    .filter((job) => since(job) >= EARLIEST_MS && since(job) <= LATEST_MS)
    .toSorted((a, b) => since(b) - since(a))[0];
}

/** The subtask of a backup that brings its point to the vault; undefined where the job reports none. */
export function transferTask({ tasks }: Pick<JobDetails, 'tasks'>): JobTask | undefined {
  return tasks.find(({ name }) => /^transfer data to (the )?vault$/i.test(name.trim()));
}
