import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { submission } from '#src/strings/submission.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { disownJob } from '#src/wizard/submit/follow.ts';

const words = submission.adopted;

export interface AdoptedNoteProps {
  readonly jobId: string;
  /** Leads to the draft whose job is looked for again. */
  readonly onUndone: (draftId: string) => void;
}

/** Says of a job that it was found in the vault for a request without an answer, with the way to take that back. */
export function AdoptedNote({ jobId, onUndone }: AdoptedNoteProps) {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const draft = draftOfJob(jobId);
  if (draft?.submission.state !== 'job' || !draft.submission.isAdopted) return null;
  const undo = (): void => {
    disownJob(draft.id, jobId);
    onUndone(draft.id);
  };
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {words.body}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={undo}>{words.undo}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
