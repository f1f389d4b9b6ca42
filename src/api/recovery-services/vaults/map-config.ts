import { toRedundancy } from '#src/api/recovery-services/vaults/map.ts';
import type {
  StorageConfigWire,
  VaultConfigWire,
} from '#src/api/recovery-services/vaults/wire-config.ts';
import type {
  Protection,
  VaultConfig,
  VaultConfigChange,
  VaultStorageChange,
  VaultStorageConfig,
} from '#src/model/vault-config.ts';

/** How a vault keeps its data. A missing flag is no cross-region restore (azure-contract §2). */
export function toStorageConfig({ properties }: StorageConfigWire): VaultStorageConfig {
  const lock = properties?.storageTypeState?.toLowerCase() ?? '';
  const locks: Readonly<Record<string, boolean>> = { locked: true, unlocked: false };
  return {
    redundancy: toRedundancy(properties?.storageType),
    crossRegionRestore: properties?.crossRegionRestoreFlag ?? false,
    isLocked: locks[lock] ?? null,
  };
}

const STORAGE_TYPE = {
  LRS: 'LocallyRedundant',
  GRS: 'GeoRedundant',
  ZRS: 'ZoneRedundant',
} as const;

/** The body that changes a vault's storage, with what is changed alone. */
export function toStoragePatch(change: VaultStorageChange): StorageConfigWire {
  const { redundancy, crossRegionRestore } = change;
  return {
    properties: {
      ...(redundancy === undefined ? {} : { storageType: STORAGE_TYPE[redundancy] }),
      ...(crossRegionRestore === undefined ? {} : { crossRegionRestoreFlag: crossRegionRestore }),
    },
  };
}

const PROTECTION: Readonly<Record<string, Protection>> = {
  enabled: 'enabled',
  disabled: 'disabled',
  alwayson: 'alwaysOn',
};

const protection = (word: string | null | undefined): Protection | null =>
  PROTECTION[word?.toLowerCase() ?? ''] ?? null;

/** How a vault guards what it keeps. */
export function toVaultConfig({ properties }: VaultConfigWire): VaultConfig {
  return {
    softDelete: protection(properties?.softDeleteFeatureState),
    softDeleteDays: properties?.softDeleteRetentionPeriodInDays ?? null,
    enhancedSecurity: protection(properties?.enhancedSecurityState),
    isSoftDeleteEditable: properties?.isSoftDeleteFeatureStateEditable ?? null,
  };
}

const STATE = { enabled: 'Enabled', disabled: 'Disabled', alwaysOn: 'AlwaysON' } as const;

/** The body that changes it, with what is changed alone. */
export function toVaultConfigPatch(change: VaultConfigChange): VaultConfigWire {
  const { softDelete, softDeleteDays, enhancedSecurity } = change;
  return {
    properties: {
      ...(softDelete === undefined ? {} : { softDeleteFeatureState: STATE[softDelete] }),
      ...(softDeleteDays === undefined ? {} : { softDeleteRetentionPeriodInDays: softDeleteDays }),
      ...(enhancedSecurity === undefined ? {} : { enhancedSecurityState: STATE[enhancedSecurity] }),
    },
  };
}
