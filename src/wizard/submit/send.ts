import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import {
  rightToPoint,
  startSecondaryRestore,
} from '#src/api/recovery-services/restores/secondary.ts';
import { createResourceGroup } from '#src/api/resources/groups/ops.ts';
import { now } from '#src/lib/clock.ts';
import { sendingLock } from '#src/api/queries/restores.ts';
import { ifFree } from '#src/lib/lock.ts';
import { isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { changeDraft, freshState, lookAgain } from '#src/wizard/draft/store.ts';
import { jobStarted } from '#src/wizard/submit/follow.ts';
import type { PlannedRestore } from '#src/wizard/submit/request.ts';

/**
 * Sends the one request of a draft. What is about to happen is stored before anything leaves, and
 * what came of it afterwards, so that a reload at any moment finds the truth. Does nothing when the
 * draft was sent already, also by another tab.
 */
export async function sendRestore(
  arm: ArmPipelines,
  draftId: string,
  planned: PlannedRestore,
): Promise<void> {
  const place = planned.isSecondary ? { secondaryRegion: planned.restore.region } : {};
  await sendOnce(draftId, place, () => prepared(arm, planned));
}

/**
 * Sends the one request of a draft, of whatever datasource. `prepare` does what has to be done before,
 * and gives what sends it.
 */
export async function sendOnce(
  draftId: string,
  place: { readonly secondaryRegion?: string },
  prepare: () => Promise<Start>,
): Promise<void> {
  // Held until the answer is in: what one tab stores reaches another tab's storage a moment later,
  // so a lock that is given back at once would let the other still read the time before.
  await ifFree(sendingLock(draftId), () => claimAndSend(draftId, place, prepare));
}

async function claimAndSend(
  draftId: string,
  place: { readonly secondaryRegion?: string },
  prepare: () => Promise<Start>,
): Promise<void> {
  const sent = { clientRequestId: crypto.randomUUID(), sentAt: now(), ...place };
  if (!claim(draftId, { state: 'sending', ...sent })) return;
  let start: Start;
  try {
    start = await prepare();
  } catch (error) {
    // Nothing has been started: whatever went wrong, it may be tried again.
    tell(draftId, { state: 'notSent', ...reasonOf(error), isPrepared: false });
    return;
  }
  try {
    const started = await start(sent.clientRequestId);
    if (started?.kind === 'job') jobStarted(draftId, started.jobId);
    else if (started === null) tell(draftId, { state: 'lost', ...sent });
    else tell(draftId, { state: 'accepted', ...sent, operation: started.operation });
  } catch (error) {
    if (armFacts(error)?.kind === 'notSent')
      tell(draftId, { state: 'notSent', ...reasonOf(error), isPrepared: true });
    else if (isRefusal(error)) tell(draftId, { state: 'refused', ...reasonOf(error) });
    else tell(draftId, { state: 'lost', ...sent });
  }
}

/** What came of the request: an operation to follow, or its job at once; null: nobody knows. */
export type Started =
  | { readonly kind: 'accepted'; readonly operation: AcceptedOperation }
  | { readonly kind: 'job'; readonly jobId: string };

export type Start = (clientRequestId: string) => Promise<Started | null>;

const accepted = (operation: AcceptedOperation | null): Started | null =>
  operation === null ? null : { kind: 'accepted', operation };

/** Does all that a restore needs beforehand. What comes back sends the one request that starts it. */
async function prepared(
  arm: ArmPipelines,
  { restore, newGroup, isSecondary }: PlannedRestore,
): Promise<Start> {
  if (newGroup !== null) await createResourceGroup(arm, newGroup);
  if (!isSecondary) return async (id) => accepted(await startRestore(arm, restore, id));
  const right = await rightToPoint(arm, restore);
  return async (id) => accepted(await startSecondaryRestore(arm, restore, right, id));
}

/**
 * Writes down that the request is about to leave, unless it has left already. Reads what is stored
 * now: another tab may have written since this one last looked.
 */
function claim(draftId: string, sending: Submission): boolean {
  const { draft } = freshState(draftId);
  if (!draft.ok) lookAgain(draftId);
  if (!draft.ok || isSent(draft.value.submission)) return false;
  tell(draftId, sending);
  return true;
}

/** Only an answer of 4xx says that nothing was started; a 5xx may hide accepted work. */
function isRefusal(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts?.kind !== 'refused' || facts.status === null) return false;
  return facts.status >= 400 && facts.status < 500 && facts.status !== 408;
}

function reasonOf(error: unknown) {
  const facts = armFacts(error);
  return {
    code: facts?.code ?? null,
    message: facts?.message ?? String(error),
    requestId: facts?.requestId ?? null,
    isSignedOut: facts !== null && isSignedOut(facts),
  };
}

function tell(draftId: string, submission: Submission): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission }));
}
