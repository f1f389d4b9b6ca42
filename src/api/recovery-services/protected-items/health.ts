import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { IS_DELETED } from '#src/api/recovery-services/protected-items/list.ts';
import { healthOf } from '#src/api/recovery-services/protected-items/map.ts';
import { healthCountWire } from '#src/api/recovery-services/protected-items/wire-counts.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import type { ProtectedItem } from '#src/model/instances.ts';

/** Number of backup instances of each health. */
export type HealthCounts = Readonly<Record<ProtectedItem['health'], number>>;

/**
 * Counts the backup instances that the person can see by health, in Resource Graph, over all vaults: those that are
 * deleted softly apart, whatever health Azure reports of them.
 */
export async function countByHealth(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<HealthCounts> {
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
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
