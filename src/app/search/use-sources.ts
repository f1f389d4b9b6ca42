import { useQuery } from '@tanstack/react-query';
import type { Hit } from '#src/app/search/hit.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { sourcesQuery } from '#src/api/queries/search.ts';
import type { FoundInstance } from '#src/datasources/datasource.ts';

/**
 * Whether the sources of some instances exist: read by their IDs, since a search over all sources too would
 * be slow. Nothing while loading, or if it is unknown.
 */
export function useSources(
  { id, search }: OwnSearch,
  found: readonly FoundInstance[],
): (one: FoundInstance) => Hit['state'] {
  const ids = found.flatMap(({ source }) => source?.id ?? []);
  const { data, error } = useQuery(sourcesQuery(id, ids, search.existing));
  return ({ source }) => {
    if (source === undefined) return undefined;
    if (data === undefined) return error === null ? undefined : notRead;
    if (data.has(source.id.toLowerCase())) return { kind: 'source', isSeen: true };
    return source.isMaybeUnlisted ? notRead : { kind: 'source', isSeen: false };
  };
}

const notRead = { kind: 'source', isSeen: null } as const;
