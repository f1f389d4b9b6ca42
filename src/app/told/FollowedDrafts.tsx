import { Suspense, useSyncExternalStore } from 'react';
import { openDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import type { Submission } from '#src/wizard/draft/submission.ts';
import { FOLLOWED } from '#src/wizard/followed.ts';
import { operationEnded, unreadableEnded } from '#src/wizard/submit/follow.ts';
import type { OnEnd } from '#src/wizard/submit/use-followed.ts';

/** Follows accepted restores until they have a job, also when their own page was left. */
export function FollowedDrafts() {
  useSyncExternalStore(onDraftChange, draftsVersion);
  return (
    <>
      {openDrafts().map(({ id, choices: { datasource, instance }, submission }) => (
        <Accepted
          key={id}
          {...{ id, submission }}
          datasource={datasource ?? 'azure-vm'}
          instance={instance ?? ''}
          onEnd={operationEnded}
        />
      ))}
      {unreadableSent().map((draft) => (
        <Accepted key={draft.id} {...draft} onEnd={unreadableEnded} />
      ))}
    </>
  );
}

interface AcceptedProps {
  readonly id: string;
  readonly submission: Submission;
  readonly datasource: keyof typeof FOLLOWED;
  readonly instance: string;
  readonly onEnd: OnEnd;
}

function Accepted({ submission, datasource, ...draft }: AcceptedProps) {
  if (submission.state !== 'accepted' || submission.operation === null) return null;
  const Followed = FOLLOWED[datasource];
  return (
    <Suspense fallback={null}>
      <Followed {...draft} operation={submission.operation} />
    </Suspense>
  );
}
