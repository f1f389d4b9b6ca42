import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** `GET …/Microsoft.KeyVault/vaults` of 2023-07-01 (azure-contract §14). */
export const keyVaultWire = z.looseObject({
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
