import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/placement.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import type { Region } from '#src/model/places.ts';

/** Names of regions by how ids spell them; regions are called the same in every subscription. */
export function useRegionNames(): Readonly<Record<string, string>> {
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  const subscription = subscriptions?.[0]?.id;
  const { data = NO_NAMES } = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: subscription !== undefined,
    select: namesByRegion,
  });
  return data;
}

const NO_NAMES: Readonly<Record<string, string>> = {};

const namesByRegion = (all: readonly Region[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ name, displayName }) => [name.toLowerCase(), displayName]));
