import { useQuery } from '@tanstack/react-query';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';

/** What places are called that ids alone name. */
export interface PlaceNames {
  /** Names of subscriptions by lower-case id. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
}

const NO_NAMES: Readonly<Record<string, string>> = {};

/** The names of subscriptions and regions; empty while they are read. */
export function usePlaceNames(): PlaceNames {
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  return { subscriptions, regions: useRegionNames() };
}
