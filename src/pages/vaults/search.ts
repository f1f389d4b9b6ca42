import * as z from 'zod/mini';
import { subscriptionIn } from '#src/api/arm/address.ts';
import { addressReader, matching, oneOf, sortBy } from '#src/lib/address-values.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  VAULT_REDUNDANCIES,
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vault-list.ts';

/** The two kinds of vaults, of two services. */
export const VAULT_TYPES = ['recoveryServices', 'backup'] as const;

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const vaultsSearch = z.object({
  search: text,
  /** `backup`: Backup vaults, which protect disks; else Recovery Services vaults. */
  type: text,
  subscription: text,
  region: text,
  redundancy: text,
  crossRegion: text,
  crossSubscription: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
});
export type VaultsSearch = z.infer<typeof vaultsSearch>;

export interface VaultsWanted {
  readonly filter: VaultFilter;
  readonly order: VaultOrder;
  /** Backup vaults are asked for: another service has them, with other settings. */
  readonly isBackup: boolean;
  /** Parts of the address that mean nothing, as `redundancy=some`. */
  readonly ignored: readonly string[];
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function vaultsWanted(search: VaultsSearch): VaultsWanted {
  const { list, one, ignored } = addressReader();
  const filter: VaultFilter = {
    search: (search.search ?? '').trim(),
    subscriptions: list('subscription', search.subscription, subscriptionIn),
    regions: list('region', search.region, matching(/^[a-z0-9]+$/i)),
    redundancies: list('redundancy', search.redundancy, oneOf(VAULT_REDUNDANCIES)),
    crossRegion: list('crossRegion', search.crossRegion, oneOf(CROSS_REGION_STATES)),
    crossSubscription: list(
      'crossSubscription',
      search.crossSubscription,
      oneOf(CROSS_SUBSCRIPTION_STATES),
    ),
  };
  const order = one('sort', search.sort, sortBy(VAULT_SORTS)) ?? VAULTS_BY_NAME;
  const isBackup = one('type', search.type, oneOf(VAULT_TYPES)) === 'backup';
  return { filter, order, isBackup, ignored: ignored() };
}
