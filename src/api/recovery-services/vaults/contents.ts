import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { vaultItemPageWire } from '#src/api/recovery-services/vaults/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How many machines a vault protects, as far as one page tells. */
export interface ItemCount {
  readonly count: number;
  /** There are more than counted. */
  readonly isLeast: boolean;
}

/**
 * Counts the machines of one vault by the first page of `GET {V}/backupProtectedItems` (2024-04-01).
 * Without permission, the vault's own list names the missing action; Resource Graph doesn't.
 */
export async function countVaultItems(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<ItemCount> {
  const filter = encodeURIComponent("backupManagementType eq 'AzureIaasVM'");
  const url = `${vaultId}/backupProtectedItems?api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  const page = await sendFor(arm, vaultItemPageWire, { method: 'GET', url, signal });
  return { count: page.value?.length ?? 0, isLeast: Boolean(page.nextLink) };
}
