import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import {
  reachCountWire,
  type ReachCountWire,
} from '#src/api/recovery-services/protected-items/wire-counts.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { isOneOf, question, where } from '#src/api/resource-graph/query/text.ts';
import { regionName } from '#src/model/places.ts';
import type { ReachCounts } from '#src/model/service-issue.ts';

/** What vaults report of their redundancy, by their ids. */
const VAULTS = [
  "join kind=leftouter (resources | where type =~ 'microsoft.recoveryservices/vaults'",
  '| extend vaultId = tolower(id)',
  '| project vaultId, redundancy = tostring(properties.redundancySettings.standardTierStorageRedundancy), crossRegion = tostring(properties.redundancySettings.crossRegionRestore)) on vaultId',
].join(' ');

/**
 * Counts the VM backup instances of some regions by what their vaults report of other places with the same data: Resource Graph
 * counts. By region, each in the form of {@link regionName}.
 */
export async function countReach(
  arm: ArmPipelines,
  regions: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ReachCounts>> {
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    where(isOneOf('location', regions.map(regionName))),
    "extend vaultId = tostring(split(tolower(id), '/backupfabrics/')[0])",
    VAULTS,
    'summarize items = count() by location, redundancy, crossRegion',
  ]);
  return reachOf(await queryGraph(arm, reachCountWire, query, signal));
}

const NONE: ReachCounts = { all: 0, secondary: 0, declared: 0, zones: 0, one: 0, unknown: 0 };

/** The rows put together, region by region. */
export function reachOf(rows: readonly ReachCountWire[]): ReadonlyMap<string, ReachCounts> {
  const counts = new Map<string, ReachCounts>();
  for (const row of rows) {
    const region = regionName(row.location ?? '');
    const before = counts.get(region) ?? NONE;
    const kind = kindOf(row);
    const all = before.all + row.items;
    counts.set(region, { ...before, all, [kind]: before[kind] + row.items });
  }
  return counts;
}

/** Azure's words: `GeoRedundant`, `ReadAccessGeoZoneRedundant`, `ZoneRedundant`, `LocallyRedundant` and their like. */
function kindOf({ redundancy, crossRegion }: ReachCountWire): Exclude<keyof ReachCounts, 'all'> {
  const text = redundancy ?? '';
  if (/geo/i.test(text)) return /^enabled$/i.test(crossRegion ?? '') ? 'secondary' : 'declared';
  if (/zone/i.test(text)) return 'zones';
  return /local/i.test(text) ? 'one' : 'unknown';
}
