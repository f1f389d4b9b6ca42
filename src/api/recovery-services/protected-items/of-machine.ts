import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { literal, question } from '#src/api/resource-graph/query/text.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Where a machine is backed up. */
export interface MachineProtection {
  readonly itemId: ResourceId;
  readonly vaultId: ResourceId;
  readonly policyName: string | null;
  /** Azure's word: `Protected`, `IRPending`, `ProtectionStopped`, … */
  readonly state: string;
}

const STOPPED = ['protectionstopped', 'backupssuspended'];

/**
 * Where a machine is backed up, from Resource Graph over all readable vaults: a copy that lags by minutes. Of
 * several the one that goes on. Null: no readable vault protects it.
 */
export async function protectionOf(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<MachineProtection | null> {
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    `where properties.sourceResourceId =~ ${literal(machineId)}`,
    'project id, name, type, location, properties',
  ]);
  const items = (await queryGraph(arm, protectedItemWire, query, signal)).map(toProtectedItem);
  const found =
    items.find(({ protectionState }) => !STOPPED.includes(protectionState.toLowerCase())) ??
    items[0];
  if (found === undefined) return null;
  const { id, vaultId, policyName, protectionState } = found;
  return { itemId: id, vaultId, policyName, state: protectionState };
}
