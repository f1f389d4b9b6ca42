import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** As much of a vault as a filter needs. */
export interface VaultName {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  /** Whether what it keeps can be restored in its paired region; null: it does not say. */
  readonly hasCrossRegionRestore: boolean | null;
}

const rowWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  crr: z.nullish(z.string()),
});

const QUESTION = question('resources', [
  "where type =~ 'microsoft.recoveryservices/vaults'",
  'extend crr = tostring(properties.redundancySettings.crossRegionRestore)',
  'project id, name, location, crr',
  'order by tolower(name) asc, id asc',
]);

/** All Recovery Services vaults that the person may see, by name, from Resource Graph. */
export async function listVaultNames(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<VaultName[]> {
  const rows = await queryGraph(arm, rowWire, QUESTION, signal);
  return rows.map(({ id, name, location, crr }) => ({
    id: resourceId(id),
    name,
    region: location,
    hasCrossRegionRestore: crr ? crr.toLowerCase() === 'enabled' : null,
  }));
}
