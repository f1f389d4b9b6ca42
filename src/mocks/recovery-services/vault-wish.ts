import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/**
 * The body of `PATCH {V}`: what of a vault can be changed (names S, 2024-04-01; those of later
 * versions R). What is not named here the service reads over (G).
 */

const onOff = z.literal(['Enabled', 'Disabled']);
const softDeleteState = z.optional(z.literal(['Enabled', 'Disabled', 'AlwaysON']));
const settings = maybe(z.looseObject({}));

const identity = z.object({
  type: z.string(),
  /** By id; null takes one away. */
  userAssignedIdentities: maybe(z.record(z.string(), maybe(z.looseObject({})))),
});
export type IdentityWish = z.infer<typeof identity>;

const encryption = z.object({
  keyVaultProperties: maybe(
    z.object({ keyUri: z.string().check(z.regex(/^https:\/\/[^/]+\/keys\/[^/]+/i)) }),
  ),
  kekIdentity: maybe(
    z.object({
      userAssignedIdentity: maybe(z.string()),
      useSystemAssignedIdentity: maybe(z.boolean()),
    }),
  ),
  infrastructureEncryption: z.optional(onOff),
});
export type EncryptionWish = z.infer<typeof encryption>;

const properties = z.object({
  publicNetworkAccess: z.optional(onOff),
  monitoringSettings: settings,
  costManagementSettings: settings,
  regionOfChoiceSettings: settings,
  encryption: maybe(encryption),
  restoreSettings: maybe(
    z.object({
      crossSubscriptionRestoreSettings: maybe(
        z.object({
          crossSubscriptionRestoreState: z.optional(
            z.literal(['Enabled', 'Disabled', 'PermanentlyDisabled']),
          ),
        }),
      ),
    }),
  ),
  redundancySettings: maybe(
    z.object({
      standardTierStorageRedundancy: z.optional(
        z.literal(['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant']),
      ),
      crossRegionRestore: z.optional(onOff),
    }),
  ),
  securitySettings: maybe(
    z.object({
      immutabilitySettings: maybe(
        z.object({ state: z.optional(z.literal(['Disabled', 'Unlocked', 'Locked'])) }),
      ),
      softDeleteSettings: maybe(
        z.object({
          softDeleteState,
          enhancedSecurityState: softDeleteState,
          softDeleteRetentionPeriodInDays: z.optional(z.int().check(z.minimum(14), z.maximum(180))),
        }),
      ),
      sourceScanConfiguration: settings,
    }),
  ),
});
export type PropertiesWish = z.infer<typeof properties>;

const vaultWish = z.object({
  /** All of them: what is not named is gone. */
  tags: maybe(z.record(z.string(), z.string())),
  identity: maybe(identity),
  properties: maybe(properties),
});
export type VaultWish = z.infer<typeof vaultWish>;

/** What a body wishes, or which field of it is not understood. */
export function readWish(body: unknown): VaultWish | string {
  const read = vaultWish.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  return field === '' ? 'The request body is not a vault.' : `The value of ${field} is not valid.`;
}
