import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send, sendFor } from '#src/api/arm/send.ts';
import {
  toStorageConfig,
  toStoragePatch,
  toVaultConfig,
  toVaultConfigPatch,
} from '#src/api/recovery-services/vaults/map-config.ts';
import {
  storageConfigWire,
  vaultConfigWire,
} from '#src/api/recovery-services/vaults/wire-config.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type {
  VaultConfig,
  VaultConfigChange,
  VaultStorageChange,
  VaultStorageConfig,
} from '#src/model/vault-config.ts';

/** Reads how a vault keeps its data: `GET {V}/backupstorageconfig/vaultstorageconfig` (2024-04-01). */
export async function getStorageConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<VaultStorageConfig> {
  const request = { method: 'GET', url: storageUrl(vaultId), signal } as const;
  return toStorageConfig(await sendFor(arm, storageConfigWire, request));
}

/**
 * Changes it: `PATCH {V}/backupstorageconfig/vaultstorageconfig`, which answers nothing (204).
 * @throws ArmError `refused` for another redundancy once anything is protected.
 */
export async function changeStorageConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  change: VaultStorageChange,
): Promise<void> {
  await send(arm, write('PATCH', storageUrl(vaultId), toStoragePatch(change)));
}

/** Sets it: `PUT {V}/backupstorageconfig/vaultstorageconfig` (2024-04-01). */
export async function putStorageConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  config: Required<VaultStorageChange>,
): Promise<VaultStorageConfig> {
  const request = write('PUT', storageUrl(vaultId), toStoragePatch(config));
  return toStorageConfig(await sendFor(arm, storageConfigWire, request));
}

/** Reads how a vault guards what it keeps: `GET {V}/backupconfig/vaultconfig` (2024-04-01). */
export async function getVaultConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<VaultConfig> {
  const request = { method: 'GET', url: configUrl(vaultId), signal } as const;
  return toVaultConfig(await sendFor(arm, vaultConfigWire, request));
}

/** Changes it: `PATCH {V}/backupconfig/vaultconfig` (2024-04-01). */
export async function changeVaultConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  change: VaultConfigChange,
): Promise<VaultConfig> {
  const request = write('PATCH', configUrl(vaultId), toVaultConfigPatch(change));
  return toVaultConfig(await sendFor(arm, vaultConfigWire, request));
}

/** Sets it: `PUT {V}/backupconfig/vaultconfig` (2024-04-01). */
export async function putVaultConfig(
  arm: ArmPipelines,
  vaultId: ResourceId,
  config: Required<VaultConfigChange>,
): Promise<VaultConfig> {
  const request = write('PUT', configUrl(vaultId), toVaultConfigPatch(config));
  return toVaultConfig(await sendFor(arm, vaultConfigWire, request));
}

const storageUrl = (vaultId: ResourceId): string =>
  `${vaultId}/backupstorageconfig/vaultstorageconfig?api-version=${BACKUP_API_VERSION}`;

const configUrl = (vaultId: ResourceId): string =>
  `${vaultId}/backupconfig/vaultconfig?api-version=${BACKUP_API_VERSION}`;

function write(method: 'PATCH' | 'PUT', url: string, body: object): ArmRequest {
  return { method, url, body, starts: true };
}
