import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { keepName } from '#src/lib/lock.ts';
import type { RestoreState } from '#src/api/queries/restores.ts';
import { useQuery } from '@tanstack/react-query';
import type { AcceptedQueryOf, AcceptedRequest } from '#src/datasources/datasource.ts';

/** The drafts that this tab follows. */
const ours = new Set<string>();

/** Whether this tab is the one that polls for all: what it learns is stored with the draft. */
function useIsOurs(id: string): boolean {
  const keep = useCallback(
    (onChange: () => void) => {
      const giveBack = keepName(`follow.${id}`, () => {
        ours.add(id);
        onChange();
      });
      return () => {
        ours.delete(id);
        giveBack();
      };
    },
    [id],
  );
  return useSyncExternalStore(keep, () => ours.has(id));
}

export interface FollowedProps {
  /** Of the draft. */
  readonly id: string;
  readonly request: AcceptedRequest;
  readonly acceptedQuery: AcceptedQueryOf;
  /** Stores with the draft how its operation has ended. */
  readonly onEnd: (id: string, state: RestoreState | undefined, error: unknown) => void;
}

/** Follows an accepted request to its job; draws nothing. */
export function Followed({ id, request, onEnd, acceptedQuery }: FollowedProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...acceptedQuery(request),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  // Synchronizes the stored draft with the state of its operation.
  useEffect(() => onEnd(id, data, error), [id, onEnd, data, error]);
  return null;
}
