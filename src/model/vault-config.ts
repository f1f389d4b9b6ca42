import type { Redundancy } from '#src/model/recovery-services.ts';

/** How a vault keeps its data. Null: it does not say. */
export interface VaultStorageConfig {
  readonly redundancy: Redundancy | null;
  readonly crossRegionRestore: boolean;
  /** Redundancy cannot be changed any more: something is protected. */
  readonly isLocked: boolean | null;
}

/** What of a vault's storage may be changed. */
export interface VaultStorageChange {
  readonly redundancy?: 'LRS' | 'GRS' | 'ZRS';
  readonly crossRegionRestore?: boolean;
}

export type Protection = 'enabled' | 'disabled' | 'alwaysOn';

/** How a vault guards what it keeps against deletion. Null: it does not say. */
export interface VaultConfig {
  readonly softDelete: Protection | null;
  readonly softDeleteDays: number | null;
  readonly enhancedSecurity: Protection | null;
  readonly isSoftDeleteEditable: boolean | null;
}

/** What of it may be changed. */
export type VaultConfigChange = Partial<{
  readonly softDelete: Protection;
  readonly softDeleteDays: number;
  readonly enhancedSecurity: Protection;
}>;
