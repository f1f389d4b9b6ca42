import type { QueryClient, QueryKey, UseQueryOptions } from '@tanstack/react-query';

/**
 * Starts a read while the page that shows it is still loading. The page shows its result and its
 * errors, so nothing is awaited here.
 */
export function warm<Data, Key extends QueryKey>(
  queries: QueryClient,
  options: UseQueryOptions<Data, Error, Data, Key>,
): void {
  queries.query(options).catch(() => undefined);
}
