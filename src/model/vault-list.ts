import type { ListOrder } from '#src/model/list-order.ts';

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
