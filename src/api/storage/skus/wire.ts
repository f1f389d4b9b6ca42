import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** `GET …/Microsoft.Storage/skus` of 2023-05-01 (S). */
const storageSkuWire = z.looseObject({
  resourceType: maybe(z.string()),
  name: z.string(),
  kind: maybe(z.string()),
  locations: maybe(z.array(z.string())),
  restrictions: maybe(
    z.array(z.looseObject({ type: maybe(z.string()), values: maybe(z.array(z.string())) })),
  ),
});
export type StorageSkuWire = z.infer<typeof storageSkuWire>;

export const storageSkuPageWire = pageOf(storageSkuWire);
