import { useQuery } from '@tanstack/react-query';
import {
  regionsQuery,
  subscriptionNamesQuery,
  subscriptionsQuery,
} from '#src/api/queries/places.ts';
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

/** What places are called that ids alone name. */
export interface PlaceNames {
  /** Names of subscriptions by lower-case id. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
}

/** The names of subscriptions and regions; empty while they are read. */
export function usePlaceNames(): PlaceNames {
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  return { subscriptions, regions: useRegionNames() };
}
