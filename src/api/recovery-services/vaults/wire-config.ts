import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A vault's configuration (azure-contract §2; 2024-04-01). Every property may be missing. */

const configOf = <Properties extends z.core.$ZodType>(properties: Properties) =>
  z.looseObject({ id: maybe(z.string()), name: maybe(z.string()), properties: maybe(properties) });

/** `GET {V}/backupstorageconfig/vaultstorageconfig`. */
export const storageConfigWire = configOf(
  z.looseObject({
    storageModelType: maybe(z.string()),
    /** `LocallyRedundant`, `GeoRedundant`, `ZoneRedundant`, `ReadAccessGeoZoneRedundant`, `Invalid`. */
    storageType: maybe(z.string()),
    /** `Locked` once anything is protected. */
    storageTypeState: maybe(z.string()),
    /** Missing is false. */
    crossRegionRestoreFlag: maybe(z.boolean()),
  }),
);
export type StorageConfigWire = z.infer<typeof storageConfigWire>;

/** `GET {V}/backupconfig/vaultconfig`. */
export const vaultConfigWire = configOf(
  z.looseObject({
    /** `Enabled`, `Disabled`, `AlwaysON` or `Invalid`; the capitals are Azure's. */
    softDeleteFeatureState: maybe(z.string()),
    softDeleteRetentionPeriodInDays: maybe(z.number()),
    enhancedSecurityState: maybe(z.string()),
    isSoftDeleteFeatureStateEditable: maybe(z.boolean()),
  }),
);
export type VaultConfigWire = z.infer<typeof vaultConfigWire>;
