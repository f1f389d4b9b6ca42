import * as z from 'zod/mini';
import { subscriptionIn, vaultIn } from '#src/api/arm/address.ts';
import { addressReader, matching, oneOf, sortBy } from '#src/lib/address-values.ts';
import {
  BY_NAME,
  DATASOURCES,
  HEALTHS,
  INSTANCE_SORTS,
  type InstanceFilter,
  type InstanceOrder,
  SOURCES,
} from '#src/model/instance-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const instancesSearch = z.object({
  search: text,
  datasource: text,
  vault: text,
  subscription: text,
  region: text,
  health: text,
  source: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
  /** `secondary`: what one vault keeps in its paired region. */
  view: text,
});
export type InstancesSearch = z.infer<typeof instancesSearch>;

export interface InstancesWanted {
  readonly filter: InstanceFilter;
  readonly order: InstanceOrder;
  readonly isSecondary: boolean;
  /** Parts of the address that mean nothing, as `health=fine`. */
  readonly ignored: readonly string[];
}

/** What every view of the list is given. */
export interface InstancesViewProps {
  readonly wanted: InstancesWanted;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

/** The chosen row of a list; null: none is. */
export interface RowsProps {
  readonly chosen: { readonly id: ResourceId } | null;
  readonly onChoose: (row: { readonly id: ResourceId }) => void;
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function instancesWanted(search: InstancesSearch): InstancesWanted {
  const reader = addressReader();
  const filter: InstanceFilter = {
    search: (search.search ?? '').trim(),
    datasources: reader.list('datasource', search.datasource, oneOf(DATASOURCES)),
    vaults: reader.list('vault', search.vault, vaultIn),
    subscriptions: reader.list('subscription', search.subscription, subscriptionIn),
    regions: reader.list('region', search.region, matching(/^[a-z0-9]+$/i)),
    healths: reader.list('health', search.health, oneOf(HEALTHS)),
    sources: reader.list('source', search.source, oneOf(SOURCES)),
  };
  const view = reader.one('view', search.view, oneOf(['primary', 'secondary'] as const));
  const order = reader.one('sort', search.sort, sortBy(INSTANCE_SORTS)) ?? BY_NAME;
  return { filter, order, isSecondary: view === 'secondary', ignored: reader.ignored() };
}
