import { useQuery } from '@tanstack/react-query';
import type { Hit } from '#src/app/search/hit.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { sourcesQuery } from '#src/api/queries/search.ts';
import type { FoundInstance } from '#src/datasources/search.ts';

/**
 * Whether the sources of some instances exist: asked for by their ids, since a search that looked
 * at all sources too would be slow. Nothing while it is being read, or where nobody can tell.
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
