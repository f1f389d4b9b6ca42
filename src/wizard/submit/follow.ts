import { isNotFound } from '#src/api/arm/error.ts';
import { noteJobStart } from '#src/api/arm/pipeline.ts';
import { noteDenial } from '#src/api/authorization.ts';
import type { NamedJob } from '#src/api/queries/named-job.ts';
import type { MountedEnd, RestoreState } from '#src/api/queries/restores.ts';
import { isOwnClock, machineNow, now } from '#src/lib/clock.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import {
  type FoundJob,
  hasRequestId,
  isNewSince,
  type Press,
  requestOf,
} from '#src/model/lost-restore.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import {
  draftOfJob,
  nameOfDraft,
  settleUnreadable,
  unreadableSent,
} from '#src/wizard/draft/drafts.ts';
import {
  attempt,
  type Attempt,
  attemptOf,
  type Draft,
  type FoundBy,
  type HeldBack,
  isCertain,
  isOpen,
  isRefusedAnswer,
  isSent,
  type LostAnswer,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { dropMount, holdMount } from '#src/wizard/sessions.ts';
import { forgetWatch, watchJob } from '#src/wizard/submit/watched.ts';

/** A press whose job is looked for. */
export type LookedFor = Attempt & Pick<Press, 'known' | 'isByIdOnly'>;

/** The press as those see it who look for its job. */
export function pressOf(looked: LookedFor): Press {
  const { before, notOurs, known, isByIdOnly } = looked;
  const presses = [looked, ...(looked.earlier ?? [])];
  return {
    sentAt: instant(Math.min(...presses.map(({ sentAt }) => sentAt))),
    isByService: presses.every(({ clock }) => clock === 'service'),
    requestIds: [...new Set(presses.map(({ clientRequestId }) => clientRequestId))],
    before: before ?? null,
    notOurs: notOurs ?? [],
    known,
    isByIdOnly,
  };
}

/**
 * A new press. It has an ID of its own, by which its job is known. While an earlier request might have been
 * accepted, the ID and the list of jobs of that are kept; of one that was refused the ID, as its job may come late.
 */
export function attemptFor(
  { earlier, submission }: Pick<Draft, 'earlier' | 'submission'>,
  secondaryRegion: string | undefined,
): Attempt {
  const refused = submission.state === 'refused' ? submission.attempt : undefined;
  const before = [refused, earlier].flatMap((one) =>
    one === undefined ? [] : [pressOnly(one), ...(one.earlier ?? [])],
  );
  return {
    clientRequestId: crypto.randomUUID(),
    sentAt: now(),
    ...(!isOwnClock() && { clock: 'service' as const }),
    ...(before.length > 0 && { earlier: eachOnce(before) }),
    ...(secondaryRegion !== undefined && { secondaryRegion }),
    ...(earlier?.before && { before: earlier.before }),
    ...(earlier?.notOurs && { notOurs: earlier.notOurs }),
  };
}

/** Presses by their IDs, the first of each: one that was refused may be kept as open, too. */
const eachOnce = (presses: readonly ReturnType<typeof pressOnly>[]) =>
  presses.filter(
    ({ clientRequestId }, index) =>
      presses.findIndex((one) => one.clientRequestId === clientRequestId) === index,
  );

/** What tells one press from another, and when it was. */
const pressOnly = ({ clientRequestId, sentAt, clock }: Attempt) => ({
  clientRequestId,
  sentAt,
  ...(clock && { clock }),
});

/** Writes down how far a press has come. */
export function recordProgress(draftId: string, submission: Submission): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission }));
}

type NotSent = Extract<Submission, { state: 'notSent' }>;

/** Writes down that nothing is sent, for a reason of this page's own. */
export function holdBack(
  draftId: string,
  heldBack: HeldBack,
  more: Pick<NotSent, 'begunSince' | 'unread' | 'meant' | 'without'> = {},
): null {
  recordProgress(draftId, {
    state: 'notSent',
    code: null,
    message: '',
    requestId: null,
    isPrepared: true,
    heldBack,
    ...more,
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
    const latest = attemptOf(submission);
    if (latest !== null && isSame(latest, to)) {
      return isWaiting(submission) ? withOutcome(draft, becomes(latest, draft)) : draft;
    }
    if (earlier !== undefined && isSame(earlier, to))
      return earlierAnswered(draft, becomes(earlier, draft));
    // Another tab took the sender for gone, which its answer disproves.
    const isTakenForGone = submission.state === 'notSent' && submission.heldBack === 'closed';
    return isTakenForGone ? withOutcome(draft, becomes(to, draft)) : draft;
  });
}

/**
 * Writes down that no answer came which says what became of a press: what was found meanwhile stays. `answer`: what came
 * instead; left out: nothing did.
 */
export function recordNoAnswer(draftId: string, to: Attempt, answer?: LostAnswer): void {
  // What the service said of a permission holds for other drafts, whatever becomes of this press.
  if (answer?.status === 403) noteDenial(answer.message);
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    return submission.state === 'sending' && isSame(submission, to)
      ? { ...draft, submission: { ...submission, state: 'lost', ...(answer && { answer }) } }
      : draft;
  });
}

/**
 * Ends the look for what a service refused: nothing of it was there at a time by the service's clock. Null: it couldn't
 * be looked for, so that its outcome stays open beside the draft, and the next press looks first.
 */
export function recordRefusal(draftId: string, lookedAt: Instant | null): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'lost' || !isRefusedAnswer(submission.answer)) return draft;
    const pressed = attempt.parse(submission);
    return {
      ...draft,
      submission: refusalOf(submission.answer, pressed, lookedAt),
      ...(lookedAt === null && { earlier: { ...pressed, isUnlooked: true } }),
    };
  });
}

/**
 * Writes down that what a service refused may still have come of it: the answer is no refusal from here on, whatever
 * later looks find.
 */
export function recordMaybeDone(draftId: string): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'lost' || !isRefusedAnswer(submission.answer)) return draft;
    const { answer } = submission;
    const kind = answer.status === null ? 'unreadable' : 'error';
    return { ...draft, submission: { ...submission, answer: { ...answer, kind } } };
  });
}

function refusalOf(answer: LostAnswer, pressed: Attempt, lookedAt: Instant | null): Submission {
  const { kind: _kind, status: _status, ...reason } = answer;
  return {
    state: 'refused',
    ...reason,
    attempt: pressed,
    ...(lookedAt !== null && { lookedAt }),
  };
}

/**
 * Writes down a look at a press that was refused before this page: whether its job was found, else when it was looked
 * for. A draft of before doesn't have its press: what fits it is shown, and the person decides.
 */
export function recordLookBack(draftId: string, { certain, isPossible, at }: LookBack): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'refused') return draft;
    const { attempt: known, lookedAt: _, state: __, ...reason } = submission;
    const pressed = known ?? unknownAttempt(draft);
    if (certain !== null)
      return withOutcome(
        draft,
        jobOf(draft, pressed, certain.id, { foundBy: 'id', isRefused: true }),
      );
    if (known === undefined && isPossible)
      return {
        ...draft,
        submission: {
          state: 'lost',
          ...pressed,
          answer: { kind: 'unreadable', status: null, ...reason },
        },
      };
    // What couldn't be looked for by then was now.
    const isEarlier =
      draft.earlier !== undefined && known !== undefined && isSame(draft.earlier, known);
    return {
      ...draft,
      ...(isEarlier && { earlier: undefined }),
      submission: { ...submission, lookedAt: at },
    };
  });
}

/** What a look at a press has found that was refused before this page. */
export interface LookBack {
  /** The job that has an ID of the press; null: none was listed. */
  readonly certain: Pick<FoundJob, 'id'> | null;
  /** Whether there are jobs that could be of a press whose ID isn't known. */
  readonly isPossible: boolean;
  readonly at: Instant;
}

/** With a job of its own a draft has come to its end; what is open besides stays until then. */
function withOutcome(draft: Draft, submission: Submission): Draft {
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

/** What of a draft tells whose restore it is. */
type Named = Parameters<typeof nameOfDraft>[0] & Pick<Draft, 'id'>;

type Accepted = Extract<Submission, { state: 'accepted' }>;

/**
 * Records how an operation ended: its job, or its failure. If Azure no longer has it, or it names no job, the
 * restore was still accepted, so its job is searched for. `named`: the job that it names; null: not read yet.
 */
export function operationEnded(
  draftId: string,
  state: RestoreState | undefined,
  error: unknown,
  named: NamedJob | null,
): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'accepted') return draft;
    if (state?.status === 'mounted') return mounted(draft, submission, state);
    const becomes = endOf(submission, draft, { state, error, named });
    return becomes === null ? draft : withOutcome(draft, becomes);
  });
}

/** The same for a draft that this version cannot read: all else in it stays as it is. */
export function unreadableEnded(
  draftId: string,
  state: RestoreState | undefined,
  error: unknown,
  named: NamedJob | null,
): void {
  const sent = unreadableSent().find(({ id }) => id === draftId);
  if (sent?.submission.state !== 'accepted') return;
  const choices = { datasource: sent.datasource, instance: sent.instance };
  const becomes = endOf(sent.submission, { id: draftId, choices }, { state, error, named });
  if (becomes === null) return;
  // No page of it looks for anything.
  const answer = becomes.state === 'lost' ? becomes.answer : undefined;
  const pressed = attempt.parse(sent.submission);
  settleUnreadable(draftId, answer === undefined ? becomes : refusalOf(answer, pressed, null));
}

/** What is known of the operation of an accepted restore. */
interface OperationNow {
  readonly state: RestoreState | undefined;
  readonly error: unknown;
  readonly named: NamedJob | null;
}

/** What an operation's end makes of an accepted restore; null: it goes on. */
function endOf(
  accepted: Accepted,
  draft: Named,
  { state, error, named }: OperationNow,
): Submission | null {
  const unseen: Submission = { ...accepted, operation: null };
  if (isNotFound(error)) return unseen;
  if (state === undefined || state.status === 'running' || state.status === 'mounted') return null;
  if (state.status === 'failed') {
    const { code, message, requestId } = state;
    const answer: LostAnswer = { kind: 'failure', status: null, code, message, requestId };
    return { state: 'lost', ...attempt.parse(accepted), answer };
  }
  const { jobId } = state;
  if (jobId === null) return unseen;
  return named === null ? null : (jobAt(draft, accepted, jobId, named) ?? unseen);
}

/**
 * What the job becomes that an answer led to: the draft's own, unless it has the ID of another request. Then the one
 * with ours is; else it may be ours by a gateway that replaced the ID, if it can have started with the press. Null:
 * it can't be ours, so that is looked for.
 */
function jobAt(
  draft: Named,
  accepted: Attempt,
  jobId: string,
  { job, ours: found }: NamedJob,
): Submission | null {
  const press = pressOf(accepted);
  const isTaken = ![undefined, draft.id].includes(draftOfJob(jobId)?.id);
  const canBeOurs = (startedAt: FoundJob['startedAt']): boolean =>
    !isTaken && isNewSince(press, { id: resourceId(jobId), startedAt });
  if (job === null)
    return canBeOurs(null) ? jobOf(draft, accepted, jobId, { isUncompared: true }) : null;
  const { pressed, foundBy } = pressWith(job.requestId, accepted);
  if (foundBy === 'earlierId') return jobOf(draft, pressed, jobId, { foundBy });
  if (requestOf(press, job) !== 'another') return jobOf(draft, accepted, jobId);
  if (found !== null) {
    const own = pressWith(found.requestId, accepted);
    return jobOf(draft, own.pressed, found.id, { foundBy: own.foundBy ?? 'id' });
  }
  return canBeOurs(job.startedAt) ? jobOf(draft, accepted, jobId, { foundBy: 'answer' }) : null;
}

/** The same for a draft that has its job already, which couldn't be read when the answer led to it. */
export function comparedLate(draftId: string, named: NamedJob | undefined): void {
  changeDraft(draftId, (draft) => {
    const { submission } = draft;
    if (submission.state !== 'job' || submission.isUncompared !== true) return draft;
    const { attempt: pressed, jobId } = submission;
    if (pressed === undefined || named === undefined || named.job === null) return draft;
    // What it becomes is watched anew.
    forgetWatch(jobId);
    const becomes = jobAt(draft, pressed, jobId, named);
    return { ...draft, submission: becomes ?? { state: 'accepted', ...pressed, operation: null } };
  });
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
    const { submission } = draft;
    // An earlier press may be looked for right before the next one.
    if (!isOpen(submission) && submission.state !== 'preparing') return draft;
    const { pressed, foundBy } = pressWith(requestId, attempt.parse(submission));
    if (foundBy !== null && startedAt !== null && isByThisClock(pressed))
      noteJobStart(startedAt, pressed.sentAt);
    const isRefused = submission.state === 'lost' && isRefusedAnswer(submission.answer);
    return withOutcome(
      draft,
      jobOf(draft, pressed, jobId, { foundBy: foundBy ?? otherwise, isRefused }),
    );
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
    // The answer that led to it had accepted the restore.
    return submission.foundBy === 'answer'
      ? { ...draft, submission: { state: 'accepted', ...pressed, notOurs, operation: null } }
      : { ...draft, submission: { state: 'lost', ...pressed, notOurs } };
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

/** How a job came to a draft, where no answer alone told. */
interface CameBy {
  readonly foundBy?: FoundBy;
  readonly isUncompared?: true;
  /** The answer refused the request. */
  readonly isRefused?: boolean;
}

/** From here on the job is watched wherever one goes in the product. */
function jobOf(
  draft: Named,
  pressed: Attempt,
  jobId: string,
  { foundBy, isUncompared, isRefused }: CameBy = {},
): Submission {
  watchJob(jobId, nameOfDraft(draft) ?? jobId);
  return {
    state: 'job',
    jobId,
    isAdopted: foundBy !== undefined,
    ...(foundBy !== undefined && { foundBy }),
    // Its note is about other jobs, as they were at that moment.
    ...((foundBy === 'target' || foundBy === 'answer') && { foundAt: now() }),
    ...(isUncompared && { isUncompared }),
    ...(isRefused === true && { isRefused }),
    attempt: attempt.parse(pressed),
  };
}
