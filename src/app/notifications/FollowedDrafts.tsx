import { useSyncExternalStore } from 'react';
import { FOLLOWS } from '#src/datasources/registry.ts';
import { wizardId } from '#src/model/restore-option.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { openDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import {
  Followed,
  type FollowedProps,
  operationEnded,
  unreadableEnded,
} from '#src/wizard/submit/follow.ts';

/** Follows accepted restores until they have a job, also when their own page was left. */
export function FollowedDrafts() {
  useSyncExternalStore(onDraftChange, draftsVersion);
  return (
    <>
      {openDrafts().map(({ id, choices: { datasource, instance }, task, submission }) => (
        <Accepted
          key={id}
          {...{ id, submission }}
          wizard={wizardId(datasource ?? 'azure-vm', task)}
          instance={instance ?? ''}
          onEnd={operationEnded}
        />
      ))}
      {unreadableSent().map((draft) => (
        <Accepted key={draft.id} {...draft} wizard={draft.datasource} onEnd={unreadableEnded} />
      ))}
    </>
  );
}

interface AcceptedProps extends Pick<FollowedProps, 'id' | 'onEnd'> {
  readonly submission: Submission;
  /** The id of its wizard. */
  readonly wizard: string;
  readonly instance: string;
}

function Accepted({ submission, instance, ...props }: AcceptedProps) {
  if (submission.state !== 'accepted' || submission.operation === null) return null;
  const { operation, secondaryRegion } = submission;
  return <AcceptedBy {...props} request={{ instance, operation, secondaryRegion }} />;
}

interface AcceptedByProps extends Omit<FollowedProps, 'acceptedQuery'> {
  readonly wizard: string;
}

/** Loads what follows the request; every page has this, and only some need it. */
function AcceptedBy({ wizard, ...props }: AcceptedByProps) {
  const loaded = useLoaded(FOLLOWS, wizard);
  if (loaded.state !== 'loaded') return null;
  return <Followed {...props} acceptedQuery={loaded.code} />;
}
