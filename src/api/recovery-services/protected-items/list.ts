import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { pointCondition } from '#src/api/recovery-services/protected-items/point-age.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { pageReader } from '#src/api/resource-graph/query/lists.ts';
import { hasTag } from '#src/api/resource-graph/query/tags.ts';
import {
  isInVault,
  isOneOf,
  literal,
  question,
  where,
} from '#src/api/resource-graph/query/text.ts';
import type {
  InstanceFilter,
  InstanceOrder,
  InstanceSort,
  ProtectedItem,
} from '#src/model/instances.ts';
import type { SourceTag } from '#src/model/machines.ts';

type Health = ProtectedItem['health'];

/** Those that Azure has words for. */
const HEALTH: Record<Exclude<Health, 'unknown' | 'softDeleted'>, string> = {
  passed: 'Passed',
  actionSuggested: 'ActionSuggested',
  actionRequired: 'ActionRequired',
};

/** Whether a row is deleted softly: its health reports nothing of that. */
export const IS_DELETED = "tostring(properties.isScheduledForDeferredDelete) =~ 'true'";

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
  return question('recoveryservicesresources', [
    "where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    where(
      filter.search === '' ? null : `properties.friendlyName contains ${literal(filter.search)}`,
    ),
    where(isOneOf('subscriptionId', filter.subscriptions)),
    where(isOneOf('location', filter.regions)),
    where(isInVault(filter.vaults)),
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
    one === 'unknown' || one === 'softDeleted' ? [] : [HEALTH[one]],
  );
  const known = isOneOf('properties.healthStatus', words);
  const named = isOneOf('properties.healthStatus', Object.values(HEALTH)) ?? '';
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
