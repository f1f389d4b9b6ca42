import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { isNotFound } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import { byId, listReader, oneReader, uncut } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { DISK_API_VERSION } from '#src/api/versions.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { DiskSnapshot, SourceDisk } from '#src/model/backup-vaults.ts';
import type { Disk } from '#src/model/machines.ts';
import type { DiskAccess, DiskEncryptionSet } from '#src/model/places.ts';
import type { OsType } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { RestoredDisk } from '#src/model/restore.ts';

/** A managed disk, `GET …/Microsoft.Compute/disks/{disk}` of 2023-10-02. */
export const diskWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  zones: maybe(z.array(z.string())),
  /** Id of the machine that it is attached to. */
  managedBy: maybe(z.string()),
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

export const diskPageWire = pageOf(diskWire);
export type DiskWire = z.infer<typeof diskWire>;

/** Reads a managed disk: `GET …/disks/{disk}` (2023-10-02). */
export const getDisk = oneReader(diskWire, byId(DISK_API_VERSION), toDisk);

function toDisk(wire: DiskWire): Disk {
  return {
    id: resourceId(wire.id),
    name: wire.name,
    sizeGiB: wire.properties.diskSizeGB ?? null,
    hasPrivateAccess: privateAccess(wire.properties.networkAccessPolicy),
    encryption: wire.properties.encryption?.type ?? null,
    usesDiskEncryption: wire.properties.encryptionSettingsCollection?.enabled === true,
    // A disk that is not shared may leave it out.
    isShared: (wire.properties.maxShares ?? 1) > 1,
  };
}

/** A disk of a group, with where it is and when it was made; null: it does not say. */
export interface GroupDisk extends RestoredDisk {
  readonly createdAt: Instant | null;
  readonly region: string;
  /** Null: in no zone. */
  readonly zone: string | null;
  /** The machine that it is attached to; null: to none. */
  readonly machineId: ResourceId | null;
}

/**
 * The managed disks of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/disks` (2023-10-02).
 */
export const listDisksOfGroup = listReader(
  diskPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/disks?api-version=${DISK_API_VERSION}`,
  ({ id, name, location, zones, managedBy, properties }): GroupDisk => ({
    id: resourceId(id),
    name,
    sizeGiB: properties.diskSizeGB ?? null,
    osType: properties.osType ?? null,
    isAttached: (managedBy ?? '') !== '',
    createdAt: parseInstant(properties.timeCreated),
    region: location,
    zone: zones?.[0] ?? null,
    machineId: managedBy ? resourceId(managedBy) : null,
  }),
);

/** `AllowAll` is public; `AllowPrivate` goes through a disk access; `DenyAll` denies all access. */
function privateAccess(policy: string | null | undefined): boolean | null {
  if (policy === null || policy === undefined) return null;
  return policy.toLowerCase() === 'allowprivate';
}

/**
 * Reads a managed disk that might be missing: `GET …/disks/{disk}` (2023-10-02). Null: it doesn't
 * exist, so its name is free in its group.
 */
export async function findDisk(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<SourceDisk | null> {
  const url = `${id}?api-version=${DISK_API_VERSION}`;
  try {
    return toSourceDisk(await sendFor(arm, diskWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function toSourceDisk({ id, name, location, managedBy, properties }: DiskWire): SourceDisk {
  const set = properties.encryption?.diskEncryptionSetId;
  return {
    id: resourceId(id),
    name,
    region: location,
    sizeGiB: properties.diskSizeGB ?? null,
    encryption: properties.encryption?.type ?? null,
    encryptionSetId: set ? resourceId(set) : null,
    machineId: managedBy ? resourceId(managedBy) : null,
    osType: OS_TYPES[properties.osType?.toLowerCase() ?? ''] ?? null,
    createdAt: parseInstant(properties.timeCreated),
  };
}

const OS_TYPES: Readonly<Record<string, OsType>> = { windows: 'Windows', linux: 'Linux' };

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
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parseResourceId(wire.id)?.resourceGroup ?? '',
    region: wire.location,
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
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parseResourceId(wire.id)?.resourceGroup ?? '',
    region: wire.location,
    encryptionType: wire.properties?.encryptionType ?? null,
    keyVaultId: keyVault ? resourceId(keyVault) : null,
    isReady: wire.properties?.provisioningState?.toLowerCase() === 'succeeded',
  };
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
