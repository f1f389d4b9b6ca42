import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { keyVaultPageWire, type KeyVaultWire } from '#src/api/key-vaults/vaults/wire.ts';
import { KEY_VAULT_API_VERSION } from '#src/api/key-vaults/version.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** A key vault as far as the person may see it; its keys and secrets are not read. */
export interface KeyVault {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  /** Whether a key that was deleted can be got back; null: not told. */
  readonly hasPurgeProtection: boolean | null;
  /** Whether roles, not access policies, say who may read; null: not told. */
  readonly usesRoles: boolean | null;
}

/**
 * The key vaults of a subscription that the person may see: `GET
 * /subscriptions/{sub}/providers/Microsoft.KeyVault/vaults` (2023-07-01).
 */
export async function listKeyVaults(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<KeyVault[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults?api-version=${KEY_VAULT_API_VERSION}`;
  return (await wholeList(arm, keyVaultPageWire, url, signal)).map(toKeyVault);
}

function toKeyVault({ id, name, location, properties }: KeyVaultWire): KeyVault {
  return {
    id: resourceId(id),
    name,
    region: location,
    hasPurgeProtection: properties?.enablePurgeProtection ?? null,
    usesRoles: properties?.enableRbacAuthorization ?? null,
  };
}
