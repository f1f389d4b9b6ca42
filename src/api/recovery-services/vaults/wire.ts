import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A Recovery Services vault, `GET {V}` of 2024-04-01. Every settings group may be missing. */
export const vaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string(),
  identity: maybe(
    z.looseObject({
      type: maybe(z.string()),
      /** Id in the directory of the system's identity. */
      principalId: maybe(z.string()),
      userAssignedIdentities: maybe(
        z.record(z.string(), maybe(z.looseObject({ principalId: maybe(z.string()) }))),
      ),
    }),
  ),
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

/**
 * The body of `PATCH {V}` that changes whether a vault's points may go to other subscriptions
 * (azure-contract §1). No other key: what is sent by mistake would change something.
 */
export const vaultPatchWire = z.strictObject({
  properties: z.strictObject({
    restoreSettings: z.strictObject({
      crossSubscriptionRestoreSettings: z.strictObject({
        /** `Enabled`, `Disabled` or `PermanentlyDisabled`. */
        crossSubscriptionRestoreState: z.string(),
      }),
    }),
  }),
});
export type VaultPatchWire = z.infer<typeof vaultPatchWire>;

/** `GET {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` of 2024-04-01 (azure-contract §2). */
export const vaultEncryptionWire = z.looseObject({
  id: maybe(z.string()),
  name: maybe(z.string()),
  properties: maybe(
    z.looseObject({
      /** `MicrosoftManaged`, `CustomerManaged` or `Invalid`. */
      encryptionAtRestType: maybe(z.string()),
      keyUri: maybe(z.string()),
    }),
  ),
});
export type VaultEncryptionWire = z.infer<typeof vaultEncryptionWire>;

/** A page of `GET {V}/backupProtectedItems`, for counting. */
export const vaultItemPageWire = pageOf(z.looseObject({ id: z.string() }));
