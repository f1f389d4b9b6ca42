import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import {
  toProtectedItem,
  toProtectedItemDetails,
} from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem, ProtectedItemDetails } from '#src/model/recovery-services.ts';

/**
 * Reads a protected item with what is told of its points: `GET {PI}` (Recovery Services backup,
 * 2024-04-01; azure-contract §3).
 */
export async function getProtectedItem(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<ProtectedItemDetails> {
  const filter = encodeURIComponent("expand eq 'extendedInfo'");
  const url = `${id}?api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  return toProtectedItemDetails(
    await sendFor(arm, protectedItemWire, { method: 'GET', url, signal }),
  );
}

/** The published query shape for VM instances over all vaults (azure-contract §1). */
const VM_ITEMS = [
  'recoveryservicesresources',
  "| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
  "| where properties.backupManagementType =~ 'AzureIaasVM'",
  '| project id, name, type, properties',
  '| order by tolower(tostring(properties.friendlyName)) asc, id asc',
].join('\n');

/** All protected VMs that the person may see, from Resource Graph: one question over all vaults. */
export async function listProtectedItems(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<ProtectedItem[]> {
  const rows = await queryGraph(arm, protectedItemWire, VM_ITEMS, signal);
  return rows.map(toProtectedItem);
}
