import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { type Draft, isSent } from '#src/wizard/draft/schema.ts';

const words = wizard.drafts;

/** What a draft is called: what it does, and with what. */
export function draftName(draft: Draft): string {
  const machine = nameOfDraft(draft);
  const { of, nothingChosen } = draft.task === 'recoverFiles' ? recoverFiles : words;
  return machine === undefined ? nothingChosen : of(machine);
}

/** When a draft was changed, and whether it was sent. */
export function draftStatus(draft: Draft): string {
  const time = dateTimeText(instant(draft.changedAt));
  if (!isSent(draft.submission)) return words.changed(time);
  return draft.task === 'recoverFiles' ? recoverFiles.pressed(time) : words.pressed(time);
}

/** What a request of a draft may have done whose outcome is unknown. */
export const mayRunText = ({ task }: Pick<Draft, 'task'>): string =>
  task === 'recoverFiles' ? recoverFiles.mayBeMounted : words.mayRun;

/** What an earlier request of a draft may have done; null: it has none whose outcome is unknown. */
export function earlierText({ task, earlier }: Pick<Draft, 'task' | 'earlier'>): string | null {
  if (earlier === undefined) return null;
  return task === 'recoverFiles'
    ? submission.script.earlier.stillOpen(dateTimeText(instant(earlier.sentAt)))
    : submission.earlier.stillOpen;
}

/** The words for a request depend on what it requests. */
export const requestWords = ({ task }: Pick<Draft, 'task'>) =>
  task === 'recoverFiles' ? submission.script : submission;
