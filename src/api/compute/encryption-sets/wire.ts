import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A disk encryption set, `GET …/Microsoft.Compute/diskEncryptionSets` of 2023-10-02. */
export const diskEncryptionSetWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      encryptionType: maybe(z.string()),
      provisioningState: maybe(z.string()),
      activeKey: maybe(
        z.looseObject({
          sourceVault: maybe(z.looseObject({ id: maybe(z.string()) })),
          keyUrl: maybe(z.string()),
        }),
      ),
    }),
  ),
});

export const diskEncryptionSetPageWire = pageOf(diskEncryptionSetWire);
