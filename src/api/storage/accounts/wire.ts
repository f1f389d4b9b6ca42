import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A storage account, `GET …/Microsoft.Storage/storageAccounts` of 2023-05-01. */
export const storageAccountWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  kind: maybe(z.string()),
  sku: maybe(z.looseObject({ name: maybe(z.string()) })),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      allowSharedKeyAccess: maybe(z.boolean()),
      networkAcls: maybe(
        z.looseObject({
          defaultAction: maybe(z.string()),
          ipRules: maybe(z.array(z.unknown())),
          virtualNetworkRules: maybe(z.array(z.unknown())),
        }),
      ),
    }),
  ),
});
export type StorageAccountWire = z.infer<typeof storageAccountWire>;

export const storageAccountPageWire = pageOf(storageAccountWire);
