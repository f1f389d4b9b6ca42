import { draftOfJob, jobsOfDrafts } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type Attempt, attemptOf } from '#src/wizard/draft/submission.ts';

/** What is looked for besides a job that is known. */
interface PressBehind {
  readonly draft: Draft;
  /** The press, with this job and those of other drafts among the ones that are not looked for. */
  readonly attempt: Attempt;
}

/**
 * The press that led to a job, for the look at what else it has started; null where another browser
 * started it, or the jobs before it are not known.
 */
export function pressBehind(jobId: string): PressBehind | null {
  const draft = draftOfJob(jobId);
  const attempt = draft && attemptOf(draft.submission);
  if (draft === null || attempt?.before === undefined) return null;
  return {
    draft,
    attempt: { ...attempt, notOurs: [...(attempt.notOurs ?? []), ...jobsOfDrafts()] },
  };
}
