import type { ListOrder } from '#src/lib/list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Storage redundancy of a vault or an account, in Azure's short words. */
export type Redundancy = 'LRS' | 'GRS' | 'RA-GRS' | 'ZRS' | 'GZRS' | 'RA-GZRS';

/** Whether a vault lets its points be restored to other subscriptions (document 000). */
export type CrossSubscriptionState = 'enabled' | 'disabled' | 'permanentlyDisabled';

/** A Recovery Services vault. Null: the vault does not say. */
export interface Vault {
  readonly id: ResourceId;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly region: string;
  readonly redundancy: Redundancy | null;
  readonly crossRegionRestore: boolean | null;
  readonly crossSubscriptionRestore: CrossSubscriptionState | null;
  /** The subscription that the vault was moved from; null when it was never moved. */
  readonly movedFrom: string | null;
  /** The kinds of managed identity that the vault has; an old vault has none. */
  readonly identities: readonly ('system' | 'user')[];
  readonly userIdentityIds: readonly ResourceId[];
  /** Ids in the directory of its identities: of the system's, and of the others by lower-case resource id. */
  readonly systemPrincipalId: string | null;
  readonly userPrincipalIds: Readonly<Record<string, string>>;
}

/** How a vault encrypts what it keeps. Null: it does not say. */
export interface VaultEncryption {
  readonly usesCustomerKey: boolean | null;
}

/** What the list of vaults can be narrowed to and sorted by. `silent`: the vault does not say. */

export const VAULT_REDUNDANCIES = ['lrs', 'grs', 'zrs', 'silent'] as const;
export type VaultRedundancy = (typeof VAULT_REDUNDANCIES)[number];

export const CROSS_REGION_STATES = ['enabled', 'disabled', 'silent'] as const;
export type CrossRegionState = (typeof CROSS_REGION_STATES)[number];

export const CROSS_SUBSCRIPTION_STATES = [
  'enabled',
  'disabled',
  'permanentlyDisabled',
  'silent',
] as const;
export type CrossSubscriptionChoice = (typeof CROSS_SUBSCRIPTION_STATES)[number];

/** Which vaults a list shows. An empty list of values means all. */
export interface VaultFilter {
  /** A part of the vault's name, in any letter case; empty: all. */
  readonly search: string;
  readonly subscriptions: readonly string[];
  readonly regions: readonly string[];
  readonly redundancies: readonly VaultRedundancy[];
  readonly crossRegion: readonly CrossRegionState[];
  readonly crossSubscription: readonly CrossSubscriptionChoice[];
}

export const VAULT_SORTS = [
  'name',
  'subscription',
  'region',
  'redundancy',
  'crossRegion',
  'crossSubscription',
] as const;
export type VaultSort = (typeof VAULT_SORTS)[number];

export type VaultOrder = ListOrder<VaultSort>;

/** The usual order. */
export const VAULTS_BY_NAME: VaultOrder = { by: 'name', isDescending: false };

/** Azure's services that keep backups, by their resource providers. */
export const BACKUP_PROVIDERS = ['Microsoft.RecoveryServices', 'Microsoft.DataProtection'] as const;
export type BackupProvider = (typeof BACKUP_PROVIDERS)[number];

/** The service of a vault, or of what is in it, by its resource ID. */
export function providerOf(id: string): BackupProvider {
  return /\/providers\/Microsoft\.DataProtection\//i.test(id)
    ? 'Microsoft.DataProtection'
    : 'Microsoft.RecoveryServices';
}
