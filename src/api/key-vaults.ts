import * as z from 'zod/mini';
import { armFacts } from '#src/api/arm/error.ts';
import { listReader } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor, toPlaced } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { KEY_VAULT_API_VERSION } from '#src/api/versions.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** `GET …/Microsoft.KeyVault/vaults` of 2023-07-01 (azure-contract §14). */
const keyVaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      vaultUri: maybe(z.string()),
      enableSoftDelete: maybe(z.boolean()),
      enablePurgeProtection: maybe(z.boolean()),
      enableRbacAuthorization: maybe(z.boolean()),
      networkAcls: maybe(z.looseObject({ defaultAction: maybe(z.string()) })),
    }),
  ),
});
export type KeyVaultWire = z.infer<typeof keyVaultWire>;

export const keyVaultPageWire = pageOf(keyVaultWire);

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

/** The key vaults of a subscription: `GET /subscriptions/{sub}/providers/Microsoft.KeyVault/vaults` (2023-07-01). */
export const listKeyVaults = listReader(
  keyVaultPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults?api-version=${KEY_VAULT_API_VERSION}`,
  toPlaced,
);

/** Whether a key vault is there. */
export const keyVaultQuery = queryById('key vault', hasKeyVault);
