import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { isNotFound } from '#src/api/arm/error.ts';
import { startWrite } from '#src/api/arm/operation.ts';
import { byId, listReader, oneReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf, parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import {
  finder,
  graphQuestion,
  hasWords,
  inVaults,
  inTexts,
  literal,
  pageReader,
  rankOf,
  where,
} from '#src/api/resource-graph/query.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { parseInstant } from '#src/lib/time.ts';
import {
  type DiskBackupInstance,
  type DiskInstanceFilter,
  type DiskInstanceOrder,
  type DiskInstanceSort,
  type DiskRecoveryPoint,
  DISKS_BY_NAME,
  EVERY_DISK,
} from '#src/model/backup-vaults.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** What is protected. The key of its id ends in a capital `D` (azure-contract §11). */
const datasourceWire = z.looseObject({
  resourceID: z.string(),
  datasourceType: maybe(z.string()),
  resourceName: maybe(z.string()),
  resourceLocation: maybe(z.string()),
});

/** A backup instance, `GET {BI}` of 2024-04-01. The snapshot group stands among its policy's parameters. */
export const backupInstanceWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    friendlyName: maybe(z.string()),
    dataSourceInfo: datasourceWire,
    policyInfo: maybe(
      z.looseObject({
        policyId: maybe(z.string()),
        policyParameters: maybe(
          z.looseObject({
            dataStoreParametersList: maybe(
              z.array(
                z.looseObject({
                  dataStoreType: maybe(z.string()),
                  resourceGroupId: maybe(z.string()),
                }),
              ),
            ),
          }),
        ),
      }),
    ),
    protectionStatus: maybe(z.looseObject({ status: maybe(z.string()) })),
    currentProtectionState: maybe(z.string()),
    /** Only of an instance that was deleted. */
    deletionInfo: maybe(
      z.looseObject({ deletionTime: maybe(z.string()), scheduledPurgeTime: maybe(z.string()) }),
    ),
  }),
});
export type BackupInstanceWire = z.infer<typeof backupInstanceWire>;

/** Instances that were deleted, `GET {BV}/deletedBackupInstances` of 2024-04-01 (live §6). */
const deletedInstancePageWire = pageOf(backupInstanceWire);

/** The same instance among those that a vault protects, whichever of its two lists it stands in. */
const ownId = (id: string): ResourceId =>
  resourceId(id.replace(/\/deletedBackupInstances\/(?=[^/]+$)/i, '/backupInstances/'));

/** Its address among those that were deleted. */
const deletedId = (id: ResourceId): ResourceId =>
  resourceId(id.replace(/\/backupInstances\/(?=[^/]+$)/i, '/deletedBackupInstances/'));

/** A backup instance as the product speaks of it, under the id that it has, or had before it was deleted. */
function toDiskInstance({ id, name, properties }: BackupInstanceWire): DiskBackupInstance {
  const { dataSourceInfo: source, policyInfo: policy, deletionInfo } = properties;
  const vaultId = backupVaultIdOf(id) ?? resourceId('');
  const stores = policy?.policyParameters?.dataStoreParametersList ?? [];
  const snapshotGroup = stores.find(({ resourceGroupId }) => resourceGroupId)?.resourceGroupId;
  return {
    id: ownId(id),
    vaultId,
    vaultName: nameOf(vaultId),
    subscriptionId: parseResourceId(vaultId)?.subscriptionId ?? '',
    friendlyName: source.resourceName || properties.friendlyName || name,
    sourceDiskId: resourceId(source.resourceID),
    resourceGroup: parseResourceId(source.resourceID)?.resourceGroup ?? '',
    region: source.resourceLocation || null,
    snapshotGroupId: snapshotGroup ? resourceId(snapshotGroup) : null,
    policyName: policy?.policyId ? nameOf(policy.policyId) : null,
    protectionState: properties.currentProtectionState ?? properties.protectionStatus?.status ?? '',
    deletion: deletionInfo
      ? {
          deletedAt: parseInstant(deletionInfo.deletionTime),
          purgeAt: parseInstant(deletionInfo.scheduledPurgeTime),
        }
      : null,
  };
}

/** Reads a backup instance: `GET {BI}` (azure-contract §11; 2024-04-01). */
export const getDiskInstance = oneReader(
  backupInstanceWire,
  byId(DATA_PROTECTION_API_VERSION),
  toDiskInstance,
);

/** The rows that are protected disks. */
const DISKS = [
  "where type =~ 'microsoft.dataprotection/backupvaults/backupinstances'",
  "where properties.dataSourceInfo.datasourceType =~ 'Microsoft.Compute/disks'",
];

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<DiskInstanceSort, string> = {
  name: 'tolower(tostring(properties.dataSourceInfo.resourceName))',
  vault: "tolower(tostring(split(id, '/')[8]))",
  subscription: 'subscriptionId',
  region: 'tostring(properties.dataSourceInfo.resourceLocation)',
};

/** The question for a list of protected disks over all Backup vaults. */
function diskInstancesQuestion(filter: DiskInstanceFilter, order: DiskInstanceOrder): string {
  const { search } = filter;
  const region = 'tostring(properties.dataSourceInfo.resourceLocation)';
  return graphQuestion('recoveryservicesresources', [
    ...DISKS,
    where(
      search === '' ? null : `properties.dataSourceInfo.resourceName contains ${literal(search)}`,
    ),
    where(inTexts('subscriptionId', filter.subscriptions)),
    where(inTexts(region, filter.regions)),
    where(inVaults(filter.vaults)),
    where(inTexts('properties.dataSourceInfo.resourceID', filter.sources ?? [])),
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, subscriptionId, properties',
  ]);
}

/** One page of the protected disks over all Backup vaults, filtered and sorted by Resource Graph. */
export const listDiskInstancePage = pageReader({
  row: backupInstanceWire,
  toThing: toDiskInstance,
  question: diskInstancesQuestion,
});

/**
 * Protected disks with these words in their name, the resource group of the disk or the name of the
 * vault, names first: from Resource Graph, over all Backup vaults (azure-contract §1).
 */
export const findDiskInstances = finder({
  row: backupInstanceWire,
  toThing: toDiskInstance,
  question: questionOf,
});

function questionOf(words: readonly string[]): string {
  return graphQuestion('recoveryservicesresources', [
    ...DISKS,
    'extend disk = tostring(properties.dataSourceInfo.resourceName)',
    // The row's own group is the vault's; the disk's is in its id.
    "extend diskGroup = tostring(split(tostring(properties.dataSourceInfo.resourceID), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['disk', 'diskGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'disk')}`,
    'order by rank asc, tolower(disk) asc, id asc',
    'project id, name, type, subscriptionId, properties',
  ]);
}

/** Disks whose backups were deleted and are still kept: a Backup vault has them in a list of their own (live §6). */

const VERSION = `api-version=${DATA_PROTECTION_API_VERSION}`;

const isDisk = ({ properties }: BackupInstanceWire): boolean =>
  /^Microsoft\.Compute\/disks$/i.test(properties.dataSourceInfo.datasourceType ?? '');

const listDeleted = listReader(
  deletedInstancePageWire,
  (vaultId: ResourceId) => `${vaultId}/deletedBackupInstances?${VERSION}`,
  (wire) => (isDisk(wire) ? [toDiskInstance(wire)] : []),
);

/** The disks that a Backup vault still keeps after their deletion: `GET {BV}/deletedBackupInstances` (2024-04-01). */
export const listDeletedDisks = async (
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance[]> => (await listDeleted(arm, vaultId, signal)).flat();

/** One of them, by the id that it had: `GET {BV}/deletedBackupInstances/{name}` (2024-04-01). */
export const getDeletedDisk = (
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance> => getDiskInstance(arm, deletedId(id), signal);

/** A backup instance, also one that was deleted and is still kept. @throws as every read. */
export async function findDiskInstance(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance> {
  try {
    return await getDiskInstance(arm, id, signal);
  } catch (error) {
    const deleted = isNotFound(error) ? await deletedOrNull(arm, id, signal) : null;
    if (deleted === null) throw error;
    return deleted;
  }
}

async function deletedOrNull(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance | null> {
  try {
    return await getDeletedDisk(arm, id, signal);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** What is undeleted isn’t among the deleted ones any longer, or is protected. */
const UNDELETED = [
  'UserErrorGenericResourceNotFound',
  'UserErrorDppDatasourceAlreadyHasBackupInstance',
];

/**
 * Undeletes the backup of a disk, once: `POST {BV}/deletedBackupInstances/{name}/undelete` (2024-04-01; live §6).
 * Azure has done it by its answer.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function undeleteDisk(arm: ArmPipelines, id: ResourceId) {
  const url = `${deletedId(id)}/undelete?${VERSION}`;
  return startWrite(arm, { method: 'POST', url, copyCodes: UNDELETED });
}

const dataStoreWire = z.looseObject({
  type: maybe(z.string()),
  creationTime: maybe(z.string()),
  expiryTime: maybe(z.string()),
});

/** A recovery point, `GET {BI}/recoveryPoints` of 2024-04-01 (azure-contract §11). */
export const diskPointWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    recoveryPointId: maybe(z.string()),
    recoveryPointTime: maybe(z.string()),
    recoveryPointType: maybe(z.string()),
    recoveryPointState: maybe(z.string()),
    expiryTime: maybe(z.string()),
    recoveryPointDataStoresDetails: maybe(z.array(dataStoreWire)),
  }),
});
export type DiskPointWire = z.infer<typeof diskPointWire>;

const diskPointPageWire = pageOf(diskPointWire);

/** The recovery points of a disk: `GET {BI}/recoveryPoints` (azure-contract §11; 2024-04-01). */
export const listDiskPoints = listReader(
  diskPointPageWire,
  (instanceId: ResourceId) =>
    `${instanceId}/recoveryPoints?api-version=${DATA_PROTECTION_API_VERSION}`,
  toDiskPoint,
);

/** When a point goes stands at the point, or at the store that keeps it. */
function toDiskPoint({ id, name, properties }: DiskPointWire): DiskRecoveryPoint {
  const store = (properties.recoveryPointDataStoresDetails ?? []).find((one) => one.expiryTime);
  return {
    id: resourceId(id),
    name: properties.recoveryPointId || name,
    time: parseInstant(properties.recoveryPointTime),
    expiresAt: parseInstant(properties.expiryTime ?? store?.expiryTime),
    kind: properties.recoveryPointType ?? null,
    isComplete: isComplete(properties.recoveryPointState),
  };
}

function isComplete(state: string | null | undefined): boolean | null {
  return state ? state.toLowerCase() === 'completed' : null;
}

/** More disks on one machine than there are. */
const MOST_DISKS = 200;

/** Those of some disks that Backup vaults protect. */
export const protectedDisksQuery = (diskIds: readonly ResourceId[]) =>
  queryOptions({
    queryKey: ['protected disks', ...diskIds.map((id) => id.toLowerCase())],
    queryFn: async ({ signal }) => {
      const filter = { ...EVERY_DISK, sources: diskIds };
      const wanted = { filter, order: DISKS_BY_NAME, start: { skip: 0 }, top: MOST_DISKS };
      return (await listDiskInstancePage(session(), wanted, signal)).rows;
    },
    enabled: diskIds.length > 0,
  });
