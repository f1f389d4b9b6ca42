import type { MountedEnd, RestoreState } from '#src/api/queries/restores.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import { noteJobStart } from '#src/api/arm/pipeline.ts';
import { machineNow, now } from '#src/lib/clock.ts';
import { type FoundJob, hasRequestId } from '#src/model/lost-restore.ts';
import { sameId } from '#src/model/resource-id.ts';
import { nameOfDraft, settleUnreadable, unreadableSent } from '#src/wizard/draft/drafts.ts';
import {
  attempt,
  type Attempt,
  attemptOf,
  type Draft,
  type FoundBy,
  isOpen,
  isSent,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { dropMount, holdMount } from '#src/wizard/submit/held-mounts.ts';
import { pressOnly } from '#src/wizard/submit/press.ts';
import { recordAnswer, withOutcome } from '#src/wizard/submit/record.ts';
import { forgetWatch, watchJob } from '#src/wizard/submit/watched.ts';

/** What of a draft tells whose restore it is. */
type Named = Parameters<typeof nameOfDraft>[0];
type Accepted = Extract<Submission, { state: 'accepted' }>;

/**
 * Records how an operation ended: its job, or its failure. If Azure no longer has it, or it names no job, the
 * restore was still accepted, so its job is searched for.
 */
export function operationEnded(
  draftId: string,
  state: RestoreState | undefined,
  error: unknown,
): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'accepted') return draft;
    if (state?.status === 'mounted') return mounted(draft, submission, state);
    const becomes = endOf(submission, draft, state, error);
    return becomes === null ? draft : withOutcome(draft, becomes);
  });
}

/** The same for a draft that this version cannot read: all else in it stays as it is. */
export function unreadableEnded(
  draftId: string,
  state: RestoreState | undefined,
  error: unknown,
): void {
  const sent = unreadableSent().find(({ id }) => id === draftId);
  if (sent?.submission.state !== 'accepted') return;
  const choices = { datasource: sent.datasource, instance: sent.instance };
  const becomes = endOf(sent.submission, { choices }, state, error);
  if (becomes !== null) settleUnreadable(draftId, becomes);
}

/** What an operation's end makes of an accepted restore; null: it goes on. */
function endOf(
  accepted: Accepted,
  named: Named,
  state: RestoreState | undefined,
  error: unknown,
): Submission | null {
  const unseen: Submission = { ...accepted, operation: null };
  if (isNotFound(error)) return unseen;
  if (state === undefined || state.status === 'running' || state.status === 'mounted') return null;
  if (state.status === 'failed') {
    const { groupMade } = accepted;
    const made = groupMade === undefined ? {} : { groupMade };
    const { code, message, requestId } = state;
    return { state: 'refused', code, message, requestId, ...made };
  }
  const { jobId } = state;
  if (jobId === null) return unseen;
  return jobOf(named, accepted, jobId);
}

/** The disks can be mounted: what must not be stored goes into the memory of this tab. */
function mounted(draft: Draft, accepted: Accepted, { pointId, outcome }: MountedEnd): Draft {
  holdMount(draft.id, outcome);
  const expiresAt = outcome.kind === 'mount' ? outcome.mount.expiresAt : null;
  return {
    ...draft,
    submission: { state: 'mounted', ...attempt.parse(accepted) },
    // What an earlier request may have mounted, this one has renewed.
    earlier: undefined,
    session: {
      pointId,
      since: now(),
      expiresAt,
      ...(outcome.kind === 'none' && { lacks: outcome.why }),
    },
  };
}

/** Takes a job that was found for the draft's own. `otherwise`: how it was found, if not by a request ID. */
export function adoptJob(
  draftId: string,
  {
    id: jobId,
    requestId,
    startedAt = null,
  }: Pick<FoundJob, 'id' | 'requestId'> & Partial<Pick<FoundJob, 'startedAt'>>,
  otherwise: 'target' | 'hand',
): void {
  changeDraft(draftId, (draft) => {
    if (!isOpen(draft.submission)) return draft;
    const { pressed, foundBy } = pressWith(requestId, draft.submission);
    if (foundBy !== null && startedAt !== null && isByThisClock(pressed))
      noteJobStart(startedAt, pressed.sentAt);
    return withOutcome(draft, jobOf(draft, pressed, jobId, foundBy ?? otherwise));
  });
}

/** The press that has a request ID, with the other ones as its earlier presses. `foundBy`: null where none has it. */
function pressWith(
  requestId: string | null,
  latest: Attempt,
): { readonly pressed: Attempt; readonly foundBy: FoundBy | null } {
  const { clientRequestId, earlier = [] } = latest;
  if (hasRequestId(requestId, clientRequestId)) return { pressed: latest, foundBy: 'id' };
  const ofIt = earlier.find((press) => hasRequestId(requestId, press.clientRequestId));
  if (ofIt === undefined) return { pressed: latest, foundBy: null };
  const others = [pressOnly(latest), ...earlier.filter((press) => press !== ofIt)];
  const pressed = { ...latest, clock: undefined, ...ofIt, earlier: others };
  return { pressed, foundBy: 'earlierId' };
}

/** A press this long ago could be dated by a clock that was set right since. */
const SAME_CLOCK_MS = 60 * 60_000;

const isByThisClock = ({ clock, sentAt }: Attempt): boolean =>
  clock === undefined && Math.abs(machineNow() - sentAt) < SAME_CLOCK_MS;

/** Undoes an adoption: the job belongs to another restore, and the search for the draft's own resumes. */
export function disownJob(draftId: string, jobId: string): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'job' || !sameId(submission.jobId, jobId)) return draft;
    // As it was noted: an address may have it in other letter case.
    forgetWatch(submission.jobId);
    const pressed = submission.attempt ?? unknownAttempt(draft);
    const notOurs = [...(pressed.notOurs ?? []), submission.jobId];
    return { ...draft, submission: { state: 'lost', ...pressed, notOurs } };
  });
}

/** What stands for a press of which a draft of before has kept nothing. */
const unknownAttempt = ({ changedAt }: Draft): Attempt => ({
  clientRequestId: crypto.randomUUID(),
  sentAt: changedAt,
});

/** Records found jobs that belong to other restores: the search continues without them. */
export function disown(draftId: string, jobIds: readonly string[]): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (!isOpen(submission)) return draft;
    const notOurs = [...(submission.notOurs ?? []), ...jobIds];
    return { ...draft, submission: { ...submission, notOurs } };
  });
}

/** Looks again at all jobs that the person had said are of other restores. */
export function ownAgain(draftId: string): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (!isOpen(submission)) return draft;
    const { notOurs: _, ...rest } = submission;
    return { ...draft, submission: rest };
  });
}

/** Writes down the job that the answer to a draft's request named. */
export function jobStarted(draftId: string, to: Attempt, jobId: string): void {
  recordAnswer(draftId, to, (pressed, draft) => jobOf(draft, pressed, jobId));
}

/**
 * Opens a draft again whose job was not found: the person decided, never the product. What the request
 * has come to stays open beside it. What was accepted meanwhile stays closed.
 */
export function openAgain(draftId: string): void {
  changeDraft(draftId, (draft) => {
    const { state } = draft.submission;
    const pressed = attemptOf(draft.submission);
    return pressed === null || (state !== 'lost' && state !== 'sending')
      ? draft
      : { ...draft, submission: { state: 'none' }, earlier: pressed };
  });
}

/**
 * Opens a draft of file recovery again, for another script. Its session stays with it until another one
 * starts, and so does a request whose outcome is unknown: it may have mounted the restore point.
 */
export function openForScript(draftId: string): void {
  dropMount(draftId);
  changeDraft(draftId, (draft) => {
    if (draft.task !== 'recoverFiles') return draft;
    const { submission } = draft;
    const pressed = isOpen(submission) ? attemptOf(submission) : null;
    return {
      ...draft,
      submission: { state: 'none' },
      ...(pressed !== null && { earlier: pressed }),
    };
  });
}

/** Looks once more for the job of a request that the person had stopped waiting for. */
export function lookForEarlier(draftId: string): void {
  changeDraft(draftId, (draft) =>
    draft.earlier === undefined || isSent(draft.submission)
      ? draft
      : { ...draft, submission: { state: 'lost', ...draft.earlier }, earlier: undefined },
  );
}

/** From here on the job is watched wherever one goes in the product. */
function jobOf(draft: Named, pressed: Attempt, jobId: string, foundBy?: FoundBy): Submission {
  watchJob(jobId, nameOfDraft(draft) ?? jobId);
  const found = foundBy === undefined ? { isAdopted: false } : { isAdopted: true, foundBy };
  return { state: 'job', jobId, ...found, attempt: attempt.parse(pressed) };
}
