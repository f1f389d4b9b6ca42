import { placesIn } from '#src/api/arm/address.ts';
import {
  type Address,
  addressReader,
  oneOf,
  sortBy,
  type Wanted,
} from '#src/lib/address-values.ts';
import {
  BY_NAME,
  HEALTHS,
  INSTANCE_SORTS,
  type InstanceFilter,
  type InstanceOrder,
  POINT_FILTERS,
  SOURCES,
} from '#src/model/instances.ts';
import { tagIn } from '#src/model/machines.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  VAULT_REDUNDANCIES,
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';

/** What an address asks for; parts that mean nothing are left out and named. */
export function machinesWanted(address: Address): Wanted<InstanceFilter, InstanceOrder> {
  const reader = addressReader(address);
  const filter: InstanceFilter = {
    ...placesIn(reader),
    healths: reader.list('health', oneOf(HEALTHS)),
    sources: reader.list('source', oneOf(SOURCES)),
    older: reader.list('older', oneOf(POINT_FILTERS)),
    tags: reader.list('tag', tagIn),
  };
  const order = reader.one('sort', sortBy(INSTANCE_SORTS)) ?? BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function vaultsWanted(address: Address): Wanted<VaultFilter, VaultOrder> {
  const reader = addressReader(address);
  const { search, subscriptions, regions } = placesIn(reader);
  const filter: VaultFilter = {
    search,
    subscriptions,
    regions,
    redundancies: reader.list('redundancy', oneOf(VAULT_REDUNDANCIES)),
    crossRegion: reader.list('crossRegion', oneOf(CROSS_REGION_STATES)),
    crossSubscription: reader.list('crossSubscription', oneOf(CROSS_SUBSCRIPTION_STATES)),
  };
  const order = reader.one('sort', sortBy(VAULT_SORTS)) ?? VAULTS_BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}
