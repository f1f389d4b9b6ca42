import * as z from 'zod/mini';
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
  const ignored: string[] = [];
  const keep = <Value extends string>(
    name: keyof InstancesSearch,
    means: (value: string) => Value | null,
  ): Value[] =>
    valuesOf(search[name]).flatMap((value) => {
      const meant = means(value);
      if (meant === null) ignored.push(`${name}=${value}`);
      return meant === null ? [] : [meant];
    });
  const filter: InstanceFilter = {
    search: (search.search ?? '').trim(),
    datasources: keep('datasource', oneOf(DATASOURCES)),
    vaults: keep('vault', vaultIn).map(resourceId),
    subscriptions: keep('subscription', matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)),
    regions: keep('region', matching(/^[a-z0-9]+$/i)),
    healths: keep('health', oneOf(HEALTHS)),
    sources: keep('source', oneOf(SOURCES)),
  };
  const views = keep('view', oneOf(['primary', 'secondary'] as const));
  const sorts = keep('sort', sortIn);
  return { filter, order: orderOf(sorts[0]), isSecondary: views.includes('secondary'), ignored };
}

interface Order {
  readonly by: string;
  readonly isDescending: boolean;
}

/** How an order stands in the address; the usual one is left out. */
export function sortText({ by, isDescending }: Order): string | undefined {
  if (by === 'name' && !isDescending) return undefined;
  return `${isDescending ? '-' : ''}${by}`;
}

function orderOf(sort: string | undefined): InstanceOrder {
  const by = INSTANCE_SORTS.find((one) => one === sort?.replace(/^-/, ''));
  return { by: by ?? 'name', isDescending: sort?.startsWith('-') ?? false };
}

function valuesOf(list: string | undefined): string[] {
  return (list ?? '').split(',').filter((value) => value !== '');
}

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: string): Value | null =>
    values.find((one) => one === value) ?? null;

const matching = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : null);

const vaultIn = matching(
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.RecoveryServices\/vaults\/[^/]+$/i,
);

const sortIn = (value: string): string | null =>
  INSTANCE_SORTS.some((one) => one === value.replace(/^-/, '')) ? value : null;
