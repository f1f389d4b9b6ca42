import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { namedJobQuery } from '#src/api/queries/named-job.ts';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import type { AcceptedRequest, FollowedWay } from '#src/datasources/datasource.ts';
import { keepName } from '#src/lib/lock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type Attempt, type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import { comparedLate, type operationEnded, pressOf } from '#src/wizard/submit/follow.ts';

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
  readonly accepted: Attempt;
  /** What of its choices tells in which list its job is. */
  readonly choices: DraftChoices;
  readonly request: AcceptedRequest;
  readonly way: FollowedWay;
  /** Stores with the draft how its operation has ended. */
  readonly onEnd: typeof operationEnded;
}

/** Follows an accepted request to its job, and compares whose that is; draws nothing. */
export function Followed({ id, accepted, choices, request, onEnd, way }: FollowedProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...way.acceptedQuery(request),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  const jobId = data?.status === 'started' ? data.jobId : null;
  const { data: named = null } = useQuery({
    ...comparedQuery({ accepted, choices, way }, jobId ?? ''),
    enabled: isOurs && jobId !== null,
    refetchIntervalInBackground: true,
  });
  // Synchronizes the stored draft with the state of its operation.
  useEffect(() => onEnd(id, data, error, named), [id, onEnd, data, error, named]);
  return null;
}

/** Compares the job that an answer led to with the request IDs of a press. */
export function comparedQuery(
  { accepted, choices, way }: Pick<FollowedProps, 'accepted' | 'choices' | 'way'>,
  jobId: string,
) {
  const search = way.searchFor?.(newDraft('', 0, choices), { ...accepted, isByIdOnly: true });
  return namedJobQuery(resourceId(jobId), pressOf(accepted), search ?? null);
}

export interface ComparedLateProps extends Omit<FollowedProps, 'request' | 'onEnd'> {
  readonly jobId: string;
}

/** Compares whose a job is that couldn't be read when an answer led to it, once it can be; draws nothing. */
export function ComparedLate({ id, jobId, ...props }: ComparedLateProps) {
  const isOurs = useIsOurs(id);
  const { data: named } = useQuery({
    ...comparedQuery(props, jobId),
    enabled: isOurs,
    refetchInterval: ({ state: { data } }) => (data?.job ? false : readAgainIn(LIST_EVERY_MS)),
    refetchIntervalInBackground: true,
  });
  useStoredWith(id, named, comparedLate);
  return null;
}
