import { attemptOf, type Draft, isCertain } from '#src/wizard/draft/schema.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { requestOf, type SharedBy } from '#src/model/lost-restore.ts';
import { draftOfJob, jobsOfDrafts } from '#src/wizard/draft/drafts.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/follow.ts';

/** When Restore was pressed. */
export interface PressTime {
  readonly at: Instant;
  /** Whether nothing but this computer's clock tells it. */
  readonly isByComputer: boolean;
  /** How far the clock that the press was dated by is behind the service's, in milliseconds. */
  readonly behindMs: number;
}

/** A job that starts within this of the press, in milliseconds, says that the two clocks agree. */
const AGREE_MS = 2 * 60_000;

/**
 * When Restore was pressed, by the service's clock where it is known: the press's own, else by the start of its job,
 * where that is certainly of this press. Null: not known here. `startedAt`: null where nothing reports it. Pure.
 */
export function pressTime(draft: Draft | null, startedAt: Instant | null): PressTime | null {
  const submission = draft?.submission;
  const attempt = submission === undefined ? null : attemptOf(submission);
  if (attempt === null) return null;
  const at = instant(attempt.sentAt);
  if (attempt.clock === 'service') return { at, isByComputer: false, behindMs: 0 };
  const isOurs = submission?.state === 'job' && isCertain(submission);
  if (!isOurs || startedAt === null) return { at, isByComputer: true, behindMs: 0 };
  const behindMs = Math.abs(startedAt - at) < AGREE_MS ? 0 : startedAt - at;
  return { at: instant(at + behindMs), isByComputer: false, behindMs };
}

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
 * others. Else jobs that fit count, too, if the ones before are known and this one wasn't picked by hand, or taken
 * from an answer though it has another ID.
 */
export function pressBehind(jobId: string, requestId: string | null): PressBehind | null {
  const draft = draftOfJob(jobId);
  const attempt = draft && attemptOf(draft.submission);
  if (draft?.submission.state !== 'job' || attempt === null) return null;
  const { isAdopted, foundBy } = draft.submission;
  const isOurs = requestOf(pressOf(attempt), { requestId }) === 'ours';
  const isPicked =
    isAdopted && (foundBy === 'hand' || foundBy === 'answer' || foundBy === undefined);
  const isByIdOnly = isOurs || isPicked || attempt.before === undefined;
  return {
    draft,
    attempt: { ...attempt, known: jobsOfDrafts(), isByIdOnly },
    shares: isOurs ? 'id' : isPicked ? 'otherId' : 'target',
  };
}
