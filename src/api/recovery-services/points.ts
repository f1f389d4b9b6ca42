import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { pauseAfterLook } from '#src/api/arm/outcome.ts';
import { byId, listReader, oneReader } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { maybe, nameOrNumber, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/versions.ts';
import { lookDelayMs, now } from '#src/lib/clock.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import { osTypeIn } from '#src/model/machines.ts';
import type {
  Consistency,
  PointDisk,
  RecoveryPoint,
  RecoveryPointTier,
} from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** One copy of a point: tiers and states are names, or numbers for old api-versions. */
const tierDetailWire = z.looseObject({ type: maybe(nameOrNumber), status: maybe(nameOrNumber) });

const diskWire = z.looseObject({ lun: maybe(z.number()), name: maybe(z.string()) });
type DiskWire = z.infer<typeof diskWire>;

/** A recovery point of a VM (azure-contract §4; document 004, Select Recovery point). */
export const recoveryPointWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: maybe(z.string()),
  properties: z.looseObject({
    objectType: z.string(),
    recoveryPointType: maybe(z.string()),
    recoveryPointTime: maybe(z.string()),
    sourceVMStorageType: maybe(z.string()),
    isSourceVMEncrypted: maybe(z.boolean()),
    isInstantIlrSessionActive: maybe(z.boolean()),
    recoveryPointTierDetails: maybe(z.array(tierDetailWire)),
    isManagedVirtualMachine: maybe(z.boolean()),
    virtualMachineSize: maybe(z.string()),
    originalStorageAccountOption: maybe(z.boolean()),
    osType: maybe(z.string()),
    zones: maybe(z.array(z.string())),
    recoveryPointDiskConfiguration: maybe(
      z.looseObject({
        numberOfDisksIncludedInBackup: maybe(z.number()),
        numberOfDisksAttachedToVm: maybe(z.number()),
        includedDiskList: maybe(z.array(diskWire)),
        excludedDiskList: maybe(z.array(diskWire)),
      }),
    ),
    /** Only of an encrypted machine. */
    keyAndSecret: maybe(
      z.looseObject({
        bekDetails: maybe(
          z.looseObject({ secretUrl: maybe(z.string()), secretVaultId: maybe(z.string()) }),
        ),
        kekDetails: maybe(
          z.looseObject({ keyUrl: maybe(z.string()), keyVaultId: maybe(z.string()) }),
        ),
      }),
    ),
    isPrivateAccessEnabledOnAnyDisk: maybe(z.boolean()),
    /** Missing of the newest point until a rule of the policy tags it. */
    recoveryPointProperties: maybe(
      z.looseObject({ expiryTime: maybe(z.string()), isSoftDeleted: maybe(z.boolean()) }),
    ),
  }),
});
export type RecoveryPointWire = z.infer<typeof recoveryPointWire>;

export const recoveryPointPageWire = pageOf(recoveryPointWire);

const CONSISTENCY: Readonly<Record<string, Consistency>> = {
  appconsistent: 'AppConsistent',
  filesystemconsistent: 'FileSystemConsistent',
  crashconsistent: 'CrashConsistent',
};

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
    osType: osTypeIn(properties.osType),
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
  if (valid.has('InstantRP')) return valid.has('HardenedRP') ? 'SnapshotAndVault' : 'Snapshot';
  if (valid.has('HardenedRP')) return 'Vault';
  return valid.has('ArchivedRP') ? 'Archive' : 'unknown';
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

/** Azure leaves points that are deleted softly out of a list, unless asked for them (azure-contract §4). */
const WITH_DELETED = `$filter=${encodeURIComponent("includeSoftDeletedRP eq 'True'")}`;

/**
 * Lists the recovery points of a backup instance, newest first as Azure gives them, also those that are deleted
 * softly: `GET {PI}/recoveryPoints` (document 004, Select Recovery point; 2024-04-01).
 */
export const listRecoveryPoints = listReader(
  recoveryPointPageWire,
  (itemId: ResourceId) =>
    `${itemId}/recoveryPoints?api-version=${BACKUP_API_VERSION}&${WITH_DELETED}`,
  toRecoveryPoint,
);

/**
 * Lists the recovery points of a backup instance in its vault's secondary region: `GET
 * {PI}/recoveryPoints` in the version of that region (azure-contract §9; 2023-01-15).
 */
export const listSecondaryPoints = listReader(
  recoveryPointPageWire,
  (itemId: ResourceId) => `${itemId}/recoveryPoints?api-version=${SECONDARY_API_VERSION}`,
  toRecoveryPoint,
);

/** Reads one recovery point: `GET {RP}` (azure-contract §4; 2024-04-01). */
export const getRecoveryPoint = oneReader(
  recoveryPointWire,
  byId(BACKUP_API_VERSION),
  toRecoveryPoint,
);

/** The recovery points of one backup instance. */
export const recoveryPointsQuery = queryById('recovery points', listRecoveryPoints);

/** Those of them that are in the secondary region of its vault. */
export const secondaryPointsQuery = (itemId: ResourceId) =>
  queryOptions({
    queryKey: ['recovery points', 'secondary', itemId.toLowerCase()],
    queryFn: ({ signal }) => listSecondaryPoints(session(), itemId, signal),
  });

/** The recovery points of one backup instance, in either region of its vault. */
export const pointsQuery = (itemId: ResourceId, isSecondary: boolean) =>
  isSecondary ? secondaryPointsQuery(itemId) : recoveryPointsQuery(itemId);

/** One recovery point, by itself: whether it is mounted at this moment. */
export const recoveryPointQuery = queryById('recovery point', getRecoveryPoint);

/**
 * Whether a restore point is mounted; null: not reported. `onUnmounted`: called with each read by which it
 * isn't, so that what is kept of its session ends whoever has asked.
 */
export const mountedQuery = (pointId: ResourceId, onUnmounted: () => void) =>
  queryOptions({
    queryKey: ['mounted', pointId.toLowerCase()],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<boolean | null> => {
      const { isMounted } = await getRecoveryPoint(session(), pointId, signal);
      if (isMounted === false) onUnmounted();
      return isMounted;
    },
  });

/** A read of the restore point, and how many were made. */
export interface PointLook {
  readonly isMounted: boolean | null;
  readonly looks: number;
  readonly at: Instant;
}

/** A restore point after a refusal to mount it, read as often as the job of a refused restore is looked for. */
export const pointAfterRefusal = (pointId: ResourceId, isConflict: boolean) =>
  queryOptions({
    queryKey: ['point after a refusal', pointId.toLowerCase()],
    queryFn: async ({ client, queryKey, signal }): Promise<PointLook> => {
      const { isMounted } = await getRecoveryPoint(session(), pointId, signal);
      const before = client.getQueryData<PointLook>(queryKey);
      return { isMounted, looks: (before?.looks ?? 0) + 1, at: now() };
    },
    gcTime: 0,
    refetchInterval: ({ state: { data, errorUpdateCount: failed } }) => {
      const isOpen = data === undefined || data.isMounted === false;
      const pause = isOpen ? pauseAfterLook(isConflict, (data?.looks ?? 0) + failed) : null;
      return pause === null ? false : lookDelayMs(pause);
    },
  });
