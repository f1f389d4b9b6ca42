import { QueryClient } from '@tanstack/react-query';
import { rememberingCache } from '#src/api/queries/read-at.ts';
import { onClockJump } from '#src/lib/clock.ts';

/**
 * The cache of what Azure said. The pipeline repeats reads, so the cache does not; a clock that was
 * moved makes everything in view old.
 */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    queryCache: rememberingCache(),
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  onClockJump(() => void queries.invalidateQueries({ refetchType: 'active' }));
  return queries;
}
