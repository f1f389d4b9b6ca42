import { Button } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { serviceOf } from '#src/datasources/registry.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
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
  /** Another job that may be of the same press is known. */
  readonly hasOther: boolean;
  /** Leads to the draft whose job is looked for again. */
  readonly onUndone: (draftId: string) => void;
}

/**
 * Says of a job that it was found in the vault for a request without an answer, or that its answer led to one of
 * another ID, with the way to take that back.
 */
export function AdoptedNote({ jobId, hasOther, onUndone }: AdoptedNoteProps) {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const draft = draftOfJob(jobId);
  if (draft?.submission.state !== 'job') return null;
  const service = serviceOf(datasourceIn(draft.choices));
  const text = adoptedText(draft.submission, service, hasOther);
  if (text === null) return null;
  const undo = (): void => {
    disownJob(draft.id, jobId);
    onUndone(draft.id);
  };
  // What has the ID of a request of the draft would be found again at once.
  const isOurs = isCertain(draft.submission);
  return (
    <Notice
      title={draft.submission.foundBy === 'answer' ? words.titleOfAnswer : words.title}
      actions={isOurs ? undefined : <Button onClick={undo}>{words.undo}</Button>}
    >
      {text}
    </Notice>
  );
}

/**
 * How a job was found, and whose it is by that; null: the answer named it. What was so when it was found is dated, and
 * goes once another job is known.
 */
export function adoptedText(
  {
    isAdopted,
    isRefused,
    foundBy,
    foundAt,
  }: Pick<Extract<Submission, { state: 'job' }>, 'isAdopted' | 'isRefused' | 'foundBy' | 'foundAt'>,
  service: string,
  hasOther: boolean,
): string | null {
  if (!isAdopted) return null;
  const isOurs = foundBy === 'id' || foundBy === 'earlierId';
  if (isRefused === true && isOurs) return words.refused(service);
  const time = foundAt === undefined ? null : dateTimeText(instant(foundAt));
  if (foundBy === 'target' && hasOther) return words.body.targetBeside(service);
  return words.body[foundBy ?? 'unknown'](service, time);
}
