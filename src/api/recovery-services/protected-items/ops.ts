import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

/** Reads a protected item: `GET {PI}` (Recovery Services backup, 2024-04-01). */
export async function getProtectedItem(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<ProtectedItem> {
  const url = `${id}?api-version=${BACKUP_API_VERSION}`;
  return toProtectedItem(await sendFor(arm, protectedItemWire, { method: 'GET', url, signal }));
}

/**
 * The protected VMs of which a vault keeps points in its secondary region: `GET
 * {V}/backupProtectedItems` in the version of that region (azure-contract §9).
 */
export async function listSecondaryItems(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<ProtectedItem[]> {
  const filter = encodeURIComponent("backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'");
  const url = `${vaultId}/backupProtectedItems?api-version=${SECONDARY_API_VERSION}&$filter=${filter}`;
  const list = await wholeList(arm, pageOf(protectedItemWire), url, signal);
  return list.map(toProtectedItem);
}
