import * as z from 'zod/mini';
import {
  filterReader,
  matching,
  oneOf,
  orderIn,
  orderOf,
  regionIn,
  subscriptionIn,
} from '#src/lib/wanted.ts';
import {
  DATASOURCES,
  HEALTHS,
  INSTANCE_SORTS,
  type InstanceFilter,
  type InstanceOrder,
  SOURCES,
} from '#src/model/instance-list.ts';
import { resourceId } from '#src/model/resource-id.ts';

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

/** What an address asks for; parts that mean nothing are left out and named. */
export function instancesWanted(search: InstancesSearch): InstancesWanted {
  const { keep, ignored } = filterReader(search);
  const filter: InstanceFilter = {
    search: (search.search ?? '').trim(),
    datasources: keep('datasource', oneOf(DATASOURCES)),
    vaults: keep('vault', vaultIn).map(resourceId),
    subscriptions: keep('subscription', subscriptionIn),
    regions: keep('region', regionIn),
    healths: keep('health', oneOf(HEALTHS)),
    sources: keep('source', oneOf(SOURCES)),
  };
  const views = keep('view', oneOf(['primary', 'secondary'] as const));
  const [sort] = keep('sort', orderIn(INSTANCE_SORTS));
  const order = orderOf(sort, INSTANCE_SORTS, 'name');
  return { filter, order, isSecondary: views.includes('secondary'), ignored };
}

const vaultIn = matching(
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.RecoveryServices\/vaults\/[^/]+$/i,
);
