import type {
  DiskWire,
  RecoveryPointWire,
} from '#src/api/recovery-services/recovery-points/wire.ts';
import { parseInstant } from '#src/lib/time.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type {
  Consistency,
  OsType,
  PointDisk,
  RecoveryPoint,
  RecoveryPointTier,
} from '#src/model/points.ts';

const CONSISTENCY: Readonly<Record<string, Consistency>> = {
  appconsistent: 'application',
  filesystemconsistent: 'fileSystem',
  crashconsistent: 'crash',
};

const OS: Readonly<Record<string, OsType>> = { windows: 'Windows', linux: 'Linux' };

/** Tiers and their states by name or number (azure-contract §4). */
const TIERS = ['Invalid', 'InstantRP', 'HardenedRP', 'ArchivedRP'];
const STATES = ['Invalid', 'Valid', 'Disabled', 'Deleted', 'Rehydrated'];

/** A recovery point as the product speaks of it. */
export function toRecoveryPoint(wire: RecoveryPointWire): RecoveryPoint {
  const { properties } = wire;
  const disks = properties.recoveryPointDiskConfiguration;
  return {
    id: resourceId(wire.id),
    name: wire.name,
    time: parseInstant(properties.recoveryPointTime),
    consistency: CONSISTENCY[properties.recoveryPointType?.toLowerCase() ?? ''] ?? 'unknown',
    tier: tierOf(properties.recoveryPointTierDetails),
    isManaged: properties.isManagedVirtualMachine ?? null,
    isEncrypted: properties.isSourceVMEncrypted ?? null,
    isPremium: premium(properties.sourceVMStorageType),
    vmSize: properties.virtualMachineSize ?? null,
    osType: OS[properties.osType?.toLowerCase() ?? ''] ?? null,
    zone: properties.zones?.[0] ?? null,
    diskCount: disks?.numberOfDisksIncludedInBackup ?? null,
    disks: disks?.includedDiskList?.map(toPointDisk) ?? null,
    excludedDisks: disks?.excludedDiskList?.map(toPointDisk) ?? null,
    hasPrivateAccessDisks: properties.isPrivateAccessEnabledOnAnyDisk ?? null,
    originalStorageAccountOption: properties.originalStorageAccountOption ?? null,
    isMounted: properties.isInstantIlrSessionActive ?? null,
    expiresAt: parseInstant(properties.recoveryPointProperties?.expiryTime),
    isSoftDeleted: properties.recoveryPointProperties?.isSoftDeleted === true,
    keyVaultIds: keyVaultsOf(properties.keyAndSecret),
    ...keysOf(properties.keyAndSecret),
  };
}

type Keys = RecoveryPointWire['properties']['keyAndSecret'];

/** Secret and key may be in one vault. */
function keyVaultsOf(keys: Keys): ResourceId[] {
  const ids = [keys?.bekDetails?.secretVaultId, keys?.kekDetails?.keyVaultId];
  return [...new Set(ids.flatMap((id) => (id ? [resourceId(id)] : [])))];
}

/** Secret and key as a request names them. */
function keysOf(keys: Keys): Pick<RecoveryPoint, 'keys'> {
  const parts = {
    secretUrl: keys?.bekDetails?.secretUrl,
    secretVaultId: keys?.bekDetails?.secretVaultId,
    keyUrl: keys?.kekDetails?.keyUrl,
    keyVaultId: keys?.kekDetails?.keyVaultId,
  };
  const given = Object.entries(parts).filter(([, value]) => Boolean(value));
  return given.length === 0 ? {} : { keys: Object.fromEntries(given) };
}

function toPointDisk({ lun, name }: DiskWire): PointDisk {
  return { lun: lun ?? null, name: name ?? null };
}

type TierDetails = RecoveryPointWire['properties']['recoveryPointTierDetails'];

/** Only valid copies count; a tier listed as deleted is gone. */
function tierOf(details: TierDetails): RecoveryPointTier {
  const valid = new Set<string>();
  for (const detail of details ?? []) {
    const state = named(STATES, detail.status);
    const tier = named(TIERS, detail.type);
    if (state === 'Valid') valid.add(tier);
    if (state === 'Rehydrated' && tier === 'ArchivedRP') valid.add('HardenedRP');
  }
  if (valid.has('InstantRP'))
    return valid.has('HardenedRP') ? 'snapshotAndVaultStandard' : 'snapshot';
  if (valid.has('HardenedRP')) return 'vaultStandard';
  return valid.has('ArchivedRP') ? 'vaultArchive' : 'unknown';
}

/** The name of an enum's member that came as its name, its number, or its number as text. */
function named(names: readonly string[], value: string | number | null | undefined): string {
  const index = typeof value === 'string' && !/^\d+$/.test(value) ? -1 : Number(value ?? -1);
  return index === -1 ? String(value) : (names[index] ?? String(value));
}

function premium(storageType: string | null | undefined): boolean | null {
  if (storageType === null || storageType === undefined) return null;
  return /premium/i.test(storageType);
}
