import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { literal, question } from '#src/api/resource-graph/query/text.ts';
import { isProtectionStopped, type ProtectedItem } from '#src/model/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * The backup instance of a machine, from Resource Graph over all readable vaults: a copy that lags by minutes. Of
 * several the one whose backups go on, else one that isn’t deleted. Null: no readable vault has one.
 */
export async function itemOfMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<ProtectedItem | null> {
  const query = question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    `where properties.sourceResourceId =~ ${literal(machineId)}`,
    'order by id asc',
    'project id, name, type, location, properties',
  ]);
  const items = (await queryGraph(arm, protectedItemWire, query, signal)).map(toProtectedItem);
  return (
    items.find(({ protectionState }) => isProtectionStopped(protectionState) !== true) ??
    items.find(({ deletion }) => deletion === null) ??
    items[0] ??
    null
  );
}

/** Where a machine is backed up. */
export interface MachineProtection {
  readonly itemId: ResourceId;
  readonly vaultId: ResourceId;
  readonly policyName: string | null;
  /** Azure's word: `Protected`, `IRPending`, `ProtectionStopped`, … */
  readonly state: string;
}

/** Where a machine is backed up, as {@link itemOfMachine} finds it. Null: in no readable vault. */
export async function protectionOf(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<MachineProtection | null> {
  const item = await itemOfMachine(arm, machineId, signal);
  if (item === null) return null;
  const { id, vaultId, policyName, protectionState } = item;
  return { itemId: id, vaultId, policyName, state: protectionState };
}
