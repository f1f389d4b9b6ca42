import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { unlessMissing } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import { byId, listReader, oneReader, uncut } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { toPlaced } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { LISTED, unreadIn } from '#src/api/unread-settings.ts';
import { DISK_API_VERSION } from '#src/api/versions.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { DiskSnapshot } from '#src/model/backup-vaults.ts';
import { type Disk, osTypeIn } from '#src/model/machines.ts';
import type { DiskAccess, DiskEncryptionSet } from '#src/model/places.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** A managed disk, `GET …/Microsoft.Compute/disks/{disk}` of 2023-10-02. */
export const diskWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  zones: maybe(z.array(z.string())),
  /** Id of the machine that it is attached to. */
  managedBy: maybe(z.string()),
  sku: maybe(z.looseObject({ name: maybe(z.string()) })),
  properties: z.looseObject({
    osType: maybe(z.string()),
    diskSizeGB: maybe(z.number()),
    maxShares: maybe(z.number()),
    timeCreated: maybe(z.string()),
    networkAccessPolicy: maybe(z.string()),
    diskAccessId: maybe(z.string()),
    /** Of Azure Disk Encryption; left out where it was never on. */
    encryptionSettingsCollection: maybe(z.looseObject({ enabled: maybe(z.boolean()) })),
    encryption: maybe(
      z.looseObject({ type: maybe(z.string()), diskEncryptionSetId: maybe(z.string()) }),
    ),
  }),
});

const diskPageWire = pageOf(diskWire);
export type DiskWire = z.infer<typeof diskWire>;

/** Reads a managed disk: `GET …/disks/{disk}` (2023-10-02). */
export const getDisk = oneReader(diskWire, byId(DISK_API_VERSION), toDisk);

function toDisk(wire: DiskWire): Disk {
  const { id, name, location, zones, managedBy, sku, properties } = wire;
  const set = properties.encryption?.diskEncryptionSetId;
  return {
    id: resourceId(id),
    name,
    region: location,
    zone: zones?.[0] ?? null,
    sizeGiB: properties.diskSizeGB ?? null,
    sku: sku?.name ?? null,
    osType: osTypeIn(properties.osType),
    machineId: managedBy ? resourceId(managedBy) : null,
    createdAt: parseInstant(properties.timeCreated),
    hasPrivateAccess: privateAccess(properties.networkAccessPolicy),
    encryption: properties.encryption?.type ?? null,
    encryptionSetId: set ? resourceId(set) : null,
    usesDiskEncryption: properties.encryptionSettingsCollection?.enabled === true,
    // A disk that is not shared may leave it out.
    isShared: (properties.maxShares ?? 1) > 1,
    ...unreadIn(wire, LISTED.disk),
  };
}

/** `AllowAll` is public; `AllowPrivate` goes through a disk access; `DenyAll` denies all access. */
function privateAccess(policy: string | null | undefined): boolean | null {
  if (policy === null || policy === undefined) return null;
  return policy.toLowerCase() === 'allowprivate';
}

/**
 * The managed disks of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/disks` (2023-10-02).
 */
export const listDisksOfGroup = listReader(
  diskPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/disks?api-version=${DISK_API_VERSION}`,
  toDisk,
);

/**
 * Reads a managed disk that might be missing: `GET …/disks/{disk}` (2023-10-02). Null: it doesn't
 * exist, so its name is free in its group.
 */
export function findDisk(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Disk | null> {
  return unlessMissing(getDisk(arm, id, signal));
}

/**
 * Removes a managed disk, once: `DELETE …/disks/{disk}` (2023-10-02). Azure refuses one that is attached.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function deleteDisk(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: `${id}?api-version=${DISK_API_VERSION}` });
}

const connectionWire = z.looseObject({
  properties: maybe(
    z.looseObject({
      privateLinkServiceConnectionState: maybe(z.looseObject({ status: maybe(z.string()) })),
    }),
  ),
});

/** A disk access, `GET …/Microsoft.Compute/diskAccesses` of 2023-10-02. */
export const diskAccessWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      privateEndpointConnections: maybe(z.array(connectionWire)),
    }),
  ),
});

export const diskAccessPageWire = pageOf(diskAccessWire);

/**
 * The disk accesses of a subscription, usable or not: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/diskAccesses` (2023-10-02).
 */
export const listDiskAccesses = listReader(
  diskAccessPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/diskAccesses?api-version=${DISK_API_VERSION}`,
  toDiskAccess,
);

function toDiskAccess(wire: z.infer<typeof diskAccessWire>): DiskAccess {
  return {
    ...toPlaced(wire),
    hasApprovedEndpoint: (wire.properties?.privateEndpointConnections ?? []).some(
      ({ properties }) =>
        properties?.privateLinkServiceConnectionState?.status?.toLowerCase() === 'approved',
    ),
  };
}

/** A disk encryption set, `GET …/Microsoft.Compute/diskEncryptionSets` of 2023-10-02. */
export const diskEncryptionSetWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      encryptionType: maybe(z.string()),
      provisioningState: maybe(z.string()),
      activeKey: maybe(
        z.looseObject({
          sourceVault: maybe(z.looseObject({ id: maybe(z.string()) })),
          keyUrl: maybe(z.string()),
        }),
      ),
    }),
  ),
});

export const diskEncryptionSetPageWire = pageOf(diskEncryptionSetWire);

/**
 * The disk encryption sets of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/diskEncryptionSets` (2023-10-02).
 */
export const listDiskEncryptionSets = listReader(
  diskEncryptionSetPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/diskEncryptionSets?api-version=${DISK_API_VERSION}`,
  toDiskEncryptionSet,
);

function toDiskEncryptionSet(wire: z.infer<typeof diskEncryptionSetWire>): DiskEncryptionSet {
  const keyVault = wire.properties?.activeKey?.sourceVault?.id;
  return {
    ...toPlaced(wire),
    encryptionType: wire.properties?.encryptionType ?? null,
    keyVaultId: keyVault ? resourceId(keyVault) : null,
    isReady: wire.properties?.provisioningState?.toLowerCase() === 'succeeded',
    ...unreadIn(
      wire,
      LISTED.encryptionSet,
      isElsewhere(wire.id, keyVault) ? ['keySubscription'] : [],
    ),
  };
}

/** Whether a key vault is in another subscription than the set that uses it. */
function isElsewhere(setId: string, vaultId: string | null | undefined): boolean {
  const of = parseResourceId(vaultId ?? '')?.subscriptionId;
  return of !== undefined && !sameId(of, parseResourceId(setId)?.subscriptionId);
}

/** A snapshot of a disk, `GET …/Microsoft.Compute/snapshots` of 2023-10-02. */
const snapshotWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    incremental: maybe(z.boolean()),
    timeCreated: maybe(z.string()),
    creationData: maybe(z.looseObject({ sourceResourceId: maybe(z.string()) })),
  }),
});
export type SnapshotWire = z.infer<typeof snapshotWire>;

const snapshotPageWire = pageOf(snapshotWire);

/** The snapshots in a resource group: `GET …/Microsoft.Compute/snapshots` (2023-10-02). */
export const listSnapshots = listReader(
  snapshotPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/snapshots?api-version=${DISK_API_VERSION}`,
  toSnapshot,
);

function toSnapshot({ id, name, properties }: SnapshotWire): DiskSnapshot {
  const source = properties.creationData?.sourceResourceId;
  return {
    id: resourceId(id),
    name,
    sourceDiskId: source ? resourceId(source) : null,
    isIncremental: properties.incremental === true,
    createdAt: parseInstant(properties.timeCreated),
  };
}

/** One managed disk. */
export const diskQuery = queryById('disk', getDisk);

/** The disk encryption sets of a subscription. */
export const diskEncryptionSetsQuery = queryById('disk encryption sets', listDiskEncryptionSets);

/** The disk accesses of a subscription, usable or not. */
export const diskAccessesQuery = queryById('disk accesses', listDiskAccesses);

/** The names of the managed disks of a resource group: those that a new one cannot have. */
export const diskNamesQuery = (groupId: ResourceId) =>
  queryOptions({
    queryKey: ['disk names', groupId.toLowerCase()],
    queryFn: async ({ signal }) =>
      (await listDisksOfGroup(session(), groupId, signal)).map(({ name }) => name),
  });

/** A managed disk; null: there is none of that id. */
export const foundDiskQuery = queryById('found disk', findDisk);

/** The snapshots in a resource group. */
export const snapshotsQuery = (groupId: ResourceId) =>
  queryOptions({
    queryKey: ['snapshots', groupId.toLowerCase()],
    queryFn: ({ signal }) => uncut(listSnapshots(session(), groupId, signal)),
  });
