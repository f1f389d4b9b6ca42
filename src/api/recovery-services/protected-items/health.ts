import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { healthOf } from '#src/api/recovery-services/protected-items/map.ts';
import { healthCountWire } from '#src/api/recovery-services/protected-items/wire-counts.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

/** Number of backup instances of each health. */
export type HealthCounts = Readonly<Record<ProtectedItem['health'], number>>;

/** Counts the backup instances that the person can see by health, in Resource Graph, over all vaults. */
export async function countByHealth(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<HealthCounts> {
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    'summarize items = count() by health = tostring(properties.healthStatus)',
  ]);
  const rows = await queryGraph(arm, healthCountWire, query, signal);
  const counts = { passed: 0, actionSuggested: 0, actionRequired: 0, unknown: 0 };
  for (const { health, items } of rows) counts[healthOf(health)] += items;
  return counts;
}
