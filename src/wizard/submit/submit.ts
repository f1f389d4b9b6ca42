import { type ArmErrorFacts, armFacts, isRefusal, isSignedOut } from '#src/api/arm/error.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { sendingLock, targetLocks } from '#src/api/queries/restores.ts';
import { inTime, machineNow, now } from '#src/lib/clock.ts';
import { ifAllFree, ifFree } from '#src/lib/lock.ts';
import {
  type FoundJob,
  oursAmong,
  type TargetPart,
  type UnreadSource,
} from '#src/model/lost-restore.ts';
import {
  type Attempt,
  type Draft,
  type DraftChoices,
  isSent,
  type LostAnswer,
  type MadeGroup,
  type Reviewed,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import {
  type GroupName,
  isSameGroup,
  madeGroupsOf,
  openAttemptsOn,
  storedMade,
  type TargetOf,
} from '#src/wizard/draft/sent.ts';
import { changeDraft, freshState, readDraftAgain } from '#src/wizard/draft/store.ts';
import {
  adoptJob,
  attemptFor,
  holdBack,
  pressOf,
  recordAnswer,
  recordNoAnswer,
  recordProgress,
} from '#src/wizard/submit/follow.ts';
import {
  type BegunSince,
  type Decided,
  JOBS_READ_MS,
  jobsOrWhy,
  type JobsOrWhy,
  type JobsOfVault,
  MOST_READ_MS,
} from '#src/wizard/submit/latest-reads.ts';
import { isPressOver, untilOver } from '#src/wizard/submit/under-way.ts';

/** The request that Restore would send, as text. */
export interface RequestPreview {
  /** Those sent just before it, which start nothing: method and address. */
  readonly before: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** A resource group to create where there is none. */
interface GroupToMake extends GroupName {
  /**
   * Creates it, unless it exists; `onRequest` is called before the request that creates it leaves. `found`: it is there,
   * and no answer says by whom. Where it was refused, it was looked for.
   */
  readonly run: (onRequest: () => void) => Promise<'created' | 'existed' | 'found'>;
}

/** The result of the request: where it is followed; null: the answer doesn't say. */
export interface Started {
  readonly kind: 'accepted';
  readonly operation: object | null;
}

/** Sends the one request that starts a restore; null: the answer doesn't report whether it started. */
export type StartRestore = (clientRequestId: string) => Promise<Started | null>;

/** A restore as it was confirmed: what a press of Restore sends, and stores with its draft. */
export interface PressedRestore<Planned = unknown, Choices extends DraftChoices = DraftChoices> {
  /** The choices as they were confirmed. */
  readonly choices: Choices;
  /** What its request asks for. */
  readonly planned: Planned;
  /** What it creates or changes, with what is read of it; left out: as the choices alone tell. */
  readonly target?: readonly TargetPart[] | undefined;
  /** IDs of the rules for the steps after it; undefined if its task has none. */
  readonly nextSteps: readonly string[] | undefined;
  /** The text of the restore that its hash is computed from; undefined if its task has no commands. */
  readonly plan: string | undefined;
  /** What is known of the source, as its task reads it; left out: nothing. */
  readonly source?: string | undefined;
  /** What Review showed. */
  readonly reviewed?: Reviewed | undefined;
  /** What it drew, as text. */
  readonly picture?: string | undefined;
}

/** What is about to be sent, of whatever datasource. */
export interface Sending extends JobsOfVault {
  readonly pressed: PressedRestore;
  /** The name of what is restored, if its ID doesn't include it. */
  readonly name?: string;
  /** What a restore creates or changes: another draft might have requested the same. */
  readonly targetOf: TargetOf;
  /** Where its job will be, if not in the vault's own region. */
  readonly secondaryRegion?: string;
  /** Looks for the jobs of earlier presses of the draft; left out: they make none. */
  readonly findJobs?: (
    draft: Draft,
    attempt: Attempt,
    signal: AbortSignal,
  ) => Promise<readonly FoundJob[]>;
  /** Reads again what others might have changed: whether the confirmed restore can still be sent. */
  readonly isStillSo: () => Promise<boolean>;
  /** The restores in progress to the same target that Review had not shown; left out: no job tells its target. */
  readonly begunSince?: BegunSince | undefined;
  /** The resource group to create first; null: none. */
  readonly makeGroup: GroupToMake | null;
  /** Prepares the request and returns the function that sends it. */
  readonly prepare: () => Promise<StartRestore>;
}

/**
 * Sends the one request of a draft. What is about to happen is stored before anything leaves, and what
 * came of it afterwards, so that a reload at any moment finds the truth. Does nothing when the draft
 * was sent already, also by another tab, which the draft then says here, too.
 */
export async function sendOnce(
  draftId: string,
  sending: Sending,
  decided: Decided = {},
): Promise<void> {
  let run = Promise.resolve();
  // Held until the answer is in: what one tab stores reaches another tab's storage a moment later,
  // so a lock that is given back at once would let the other still read the time before.
  const isOurs = await ifFree(sendingLock(draftId), async () => {
    if (isSentHere(draftId)) return true;
    // The same for two drafts of one target: until the first is answered, the second can't read of it.
    const locks = decided.onceMore === true ? [] : targetLocks(targetIn(sending));
    const isTargetFree = await ifAllFree(locks, async () => {
      const claimed = claim(draftId, sending, decided);
      if (claimed === null) return true;
      run = fromClaim(draftId, claimed, sending, decided);
      await untilOver(draftId, claimed, run);
      return true;
    });
    if (isTargetFree === null) holdBack(draftId, 'sameTarget');
    return true;
  });
  if (isOurs === null) readDraftAgain(draftId);
  await run;
}

/** From the claim to the outcome of the request. */
async function fromClaim(
  draftId: string,
  claimed: Attempt,
  sending: Sending,
  decided: Decided,
): Promise<void> {
  const request = await prepared(draftId, claimed, sending, decided);
  if (request !== null) await startOnce(draftId, request);
}

const targetIn = ({ pressed, targetOf }: Sending): readonly TargetPart[] =>
  pressed.target ?? targetOf(pressed.choices);

/** Whether a draft was sent already, or is gone, which this tab then shows. */
function isSentHere(draftId: string): boolean {
  const { draft } = freshState(draftId);
  const isHere = !draft.ok || isSent(draft.value.submission);
  if (isHere) readDraftAgain(draftId);
  return isHere;
}

/**
 * Writes down that Restore was pressed, unless it was already. Reads what is stored now: another tab
 * may have written since this one last looked.
 */
function claim(draftId: string, sending: Sending, decided: Decided): Attempt | null {
  const { draft } = freshState(draftId);
  if (!draft.ok) return null;
  const { pressed, name, targetOf } = sending;
  const { choices, nextSteps, plan, source, reviewed, picture } = pressed;
  const target = targetIn(sending);
  if (decided.onceMore !== true && openAttemptsOn(draftId, choices, targetOf, target).length > 0) {
    holdBack(draftId, 'sameTarget');
    return null;
  }
  const attempt = attemptFor(draft.value, sending.secondaryRegion);
  changeDraft(draftId, (claimed) => ({
    ...claimed,
    ...(name !== undefined && { name }),
    asked: choices,
    target: [...target],
    nextSteps: nextSteps && [...nextSteps],
    plan,
    source,
    reviewed,
    picture,
    madeGroups: storedMade(claimed),
    submission: { state: 'preparing', ...attempt, step: 'reads' },
  }));
  return attempt;
}

interface Prepared {
  readonly attempt: Attempt;
  readonly start: StartRestore;
}

/**
 * All that comes before the request. Null where it is not sent after all, which the draft then says: once it
 * was called off nothing more is requested, and nothing written down.
 */
async function prepared(
  draftId: string,
  claimed: Attempt,
  sending: Sending,
  decided: Decided,
): Promise<Prepared | null> {
  const isLeft = (): boolean => isPressOver(draftId, claimed);
  try {
    const { withoutJobs, unchecked, withoutUnread } = decided;
    const [{ ids: before, why }, earlier, isStillSo, beside] = await Promise.all([
      jobsBefore(claimed, sending, decided),
      earlierJob(draftId, claimed, sending, decided),
      unchecked === true || inTime(MOST_READ_MS, 'late', sending.isStillSo),
      sending.begunSince?.() ?? { begun: [], unread: [], meant: [] },
    ]);
    if (isLeft()) return null;
    if (earlier !== null && earlier !== 'unread') {
      adoptJob(draftId, earlier, 'target');
      return null;
    }
    const { begun, unread } = beside;
    const decidedBefore = {
      ...(beside.meant.length > 0 && { meant: [...beside.meant] }),
      without: { withoutJobs, unchecked, withoutUnread },
    };
    // First: it may be the reason why something has changed.
    if (begun.length > 0) return holdBack(draftId, 'begunSince', { begunSince: [...begun] });
    if (isStillSo === 'late') return holdBack(draftId, 'changesLate', decidedBefore);
    if (!isStillSo) return holdBack(draftId, 'changed');
    const unlooked = why ?? (earlier === 'unread' ? 'failed' : null);
    if (unlooked !== null)
      return holdBack(draftId, unlooked === 'late' ? 'jobsLate' : 'jobsUnread', {
        unread: withJobs(unread, unlooked),
        ...decidedBefore,
      });
    if (unread.length > 0)
      return holdBack(draftId, 'othersUnread', { unread: [...unread], ...decidedBefore });
    // Where the jobs before an earlier press are unknown, a list of now may hold the job of that press.
    const isLate = claimed.before === undefined && claimed.earlier !== undefined;
    const attempt = { ...claimed, ...(before !== null && !isLate && { before: [...before] }) };
    if (sending.makeGroup !== null) {
      recordProgress(draftId, { state: 'preparing', ...attempt, step: 'group' });
      await makeGroup(draftId, sending.makeGroup);
    }
    if (isLeft()) return null;
    recordProgress(draftId, { state: 'preparing', ...attempt, step: 'right' });
    const start = await sending.prepare();
    return isLeft() ? null : { attempt, start };
  } catch (error) {
    const isPrepared = armFacts(error)?.kind === 'notSent';
    if (!isLeft()) recordProgress(draftId, { state: 'notSent', ...reasonOf(error), isPrepared });
    return null;
  }
}

/** The restore jobs before a press: its own is a new one. */
const jobsBefore = async (
  { before }: Attempt,
  sending: Sending,
  { withoutJobs = false }: Decided,
): Promise<JobsOrWhy> =>
  before === undefined && !withoutJobs ? jobsOrWhy(sending) : { ids: before ?? null, why: null };

/** What couldn't be read with the jobs that the restore would be found by: mostly they are one list. */
const withJobs = (unread: readonly UnreadSource[], why: UnreadSource['why']): UnreadSource[] => [
  { kind: 'vault', name: null, why },
  ...unread.filter(({ kind }) => kind !== 'vault'),
];

/**
 * The job of an earlier press that was refused, before the next one: it may have been listed since it was looked for.
 * Null: none has its ID, or the person sends without a look.
 */
async function earlierJob(
  draftId: string,
  claimed: Attempt,
  { findJobs }: Sending,
  { withoutJobs }: Decided,
): Promise<FoundJob | 'unread' | null> {
  const { draft } = freshState(draftId);
  if (!draft.ok) return null;
  const { earlier } = draft.value;
  const [latest] = claimed.earlier ?? [];
  // One that is kept as open was looked for, and the person has decided to send another.
  const isRefused = latest !== undefined && latest.clientRequestId !== earlier?.clientRequestId;
  if (!isRefused && earlier?.isUnlooked !== true) return null;
  if (findJobs === undefined || withoutJobs === true) return null;
  try {
    const look = (signal: AbortSignal) => findJobs(draft.value, claimed, signal);
    const found = await inTime(JOBS_READ_MS, null, look);
    return found === null ? 'unread' : (oursAmong(pressOf(claimed), found)[0] ?? null);
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return 'unread';
  }
}

async function startOnce(draftId: string, { attempt, start }: Prepared): Promise<void> {
  recordProgress(draftId, { state: 'sending', ...attempt });
  // The draft was discarded meanwhile: its outcome would have no place to appear.
  if (!freshState(draftId).draft.ok) return;
  try {
    const started = await start(attempt.clientRequestId);
    if (started === null) recordNoAnswer(draftId, attempt, NAMES_NOTHING);
    else recordAnswer(draftId, attempt, acceptedAs(started.operation));
  } catch (error) {
    const reason = reasonOf(error);
    if (armFacts(error)?.kind === 'notSent')
      recordAnswer(draftId, attempt, () => ({ state: 'notSent', ...reason, isPrepared: true }));
    else recordNoAnswer(draftId, attempt, answerOf(error, reason));
  }
}

/** An answer of 2xx that names neither an operation nor a job. */
const NAMES_NOTHING: LostAnswer = {
  kind: 'unreadable',
  status: null,
  code: null,
  message: '',
  requestId: null,
};

const acceptedAs =
  (operation: object | null) =>
  (attempt: Attempt): Submission => ({
    state: 'accepted',
    ...attempt,
    operation: operation && { ...operation },
  });

/** An answer that doesn't say what came of a request; undefined: none came. What was refused is looked for, too. */
function answerOf(error: unknown, reason: ReturnType<typeof reasonOf>): LostAnswer | undefined {
  const facts = armFacts(error);
  if (facts === null || facts.kind === 'lost') return undefined;
  return { kind: answerKind(error, facts), status: facts.status, ...reason };
}

function answerKind(error: unknown, facts: ArmErrorFacts): LostAnswer['kind'] {
  if (isRefusal(error)) return facts.isConflict === true ? 'conflict' : 'refusal';
  if (facts.kind !== 'refused') return 'unreadable';
  return facts.isForeign === true ? 'foreign' : 'error';
}

function reasonOf(error: unknown) {
  const facts = armFacts(error);
  const signedOut = facts !== null && isSignedOut(facts);
  return {
    // Without an answer the code is the browser's own.
    code: facts?.kind === 'refused' ? facts.code : null,
    message: facts?.message ?? String(error),
    requestId: facts?.requestId ?? null,
    way: problemOf(error).way,
    isSignedOut: signedOut,
    ...(signedOut && { signedOutAt: machineNow() }),
  };
}

/** Creates a resource group where there is none. What is created, or may be, counts as the draft's own. */
async function makeGroup(draftId: string, group: GroupToMake): Promise<void> {
  const { subscriptionId, name } = group;
  let isRequested = false;
  const note = (isSure: boolean): void =>
    keepNote(draftId, group, [{ subscriptionId, name, at: now(), isSure }]);
  try {
    const came = await group.run(() => {
      isRequested = true;
      // Its answer may never come.
      note(false);
    });
    if (came === 'created') note(true);
  } catch (error) {
    const isClear = isRefusal(error) || armFacts(error)?.kind === 'notSent';
    if (isRequested && isClear) keepNote(draftId, group, []);
    throw error;
  }
}

/** Notes what is known of a resource group in place of what was. */
function keepNote(draftId: string, group: GroupName, known: readonly MadeGroup[]): void {
  changeDraft(draftId, (draft) => {
    const others = madeGroupsOf(draft).filter((one) => !isSameGroup(one, group));
    return { ...draft, madeGroups: [...others, ...known] };
  });
}
