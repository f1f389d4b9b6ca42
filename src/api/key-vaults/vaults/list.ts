import { toPlaced } from '#src/api/arm/placed.ts';
import { listReader } from '#src/api/arm/reader.ts';
import { keyVaultPageWire } from '#src/api/key-vaults/vaults/wire.ts';
import { KEY_VAULT_API_VERSION } from '#src/api/key-vaults/version.ts';

/** The key vaults of a subscription: `GET /subscriptions/{sub}/providers/Microsoft.KeyVault/vaults` (2023-07-01). */
export const listKeyVaults = listReader(
  keyVaultPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults?api-version=${KEY_VAULT_API_VERSION}`,
  toPlaced,
);
