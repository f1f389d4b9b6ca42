import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { takenNames } from '#src/lib/list.ts';
import { isDeletedSoftly } from '#src/model/instances.ts';
import { sameId } from '#src/model/resource-id.ts';
import { type BuiltInRole, isOfRole, type RoleAssignment } from '#src/model/roles.ts';
import type { BackupVaultFacts, DiskFacts, Facts, PointFacts } from '#src/rules/facts.ts';
import { chosenDiskPoint } from '#src/datasources/azure-disk/point.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads/reads.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';

/** What the rules may know about the restore of a disk. What was not read is left out. */
export function diskFacts(
  reads: DiskReads,
  choices: DiskChoices,
  validation: DiskFacts['validation'],
): Facts {
  const vault = known(reads.vault);
  const isBackupVault = choices.instance === null || backupVaultIdOf(choices.instance) !== null;
  return {
    vault: {
      type: isBackupVault ? 'Backup' : 'RecoveryServices',
      region: vault?.region,
      subscription: vault?.subscriptionId,
      // No Backup vault has a secondary list of disks (azure-contract §11).
      crrEnabled: false,
    },
    item: { isSoftDeleted: isDeletedSoftly(known(reads.instance)) },
    point: pointFacts(reads, choices),
    target: { diskNames: takenNames(known(reads.diskNames), choices.diskName) },
    disk: { ...sourceFacts(reads), validation },
    bv: vaultFacts(reads, choices),
  };
}

function pointFacts(reads: DiskReads, choices: DiskChoices): Partial<PointFacts> {
  const point = chosenDiskPoint(reads, choices);
  if (point === undefined) return {};
  const { expiresAt } = point;
  return {
    hoursToExpiry: expiresAt === null ? null : (expiresAt - reads.at) / HOUR_MS,
  };
}

const HOUR_MS = 3_600_000;

const ENCRYPTION: Readonly<Record<string, DiskFacts['encryption']>> = {
  EncryptionAtRestWithPlatformKey: 'SSE-PMK',
  EncryptionAtRestWithCustomerKey: 'SSE-CMK',
  EncryptionAtRestWithPlatformAndCustomerKeys: 'SSE-PMK+CMK',
};

/** A deleted disk reports neither its key nor its role. */
function sourceFacts({ disk: read, machineBackup }: DiskReads): Partial<DiskFacts> {
  const disk = known(read);
  if (disk === undefined || disk === null) return {};
  const backup = known(machineBackup);
  return {
    attachedVmProtected:
      disk.machineId === null ? false : backup === undefined ? undefined : backup !== null,
    encryption: ENCRYPTION[disk.encryption ?? ''],
    role: disk.osType === null ? 'data' : 'os',
  };
}

const MINUTE_MS = 60_000;

/** The rights of the vault's identity; without an identity it has none. */
function vaultFacts(reads: DiskReads, choices: DiskChoices): Partial<BackupVaultFacts> {
  const snapshotsInPlace = hasSnapshot(reads, choices);
  if (known(reads.vault)?.principalId === null) {
    const none = { restoreOperatorOnTarget: false, rolesOnSnapshotRg: false, readerOnDes: false };
    return { ...none, snapshotsInPlace };
  }
  const operator = known(reads.targetRoles)?.find(isOfRole('diskRestoreOperator'));
  const since = operator?.createdAt ?? null;
  return {
    restoreOperatorOnTarget: holds(reads.targetRoles, 'diskRestoreOperator'),
    rolesOnSnapshotRg: holds(reads.snapshotRoles, 'diskSnapshotContributor'),
    readerOnDes: holds(reads.setRoles, 'reader'),
    snapshotsInPlace,
    roleAgeMinutes: since === null ? undefined : (reads.at - since) / MINUTE_MS,
  };
}

/** Another role than the documents' may give the same rights: of it nothing is known here. */
function holds(read: Read<RoleAssignment[]>, role: BuiltInRole): boolean | undefined {
  const roles = known(read);
  if (roles?.some(isOfRole(role)) === true) return true;
  return roles?.length === 0 ? false : undefined;
}

/** A restore point is taken with its snapshot, but their reported times can differ by minutes (our limit). */
const ONE_MOMENT_MS = 60 * MINUTE_MS;

/** Whether the snapshot of the selected restore point is in its group; undefined while unknown. */
function hasSnapshot(reads: DiskReads, choices: DiskChoices): boolean | undefined {
  const source = known(reads.instance)?.sourceDiskId;
  const time = chosenDiskPoint(reads, choices)?.time ?? null;
  const all = known(reads.snapshots);
  if (source === undefined || all === undefined) return undefined;
  const own = all.filter(({ sourceDiskId }) => sameId(sourceDiskId, source));
  if (own.length === 0) return false;
  if (time === null || own.some(({ createdAt }) => createdAt === null)) return undefined;
  return own.some(({ createdAt }) => Math.abs((createdAt ?? 0) - time) < ONE_MOMENT_MS);
}
