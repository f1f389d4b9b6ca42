import * as z from 'zod/mini';
import {
  filterReader,
  oneOf,
  orderIn,
  orderOf,
  regionIn,
  subscriptionIn,
} from '#src/lib/wanted.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  VAULT_REDUNDANCIES,
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
} from '#src/model/vault-list.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const vaultsSearch = z.object({
  search: text,
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
  /** Parts of the address that mean nothing, as `redundancy=some`. */
  readonly ignored: readonly string[];
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function vaultsWanted(search: VaultsSearch): VaultsWanted {
  const { keep, ignored } = filterReader(search);
  const filter: VaultFilter = {
    search: (search.search ?? '').trim(),
    subscriptions: keep('subscription', subscriptionIn),
    regions: keep('region', regionIn),
    redundancies: keep('redundancy', oneOf(VAULT_REDUNDANCIES)),
    crossRegion: keep('crossRegion', oneOf(CROSS_REGION_STATES)),
    crossSubscription: keep('crossSubscription', oneOf(CROSS_SUBSCRIPTION_STATES)),
  };
  const [sort] = keep('sort', orderIn(VAULT_SORTS));
  return { filter, order: orderOf(sort, VAULT_SORTS, 'name'), ignored };
}
