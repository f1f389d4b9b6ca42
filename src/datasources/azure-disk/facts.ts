import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import { chosenDiskPoint, type DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import type { DiskReadName, DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { takenNames } from '#src/lib/list.ts';
import { isDeletedSoftly } from '#src/model/instances.ts';
import { sameId } from '#src/model/resource-id.ts';
import { type BuiltInRole, isOfRole, type RoleAssignment } from '#src/model/roles.ts';
import type { FactName, Facts, FactsOf, FactValue } from '#src/rules/facts.ts';
import {
  elsewhere,
  factReader,
  type FactSource,
  type FactTable,
  from,
  fromAll,
  fromOneOf,
  product,
} from '#src/wizard/explain/view.ts';
import { known, type Read } from '#src/wizard/read.ts';

type Validation = FactValue<'disk.validation'>;

interface Given {
  readonly reads: DiskReads;
  readonly choices: DiskChoices;
  readonly validation: Validation;
}

type Table<Names extends FactName> = FactTable<Names, DiskReadName, never, Given>;

const identity = ['vault', 'identity.principalId'] as const;
const roles = 'value[].properties.roleDefinitionId';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const ENCRYPTION: Readonly<Record<string, FactValue<'disk.encryption'>>> = {
  EncryptionAtRestWithPlatformKey: 'SSE-PMK',
  EncryptionAtRestWithCustomerKey: 'SSE-CMK',
  EncryptionAtRestWithPlatformAndCustomerKeys: 'SSE-PMK+CMK',
};

/** Facts that rules about disks read, each with where it comes from and its value. */
const DISK_FACTS: Partial<Table<FactName>> & Table<FactsOf<'disk' | 'bv'>> = {
  'vault.type': from('vault', 'id', ({ choices: { instance } }) =>
    instance === null || backupVaultIdOf(instance) !== null ? 'Backup' : 'RecoveryServices',
  ),
  'vault.region': from('vault', 'location', ({ reads }) => known(reads.vault)?.region),
  'vault.subscription': from('vault', 'id', ({ reads }) => known(reads.vault)?.subscriptionId),
  // No Backup vault has a secondary list of disks (azure-contract §11).
  'vault.crrEnabled': product(() => false),
  'item.isSoftDeleted': from('instance', 'properties.deletionInfo', ({ reads }) =>
    isDeletedSoftly(known(reads.instance)),
  ),
  'point.hoursToExpiry': from(
    'points',
    'value[].properties.recoveryPointDataStoresDetails[].expiryTime',
    ({ reads, choices }) => {
      const point = chosenDiskPoint(reads, choices);
      return point && (point.expiresAt === null ? null : (point.expiresAt - reads.at) / HOUR_MS);
    },
  ),
  'target.diskNames': from('diskNames', 'value[].name', ({ reads, choices }) =>
    takenNames(known(reads.diskNames), choices.diskName),
  ),
  // A deleted disk reports neither its key nor its role.
  'disk.encryption': from(
    'disk',
    'properties.encryption.type',
    ({ reads }) => ENCRYPTION[known(reads.disk)?.encryption ?? ''],
  ),
  'disk.role': from('disk', 'properties.osType', ({ reads }) => {
    const disk = known(reads.disk);
    return disk ? (disk.osType === null ? 'data' : 'os') : undefined;
  }),
  'disk.attachedVmProtected': fromOneOf(
    [
      [
        ['disk', 'managedBy'],
        ['machineBackup', 'protectionStatus'],
      ],
      [['disk', 'managedBy']],
    ],
    ({ reads }) => {
      const disk = known(reads.disk);
      if (!disk) return undefined;
      const backup = known(reads.machineBackup);
      return disk.machineId === null ? false : backup === undefined ? undefined : backup !== null;
    },
  ),
  'disk.validation': product(({ validation }) => validation),
  'bv.restoreOperatorOnTarget': fromAll([identity, ['targetRoles', roles]], ({ reads }) =>
    holds(reads, 'targetRoles', 'diskRestoreOperator'),
  ),
  'bv.rolesOnSnapshotRg': fromAll([identity, ['snapshotRoles', roles]], ({ reads }) =>
    holds(reads, 'snapshotRoles', 'diskSnapshotContributor'),
  ),
  'bv.readerOnDes': fromAll([identity, ['setRoles', roles]], ({ reads }) =>
    holds(reads, 'setRoles', 'reader'),
  ),
  'bv.roleAgeMinutes': from('targetRoles', 'value[].properties.createdOn', ({ reads }) => {
    if (hasNoIdentity(reads)) return undefined;
    const operator = known(reads.targetRoles)?.find(isOfRole('diskRestoreOperator'));
    const since = operator?.createdAt ?? null;
    return since === null ? undefined : (reads.at - since) / MINUTE_MS;
  }),
  'bv.snapshotsInPlace': from(
    'snapshots',
    'value[].properties.creationData.sourceResourceId',
    hasSnapshot,
  ),
};

type Source = FactSource<DiskReadName, never>;

const SOURCES: Readonly<Partial<Record<FactName, Source>>> = DISK_FACTS;

/** Where a fact comes from; a fact of another kind of backup is read by other rules. */
export const diskFactSource = (fact: FactName): Source => SOURCES[fact] ?? elsewhere('job');

const readFacts = factReader(DISK_FACTS, {});

/** What the rules may know about the restore of a disk. What was not read is left out. */
export const diskFactsOf = (
  reads: DiskReads,
  choices: DiskChoices,
  validation: Validation,
): Facts => readFacts({ reads, choices, validation });

const hasNoIdentity = ({ vault }: DiskReads): boolean => known(vault)?.principalId === null;

/**
 * Whether the vault's identity holds a role; without an identity it has none. Another role than the
 * documents' may give the same rights: of it nothing is known here.
 */
function holds(
  reads: DiskReads,
  name: 'targetRoles' | 'snapshotRoles' | 'setRoles',
  role: BuiltInRole,
): boolean | undefined {
  if (hasNoIdentity(reads)) return false;
  const read: Read<RoleAssignment[]> = reads[name];
  const all = known(read);
  if (all?.some(isOfRole(role)) === true) return true;
  return all?.length === 0 ? false : undefined;
}

/** A restore point is taken with its snapshot, but their reported times can differ by minutes (our limit). */
const ONE_MOMENT_MS = 60 * MINUTE_MS;

/** Whether the snapshot of the selected restore point is in its group; undefined while unknown. */
function hasSnapshot({ reads, choices }: Given): boolean | undefined {
  const source = known(reads.instance)?.sourceDiskId;
  const time = chosenDiskPoint(reads, choices)?.time ?? null;
  const all = known(reads.snapshots);
  if (source === undefined || all === undefined) return undefined;
  const own = all.filter(({ sourceDiskId }) => sameId(sourceDiskId, source));
  if (own.length === 0) return false;
  if (time === null || own.some(({ createdAt }) => createdAt === null)) return undefined;
  return own.some(({ createdAt }) => Math.abs((createdAt ?? 0) - time) < ONE_MOMENT_MS);
}
