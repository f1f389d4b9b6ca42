import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { pointCountWire } from '#src/api/recovery-services/protected-items/wire-counts.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question, where } from '#src/api/resource-graph/query/text.ts';
import { POINT_AGES, type PointAge, type PointFilter } from '#src/model/instances.ts';

const POINT = 'todatetime(properties.lastRecoveryPoint)';
const NONE = `isnull(${POINT})`;

/** A condition on the latest restore point of a row; null when all will do. An age includes rows without any. */
export function pointCondition(wanted: readonly PointFilter[]): string | null {
  const age = POINT_AGES.find((one) => wanted.includes(one));
  if (age !== undefined) return `${NONE} or ${POINT} < ago(${age})`;
  return wanted.length === 0 ? null : NONE;
}

/** How many backup instances have no restore point of some age or newer. */
export interface OldPoints {
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
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    where(pointCondition([age])),
    `summarize items = count() by point = iff(${NONE}, 'none', 'older')`,
  ]);
  const rows = await queryGraph(arm, pointCountWire, query, signal);
  const counts = { older: 0, none: 0 };
  for (const { point, items } of rows) counts[point] += items;
  return counts;
}
