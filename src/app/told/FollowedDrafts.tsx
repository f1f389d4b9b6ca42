import { Suspense, useSyncExternalStore } from 'react';
import { draftsVersion, onDraftChange, openDrafts } from '#src/wizard/draft/store.ts';
import { FOLLOWED } from '#src/wizard/followed.ts';

/** Follows accepted restores until they have a job, also when their own page was left. */
export function FollowedDrafts() {
  useSyncExternalStore(onDraftChange, draftsVersion);
  return openDrafts().map(({ id, choices, submission }) => {
    if (submission.state !== 'accepted') return null;
    const Followed = FOLLOWED[choices.datasource ?? 'azure-vm'];
    return (
      <Suspense key={id} fallback={null}>
        <Followed id={id} instance={choices.instance ?? ''} operation={submission.operation} />
      </Suspense>
    );
  });
}
