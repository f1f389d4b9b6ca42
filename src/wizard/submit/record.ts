import { changeDraft } from '#src/wizard/draft/store.ts';
import {
  type Attempt,
  attemptOf,
  type BegunRestore,
  type Draft,
  type HeldBack,
  isCertain,
  isOpen,
  isSent,
  type Submission,
} from '#src/wizard/draft/schema.ts';

/** Writes down how far a press has come. */
export function recordProgress(draftId: string, submission: Submission): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission }));
}

/** Writes down that nothing is sent, for a reason of this page's own. */
export function holdBack(
  draftId: string,
  heldBack: HeldBack,
  begunSince?: readonly BegunRestore[],
): null {
  recordProgress(draftId, {
    state: 'notSent',
    code: null,
    message: '',
    requestId: null,
    isPrepared: true,
    heldBack,
    ...(begunSince && { begunSince: [...begunSince] }),
  });
  return null;
}

/**
 * Writes down what an answer says of a press, however late it comes: also while its job is looked for
 * already, when one that was found is taken for it, or when the person stopped waiting for it. What
 * another press has come to stays. `becomes` is given what is known of the press by then.
 */
export function recordAnswer(
  draftId: string,
  to: Attempt,
  becomes: (attempt: Attempt, draft: Draft) => Submission,
): void {
  changeDraft(draftId, (draft) => {
    const { submission, earlier } = draft;
    const now = attemptOf(submission);
    if (now !== null && isSame(now, to)) {
      return isWaiting(submission) ? withOutcome(draft, becomes(now, draft)) : draft;
    }
    return earlier !== undefined && isSame(earlier, to)
      ? earlierAnswered(draft, becomes(earlier, draft))
      : draft;
  });
}

/** Writes down that no answer came which says anything: what was found meanwhile stays. */
export function recordNoAnswer(draftId: string, to: Attempt): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    return submission.state === 'sending' && isSame(submission, to)
      ? { ...draft, submission: { ...submission, state: 'lost' } }
      : draft;
  });
}

/** With a job of its own a draft has come to its end; what is open besides stays until then. */
export function withOutcome(draft: Draft, submission: Submission): Draft {
  const rest = submission.state === 'job' ? { earlier: undefined } : {};
  return { ...draft, ...rest, submission };
}

/** Beside another press only what was refused is over: what was accepted runs, and stays open. */
function earlierAnswered(draft: Draft, outcome: Submission): Draft {
  if (!isSent(draft.submission)) return { ...draft, submission: outcome, earlier: undefined };
  return isSent(outcome) ? draft : { ...draft, earlier: undefined };
}

const isSame = (one: Attempt, other: Attempt): boolean =>
  one.clientRequestId === other.clientRequestId && one.sentAt === other.sentAt;

/** Whether an answer still counts: also against a job that was found in a list and isn't certain. */
const isWaiting = (submission: Submission): boolean =>
  isOpen(submission) || (submission.state === 'job' && !isCertain(submission));
