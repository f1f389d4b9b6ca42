import type { QueryClient, QueryKey, UseQueryOptions } from '@tanstack/react-query';

/**
 * Begins a read while the page that shows it is still being loaded. The page shows what comes of it,
 * an error too, so nothing is awaited here.
 */
export function warm<Data, Key extends QueryKey>(
  queries: QueryClient,
  options: UseQueryOptions<Data, Error, Data, Key>,
): void {
  queries.query(options).catch(() => undefined);
}
