import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { listReader, oneReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { queryById } from '#src/api/queries/query.ts';
import {
  finder,
  graphQuestion,
  hasTag,
  hasWords,
  inVaults,
  inTexts,
  listTags,
  literal,
  pageReader,
  queryGraph,
  rankOf,
  where,
} from '#src/api/resource-graph/query.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/versions.ts';
import { now } from '#src/lib/clock.ts';
import { DAY_MS, instant, type Instant, parseInstant } from '#src/lib/time.ts';
import {
  type BackupStatus,
  type InstanceFilter,
  type InstanceOrder,
  type InstanceSort,
  POINT_AGES,
  type PointAge,
  type PointAgeFilter,
  type ProtectedItem,
  type ProtectedItemDetails,
  type SoftDeletion,
} from '#src/model/instances.ts';
import type { SourceTag } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** A backup instance, `GET {PI}` of 2024-04-01 (azure-contract §3). */
export const protectedItemWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: maybe(z.string()),
  /** The vault's region; in rows of Resource Graph. */
  location: maybe(z.string()),
  properties: z.looseObject({
    protectedItemType: z.string(),
    backupManagementType: maybe(z.string()),
    workloadType: maybe(z.string()),
    friendlyName: maybe(z.string()),
    virtualMachineId: maybe(z.string()),
    sourceResourceId: maybe(z.string()),
    containerName: maybe(z.string()),
    policyName: maybe(z.string()),
    protectionState: maybe(z.string()),
    protectionStatus: maybe(z.string()),
    healthStatus: maybe(z.string()),
    lastBackupStatus: maybe(z.string()),
    lastBackupTime: maybe(z.string()),
    lastRecoveryPoint: maybe(z.string()),
    /** Someone deleted the backup: Azure keeps it for the retention below. */
    isScheduledForDeferredDelete: maybe(z.boolean()),
    /** The moment of the deletion, not of its end (recordings of the Azure CLI, 2024-04). */
    deferredDeleteTimeInUTC: maybe(z.string()),
    /** `13.23:59:42.8656002` in recordings: days, then hours, minutes and seconds. */
    deferredDeleteTimeRemaining: maybe(z.string()),
    /** Days; the specification has another name for it than recordings. */
    softDeleteRetentionPeriod: maybe(z.number()),
    softDeleteRetentionPeriodInDays: maybe(z.number()),
    /** Only in a read of one item that requests it. */
    extendedInfo: maybe(
      z.looseObject({
        oldestRecoveryPoint: maybe(z.string()),
        recoveryPointCount: maybe(z.number()),
      }),
    ),
  }),
});

export type ProtectedItemWire = z.infer<typeof protectedItemWire>;

/** A row of backup instances counted by Resource Graph. The query names its columns. */
const healthCountWire = z.looseObject({
  state: z.enum(['notDeleted', 'deleted']),
  health: maybe(z.string()),
  items: z.number(),
});

/** The same, counted by latest restore points. */
const pointCountWire = z.looseObject({
  point: z.enum(['older', 'none']),
  items: z.number(),
});

/**
 * The id that a vault gives the backup instance of a machine: `iaasvmcontainerv2;{resource group};{VM}` (document
 * 004; azure-contract §3).
 */
export function protectedItemId(vaultId: ResourceId, machineId: ResourceId): ResourceId {
  const group = parseResourceId(machineId)?.resourceGroup ?? '';
  const name = `iaasvmcontainerv2;${group};${nameOf(machineId)}`;
  return resourceId(
    `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${name}/protectedItems/VM;${name}`,
  );
}

const HEALTH: Readonly<Record<string, ProtectedItem['health']>> = {
  passed: 'passed',
  actionsuggested: 'actionSuggested',
  actionrequired: 'actionRequired',
};

const BACKUP_STATUS: Readonly<Record<string, BackupStatus>> = {
  completed: 'completed',
  failed: 'failed',
  inprogress: 'inProgress',
};

/** Maps Azure's word for the health of an item; an unrecognized word is unknown. */
function healthOf(word: string | null | undefined): ProtectedItem['health'] {
  return HEALTH[word?.toLowerCase() ?? ''] ?? 'unknown';
}

/** The group and the machine that an item's own name ends with: `VM;iaasvmcontainerv2;testRG;testVM`. */
function namesIn(name: string): { readonly group: string; readonly machine: string } {
  const [machine = '', group = ''] = name.split(';').toReversed();
  return name.split(';').length < 3 ? { group: '', machine: '' } : { group, machine };
}

/** Null for an item that isn't deleted. */
function deletionOf(properties: ProtectedItemWire['properties']): SoftDeletion | null {
  if (properties.isScheduledForDeferredDelete !== true) return null;
  const deletedAt = parseInstant(properties.deferredDeleteTimeInUTC);
  return { deletedAt, purgeAt: purgeOf(properties, deletedAt) };
}

/**
 * The retention, counted from the deletion. What remains of it is counted from the moment of the answer, which in a
 * row of Resource Graph is older than the answer: taken only where the other two are missing.
 */
function purgeOf(
  properties: ProtectedItemWire['properties'],
  deletedAt: Instant | null,
): Instant | null {
  const days = properties.softDeleteRetentionPeriod || properties.softDeleteRetentionPeriodInDays;
  if (deletedAt !== null && days) return instant(deletedAt + days * DAY_MS);
  const remaining = spanMs(properties.deferredDeleteTimeRemaining ?? '');
  return remaining === null ? null : instant(now() + remaining);
}

/** Milliseconds of `13.23:59:42.8656002`; null for anything else. */
function spanMs(text: string): number | null {
  const match = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)(?:\.\d+)?$/.exec(text);
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Maps a backup instance from a read, a list or a Resource Graph row. */
export function toProtectedItem(wire: ProtectedItemWire): ProtectedItem {
  const { properties } = wire;
  const source = properties.sourceResourceId ?? properties.virtualMachineId ?? '';
  const named = namesIn(nameOf(wire.id));
  const vaultId = vaultIdOf(wire.id) ?? resourceId('');
  const deletion = deletionOf(properties);
  return {
    id: resourceId(wire.id),
    vaultId,
    vaultName: nameOf(vaultId),
    subscriptionId: parseResourceId(vaultId)?.subscriptionId ?? '',
    region: wire.location ? wire.location : null,
    friendlyName: properties.friendlyName ?? (nameOf(source) || named.machine),
    resourceGroup: parseResourceId(source)?.resourceGroup ?? named.group,
    sourceResourceId: resourceId(source),
    deployment: /classiccompute/i.test(properties.protectedItemType) ? 'classic' : 'arm',
    health: deletion === null ? healthOf(properties.healthStatus) : 'softDeleted',
    deletion,
    protectionState: properties.protectionState ?? '',
    // Empty of one that is deleted softly.
    policyName: properties.policyName || null,
    lastBackupAt: parseInstant(properties.lastBackupTime),
    lastBackupStatus: BACKUP_STATUS[properties.lastBackupStatus?.toLowerCase() ?? ''] ?? 'unknown',
    lastRecoveryPointAt: parseInstant(properties.lastRecoveryPoint),
  };
}

/** Maps an item that was read alone, with the summary of its points. */
export function toProtectedItemDetails(wire: ProtectedItemWire): ProtectedItemDetails {
  const { extendedInfo } = wire.properties;
  return {
    ...toProtectedItem(wire),
    oldestPointAt: parseInstant(extendedInfo?.oldestRecoveryPoint),
    pointCount: extendedInfo?.recoveryPointCount ?? null,
  };
}

/**
 * Reads a backup instance with the summary of its points: `GET {PI}` (Recovery Services backup,
 * 2024-04-01; azure-contract §3).
 */
export const getProtectedItem = oneReader(
  protectedItemWire,
  (id) =>
    `${id}?api-version=${BACKUP_API_VERSION}&$filter=${encodeURIComponent("expand eq 'extendedInfo'")}`,
  toProtectedItemDetails,
);

const MACHINES = encodeURIComponent("backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'");

/**
 * Lists the backup instances of which a vault has points in its secondary region: `GET
 * {V}/backupProtectedItems` in the version of that region (azure-contract §9).
 */
export const listSecondaryItems = listReader(
  pageOf(protectedItemWire),
  (vaultId: ResourceId) =>
    `${vaultId}/backupProtectedItems?api-version=${SECONDARY_API_VERSION}&$filter=${MACHINES}`,
  toProtectedItem,
);

/** The rows of Resource Graph that are backup instances of VMs. */
export const MACHINE_ITEMS = [
  "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
  "where properties.backupManagementType =~ 'AzureIaasVM'",
];

const POINT = 'todatetime(properties.lastRecoveryPoint)';

const NO_POINT = `isnull(${POINT})`;

/** A condition on the latest restore point of a row; null when all will do. An age includes rows without any. */
function pointCondition(wanted: readonly PointAgeFilter[]): string | null {
  const age = POINT_AGES.find((one) => wanted.includes(one));
  if (age !== undefined) return `${NO_POINT} or ${POINT} < ago(${age})`;
  return wanted.length === 0 ? null : NO_POINT;
}

/** How many backup instances have no restore point of some age or newer. */
interface OldPoints {
  readonly older: number;
  /** Those that have no restore point at all. */
  readonly none: number;
}

/** Counts the VMs without a restore point of this age or newer: Resource Graph counts, over all vaults. */
export async function countOldPoints(
  arm: ArmPipelines,
  age: PointAge,
  signal?: AbortSignal,
): Promise<OldPoints> {
  const query = graphQuestion('recoveryservicesresources', [
    ...MACHINE_ITEMS,
    where(pointCondition([age])),
    `summarize items = count() by point = iff(${NO_POINT}, 'none', 'older')`,
  ]);
  const rows = await queryGraph(arm, pointCountWire, query, signal);
  const counts = { older: 0, none: 0 };
  for (const { point, items } of rows) counts[point] += items;
  return counts;
}

type Health = ProtectedItem['health'];

/** Those that Azure has words for. */
const HEALTH_WORDS: Record<Exclude<Health, 'unknown' | 'softDeleted'>, string> = {
  passed: 'Passed',
  actionSuggested: 'ActionSuggested',
  actionRequired: 'ActionRequired',
};

/** Whether a row is deleted softly: its health reports nothing of that. */
const IS_DELETED = "tostring(properties.isScheduledForDeferredDelete) =~ 'true'";

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<InstanceSort, string> = {
  name: 'tolower(tostring(properties.friendlyName))',
  vault: "tolower(tostring(split(id, '/')[8]))",
  subscription: 'subscriptionId',
  region: 'location',
  lastPoint: 'todatetime(properties.lastRecoveryPoint)',
  health: 'tostring(properties.healthStatus)',
};

const machinesWith = (tags: readonly SourceTag[]): string =>
  [
    'join kind=leftouter (resources',
    "| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')",
    ...(tags.length === 0 ? [] : [`| where ${hasTag(tags)}`]),
    '| extend machineId = tolower(id) | project machineId, isThere = true) on machineId',
  ].join(' ');

/**
 * The query for a list of VM backup instances over all vaults (types of rows: azure-contract §1);
 * disks have a list of their own. Only a filter by whether sources exist, or by tag, needs the
 * machines too; without one, the items alone suffice.
 */
export function instancesQuestion(filter: InstanceFilter, order: InstanceOrder): string {
  const { sources, tags = [] } = filter;
  const source = sources.length === 1 ? sources[0] : undefined;
  const isJoined = source !== undefined || tags.length > 0;
  return graphQuestion('recoveryservicesresources', [
    "where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    where(
      filter.search === '' ? null : `properties.friendlyName contains ${literal(filter.search)}`,
    ),
    where(inTexts('subscriptionId', filter.subscriptions)),
    where(inTexts('location', filter.regions)),
    where(inVaults(filter.vaults)),
    where(healthCondition(filter.healths)),
    where(pointCondition(filter.older)),
    isJoined ? 'extend machineId = tolower(tostring(properties.sourceResourceId))' : null,
    isJoined ? machinesWith(tags) : null,
    source === undefined ? null : `where ${source === 'exists' ? 'isnotnull' : 'isnull'}(isThere)`,
    // Nothing reports the tags of a VM that is gone.
    tags.length === 0 ? null : 'where isnotnull(isThere)',
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, location, subscriptionId, properties',
  ]);
}

/**
 * Those that are deleted softly are of no other health, and whatever is none of the known words is unknown health,
 * as the product shows it.
 */
function healthCondition(healths: InstanceFilter['healths']): string | null {
  if (healths.length === 0) return null;
  const words = healths.flatMap((one) =>
    one === 'unknown' || one === 'softDeleted' ? [] : [HEALTH_WORDS[one]],
  );
  const known = inTexts('properties.healthStatus', words);
  const named = inTexts('properties.healthStatus', Object.values(HEALTH_WORDS)) ?? '';
  const others = [known, healths.includes('unknown') ? `not(${named})` : null]
    .filter((one) => one !== null)
    .join(' or ');
  const deleted = healths.includes('softDeleted');
  if (others === '') return IS_DELETED;
  return deleted ? `${IS_DELETED} or ${others}` : `not(${IS_DELETED}) and (${others})`;
}

/** One page of the backup instances over all vaults, filtered and sorted by Resource Graph. */
export const listInstancePage = pageReader({
  row: protectedItemWire,
  toThing: toProtectedItem,
  question: instancesQuestion,
});

/**
 * Finds backup instances with these words in their name, the resource group of the machine or the name
 * of the vault, names first: from Resource Graph, over all vaults (azure-contract §1).
 */
export const findProtectedItems = finder({
  row: protectedItemWire,
  toThing: toProtectedItem,
  question: questionOf,
});

function questionOf(words: readonly string[]): string {
  return graphQuestion('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    // An id holds group, name and vault among other words: few rows are left to be cut up.
    `where ${hasWords(words, ['id', 'properties.friendlyName'])}`,
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    'extend machine = tostring(properties.friendlyName)',
    // The row's own group is the vault's; the machine's is in its id.
    "extend machineGroup = tostring(split(tostring(properties.sourceResourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['machine', 'machineGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'machine')}`,
    'order by rank asc, tolower(machine) asc, id asc',
    'project id, name, type, location, properties',
  ]);
}

/** Number of backup instances of each health. */
type HealthCounts = Readonly<Record<ProtectedItem['health'], number>>;

/**
 * Counts the backup instances that the person can see by health, in Resource Graph, over all vaults: those that are
 * deleted softly apart, whatever health Azure reports of them.
 */
export async function countByHealth(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<HealthCounts> {
  const query = graphQuestion('recoveryservicesresources', [
    ...MACHINE_ITEMS,
    `extend state = iff(${IS_DELETED}, 'deleted', 'notDeleted')`,
    'summarize items = count() by state, health = tostring(properties.healthStatus)',
  ]);
  const rows = await queryGraph(arm, healthCountWire, query, signal);
  const counts = { passed: 0, actionSuggested: 0, actionRequired: 0, softDeleted: 0, unknown: 0 };
  for (const { state, health, items } of rows) {
    counts[state === 'deleted' ? 'softDeleted' : healthOf(health)] += items;
  }
  return counts;
}

/** The backup instances that match a filter, in pages. */
export const instancePages = (
  filter: InstanceFilter,
  order: InstanceOrder,
): Pages<ProtectedItem> => ({
  key: ['instances', filter, order],
  read: (wanted, signal) => listInstancePage(session(), { filter, order, ...wanted }, signal),
});

/** What a vault keeps in its secondary region. */
export const secondaryInstancesQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['instances', 'secondary', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listSecondaryItems(session(), vaultId, signal),
  });

/** One backup instance. */
export const instanceQuery = queryById('instance', getProtectedItem);

const MACHINE_TYPES = [
  'microsoft.compute/virtualmachines',
  'microsoft.classiccompute/virtualmachines',
];

/** The tags that VMs have, to filter by. */
export const machineTagsQuery = () =>
  queryOptions({
    queryKey: ['machine tags'],
    queryFn: ({ signal }) => listTags(session(), MACHINE_TYPES, signal),
  });
