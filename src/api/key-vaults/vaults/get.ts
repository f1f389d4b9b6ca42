import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { keyVaultWire } from '#src/api/key-vaults/vaults/wire.ts';
import { KEY_VAULT_API_VERSION } from '#src/api/key-vaults/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Whether a key vault is there: `GET …/Microsoft.KeyVault/vaults/{name}` (2023-07-01). What is in it,
 * and who may use its keys, this does not tell.
 */
export async function hasKeyVault(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<boolean> {
  const url = `${id}?api-version=${KEY_VAULT_API_VERSION}`;
  try {
    await sendFor(arm, keyVaultWire, { method: 'GET', url, signal });
    return true;
  } catch (error) {
    const facts = armFacts(error);
    if (facts?.status === 404 && facts.code === 'ResourceNotFound') return false;
    throw error;
  }
}
