import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A Recovery Services vault, `GET {V}` of 2024-04-01. Every settings group may be missing. */
export const vaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      /** The latest move of the vault to another group or subscription. */
      moveDetails: maybe(z.looseObject({ sourceResourceId: maybe(z.string()) })),
      restoreSettings: maybe(
        z.looseObject({
          crossSubscriptionRestoreSettings: maybe(
            z.looseObject({ crossSubscriptionRestoreState: maybe(z.string()) }),
          ),
        }),
      ),
      redundancySettings: maybe(
        z.looseObject({
          standardTierStorageRedundancy: maybe(z.string()),
          crossRegionRestore: maybe(z.string()),
        }),
      ),
    }),
  ),
});
export type VaultWire = z.infer<typeof vaultWire>;
