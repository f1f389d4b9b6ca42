import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Vault } from '#src/model/recovery-services.ts';

/** Reads a vault: `GET {V}` (arm-recoveryservices, 2024-04-01). */
export async function getVault(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<Vault> {
  const url = `${vaultId}?api-version=${BACKUP_API_VERSION}`;
  return toVault(await sendFor(arm, vaultWire, { method: 'GET', url, signal }));
}
