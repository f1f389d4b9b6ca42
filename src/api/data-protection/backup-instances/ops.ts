import { byId, oneReader } from '#src/api/arm/reader.ts';
import { toDiskInstance } from '#src/api/data-protection/backup-instances/map.ts';
import { backupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import { pageReader } from '#src/api/resource-graph/query/lists.ts';
import {
  isInVault,
  isOneOf,
  literal,
  question,
  where,
} from '#src/api/resource-graph/query/text.ts';
import type {
  DiskInstanceFilter,
  DiskInstanceOrder,
  DiskInstanceSort,
} from '#src/model/backup-vaults.ts';

/** Reads a backup instance: `GET {BI}` (azure-contract §11; 2024-04-01). */
export const getDiskInstance = oneReader(
  backupInstanceWire,
  byId(DATA_PROTECTION_API_VERSION),
  toDiskInstance,
);

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
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.dataprotection/backupvaults/backupinstances'",
    "where properties.dataSourceInfo.datasourceType =~ 'Microsoft.Compute/disks'",
    where(
      search === '' ? null : `properties.dataSourceInfo.resourceName contains ${literal(search)}`,
    ),
    where(isOneOf('subscriptionId', filter.subscriptions)),
    where(isOneOf(region, filter.regions)),
    where(isInVault(filter.vaults)),
    where(isOneOf('properties.dataSourceInfo.resourceID', filter.sources ?? [])),
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
