import { requestOf, type SharedBy } from '#src/model/lost-restore.ts';
import { draftOfJob, jobsOfDrafts } from '#src/wizard/draft/drafts.ts';
import { attemptOf, type Draft } from '#src/wizard/draft/schema.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/press.ts';

/** What is looked for besides a job that is known. */
interface PressBehind {
  readonly draft: Draft;
  /** The press, without this job and those of other drafts. */
  readonly attempt: LookedFor;
  /** How the jobs that are found belong together. */
  readonly shares: SharedBy;
}

/**
 * The press that led to a job, for the look at what else it has started; null where another browser
 * started it. `requestId`: as the job reports it. Where the job has an ID of the draft, other IDs are of
 * others. Else jobs that fit count, too, if the ones before are known and this one wasn't picked by hand.
 */
export function pressBehind(jobId: string, requestId: string | null): PressBehind | null {
  const draft = draftOfJob(jobId);
  const attempt = draft && attemptOf(draft.submission);
  if (draft?.submission.state !== 'job' || attempt === null) return null;
  const { isAdopted, foundBy } = draft.submission;
  const isOurs = requestOf(pressOf(attempt), { requestId }) === 'ours';
  const isPicked = isAdopted && (foundBy === 'hand' || foundBy === undefined);
  const isByIdOnly = isOurs || isPicked || attempt.before === undefined;
  return {
    draft,
    attempt: { ...attempt, known: jobsOfDrafts(), isByIdOnly },
    shares: isOurs ? 'id' : isPicked ? 'otherId' : 'target',
  };
}
