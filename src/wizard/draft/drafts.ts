import * as z from 'zod/mini';
import { sameId } from '#src/model/resource-id.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { draftIds, draftsHere, draftState, rewriteDraft } from '#src/wizard/draft/store.ts';
import { isOpen, isSent, type Submission, submission } from '#src/wizard/draft/submission.ts';
import { isSameTarget } from '#src/wizard/draft/target.ts';

/** Drafts in which something is chosen and that have no job yet, the last changed first. */
export function openDrafts(): Draft[] {
  return draftsHere()
    .filter((draft) => draft.submission.state !== 'job' && !isEmpty(draft))
    .toSorted((a, b) => b.changedAt - a.changedAt);
}

function isEmpty({ choices, changedAt, createdAt, submission: sent }: Draft): boolean {
  return changedAt === createdAt && sent.state === 'none' && choices.instance === null;
}

/** What was asked for by the restore that a draft led to: the choices as they were sent. */
export const askedOf = ({ asked, choices }: Draft): DraftChoices => asked ?? choices;

/** The draft whose restore became a job; null where it was begun in another browser. */
export function draftOfJob(jobId: string): Draft | null {
  const begun = draftsHere().find(
    ({ submission: sent }) => sent.state === 'job' && sameId(sent.jobId, jobId),
  );
  return begun ?? null;
}

/**
 * Other drafts with a request for the same target whose outcome nobody knows. A second request could
 * be one too many.
 */
export function openAttemptsOn(id: string, asked: DraftChoices): Draft[] {
  return draftsHere().filter(
    (draft) =>
      draft.id !== id &&
      (isOpen(draft.submission) || draft.earlier !== undefined) &&
      isSameTarget(askedOf(draft), asked),
  );
}

/** A draft of another version, or a damaged one, whose request has left. */
export interface UnreadableSent {
  readonly id: string;
  readonly submission: Submission;
  /** Of the protected item, or the backup instance; empty where it does not tell. */
  readonly instance: string;
  readonly datasource: 'azure-vm' | 'azure-disk';
}

const begun = z.looseObject({
  instance: z.optional(z.nullable(z.string())),
  datasource: z.optional(z.nullable(z.string())),
});
const sentShape = z.looseObject({ submission });

/** Drafts that cannot be opened, and of which so much can be read that a restore was asked for. */
export function unreadableSent(): UnreadableSent[] {
  return draftIds().flatMap((id) => {
    const { draft } = draftState(id);
    if (draft.ok || draft.reason.kind === 'missing') return [];
    const told = toldBy(draft.reason.text);
    if (told === null || !isSent(told.submission) || told.submission.state === 'job') return [];
    // What is not as this version writes it does not tell.
    const { instance, datasource } = begun.safeParse(told['choices']).data ?? {};
    return [
      {
        id,
        submission: told.submission,
        instance: instance ?? '',
        datasource: datasource === 'azure-disk' ? 'azure-disk' : 'azure-vm',
      },
    ];
  });
}

/** Writes into a draft that cannot be read what has become of its request; all else in it stays. */
export function settleUnreadable(id: string, becomes: Submission): void {
  const { draft } = draftState(id);
  if (draft.ok || draft.reason.kind === 'missing') return;
  const told = toldBy(draft.reason.text);
  if (told !== null) rewriteDraft(id, JSON.stringify({ ...told, submission: becomes }));
}

function toldBy(text: string): z.infer<typeof sentShape> | null {
  try {
    return sentShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
