import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toVault, toVaultEncryption } from '#src/api/recovery-services/vaults/map.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Vault, VaultEncryption } from '#src/model/recovery-services.ts';

/** Reads a vault: `GET {V}` (arm-recoveryservices, 2024-04-01). */
export async function getVault(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<Vault> {
  const url = `${vaultId}?api-version=${BACKUP_API_VERSION}`;
  return toVault(await sendFor(arm, vaultWire, { method: 'GET', url, signal }));
}

/**
 * Reads whose key a vault is encrypted with: `GET
 * {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` (2024-04-01).
 */
export async function getVaultEncryption(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<VaultEncryption> {
  const url = `${vaultId}/backupEncryptionConfigs/backupResourceEncryptionConfig?api-version=${BACKUP_API_VERSION}`;
  return toVaultEncryption(await sendFor(arm, vaultEncryptionWire, { method: 'GET', url, signal }));
}
