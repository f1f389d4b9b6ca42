import { useQuery } from '@tanstack/react-query';
import type { Hit } from '#src/app/search/hit.ts';
import { seenSourcesQuery } from '#src/api/queries/search.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

/**
 * Whether the machines of some items are there: asked for by their ids, since a search that looked
 * at all machines too would be slow. Nothing while it is being read.
 */
export function useSources(items: readonly ProtectedItem[]): (item: ProtectedItem) => Hit['state'] {
  const ids = items.map(({ sourceResourceId }) => sourceResourceId);
  const { data, error } = useQuery(seenSourcesQuery(ids));
  return ({ sourceResourceId, deployment }) => {
    if (data === undefined) return error === null ? undefined : notRead;
    if (data.has(sourceResourceId.toLowerCase())) return { kind: 'source', isSeen: true };
    // Not every classic machine is in Resource Graph.
    return deployment === 'classic' ? notRead : { kind: 'source', isSeen: false };
  };
}

const notRead = { kind: 'source', isSeen: null } as const;
