import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { operationQuery } from '#src/api/queries/restores.ts';
import { keepName } from '#src/lib/lock.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange, openDrafts } from '#src/wizard/draft/store.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';

/** Follows accepted restores until they have a job, also when their own page was left. */
export function FollowedDrafts() {
  useSyncExternalStore(onDraftChange, draftsVersion);
  return openDrafts().map(({ id, submission }) =>
    submission.state === 'accepted' ? (
      <FollowedDraft key={id} id={id} operation={submission.operation} />
    ) : null,
  );
}

interface FollowedDraftProps {
  readonly id: string;
  readonly operation: Extract<Submission, { state: 'accepted' }>['operation'];
}

function FollowedDraft({ id, operation }: FollowedDraftProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...operationQuery(operation),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  // Synchronises the stored draft with what Azure says of the operation.
  useEffect(() => operationEnded(id, data, error), [id, data, error]);
  return null;
}

/** The drafts that this tab follows. */
const ours = new Set<string>();

/** Whether this tab is the one that asks for all: what it learns is stored with the draft. */
function useIsOurs(id: string): boolean {
  const keep = useCallback(
    (onChange: () => void) => {
      const giveBack = keepName(`restore-center.follow.${id}`, () => {
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
