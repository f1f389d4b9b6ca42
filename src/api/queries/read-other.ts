import {
  CancelledError,
  type QueryClient,
  type QueryExecuteOptions,
  type QueryKey,
} from '@tanstack/react-query';

/**
 * The data of another query, for one that needs it. A read is called off when no screen shows its query
 * any more, also while this waits for it: then it is read once more, unless the cache was emptied, as at
 * the end of a visit. A query that passed that on would count as called off itself, and would stay on its
 * way forever.
 * @throws what the read throws; an error of its own where it was called off twice.
 */
export async function readOther<Read, Key extends QueryKey>(
  client: QueryClient,
  options: QueryExecuteOptions<Read, Error, Read, Read, Key>,
): Promise<Read> {
  try {
    return await client.query(options);
  } catch (error) {
    const isCached = client.getQueryCache().find({ queryKey: options.queryKey }) !== undefined;
    if (!(error instanceof CancelledError) || !isCached) throw error;
  }
  try {
    return await client.query(options);
  } catch (error) {
    throw error instanceof CancelledError ? new Error('This was called off.') : error;
  }
}
