import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toDiskInstance } from '#src/api/data-protection/backup-instances/map.ts';
import { backupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import { type GraphPage, graphPage, type PageStart } from '#src/api/resource-graph/query/ops.ts';
import {
  isInVault,
  isOneOf,
  literal,
  question,
  where,
} from '#src/api/resource-graph/query/text.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import type {
  DiskInstanceFilter,
  DiskInstanceOrder,
  DiskInstanceSort,
} from '#src/model/disk-instance-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a backup instance: `GET {BI}` (azure-contract §11; 2024-04-01). */
export async function getDiskInstance(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance> {
  const url = `${id}?api-version=${DATA_PROTECTION_API_VERSION}`;
  return toDiskInstance(await sendFor(arm, backupInstanceWire, { method: 'GET', url, signal }));
}

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

export interface DiskInstancePageWanted {
  readonly filter: DiskInstanceFilter;
  readonly order: DiskInstanceOrder;
  readonly start: PageStart;
  readonly top: number;
}

/** One page of the protected disks over all Backup vaults, filtered and sorted by Resource Graph. */
export async function listDiskInstancePage(
  arm: ArmPipelines,
  { filter, order, start, top }: DiskInstancePageWanted,
  signal?: AbortSignal,
): Promise<GraphPage<DiskBackupInstance>> {
  const query = diskInstancesQuestion(filter, order);
  const page = await graphPage(arm, { row: backupInstanceWire, query, start, top }, signal);
  return { ...page, rows: page.rows.map(toDiskInstance) };
}
