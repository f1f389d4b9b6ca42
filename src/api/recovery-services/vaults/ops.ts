import { byId, oneReader } from '#src/api/arm/reader.ts';
import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { toVault, toVaultEncryption, toVaultPatch } from '#src/api/recovery-services/vaults/map.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';

/** Reads a vault: `GET {V}` (arm-recoveryservices, 2024-04-01). */
export const getVault = oneReader(vaultWire, byId(BACKUP_API_VERSION), toVault);

/**
 * Reads whose key a vault is encrypted with: `GET
 * {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` (2024-04-01).
 */
export const getVaultEncryption = oneReader(
  vaultEncryptionWire,
  (vaultId) =>
    `${vaultId}/backupEncryptionConfigs/backupResourceEncryptionConfig?api-version=${BACKUP_API_VERSION}`,
  toVaultEncryption,
);

/** What Azure made of a change: it is done, or it is accepted and can perhaps be followed. */
export type VaultChangeAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'accepted'; readonly operation: AcceptedOperation | null };

/**
 * Changes whether a vault's points can be restored to other subscriptions, once: `PATCH {V}`
 * (azure-contract §1; 2024-04-01), followed at `GET {V}/operationStatus/{operation}`, or at `GET
 * {V}/operationResults/{operation}` where Azure returns only that address. A body in the answer is
 * ignored: the vault is read again.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function changeCrossSubscription(
  arm: ArmPipelines,
  vaultId: ResourceId,
  wanted: CrossSubscriptionState,
): Promise<VaultChangeAnswer> {
  const answer = await send(arm, {
    method: 'PATCH',
    url: `${vaultId}?api-version=${BACKUP_API_VERSION}`,
    body: toVaultPatch(wanted),
    starts: true,
  });
  return answer.status === 202
    ? { kind: 'accepted', operation: acceptedOperation(answer) }
    : { kind: 'done' };
}
