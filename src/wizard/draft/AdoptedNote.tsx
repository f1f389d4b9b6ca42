import { Button } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { serviceOf } from '#src/datasources/registry.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { isCertain, type Submission } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import { disownJob } from '#src/wizard/submit/follow.ts';

const words = submission.adopted;

interface AdoptedNoteProps {
  readonly jobId: string;
  /** Leads to the draft whose job is looked for again. */
  readonly onUndone: (draftId: string) => void;
}

/** Says of a job that it was found in the vault for a request without an answer, with the way to take that back. */
export function AdoptedNote({ jobId, onUndone }: AdoptedNoteProps) {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const draft = draftOfJob(jobId);
  if (draft?.submission.state !== 'job') return null;
  const text = adoptedText(draft.submission, serviceOf(datasourceIn(draft.choices)));
  if (text === null) return null;
  const undo = (): void => {
    disownJob(draft.id, jobId);
    onUndone(draft.id);
  };
  // What has the ID of a request of the draft would be found again at once.
  const isOurs = isCertain(draft.submission);
  return (
    <Notice
      title={words.title}
      actions={isOurs ? undefined : <Button onClick={undo}>{words.undo}</Button>}
    >
      {text}
    </Notice>
  );
}

/** How a job was found, and whose it is by that; null: the answer named it. */
export const adoptedText = (
  {
    isAdopted,
    isRefused,
    foundBy = 'unknown',
  }: Pick<Extract<Submission, { state: 'job' }>, 'isAdopted' | 'isRefused'> & {
    readonly foundBy?: keyof typeof words.body | undefined;
  },
  service: string,
): string | null => {
  if (!isAdopted) return null;
  const isOurs = foundBy === 'id' || foundBy === 'earlierId';
  return isRefused === true && isOurs ? words.refused(service) : words.body[foundBy](service);
};
