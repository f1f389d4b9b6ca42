import { openChannel } from '#src/lib/browser.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Attempt } from '#src/wizard/draft/schema.ts';
import { freshState, onDraftChange } from '#src/wizard/draft/store.ts';
import { holdBack } from '#src/wizard/submit/follow.ts';

// The tab that sends a press decides alone how far it is: another tab asks it to call the press off, so that
// none says that nothing was sent while the request leaves.

const CHANNEL = 'call off';

/** The drafts whose press this tab sends. */
const here = new Set<string>();
onNewVisit(() => here.clear());

/**
 * Waits until a press has ended, or its draft has left it behind: what hangs then goes on by itself without
 * the lock, and an answer that comes later still counts.
 */
export async function untilOver(
  draftId: string,
  attempt: Attempt,
  run: Promise<void>,
): Promise<void> {
  const channel = openChannel(CHANNEL);
  here.add(draftId);
  channel?.addEventListener('message', ({ data }) => {
    if (data === draftId) callOffHere(draftId);
  });
  let stop: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    stop = onDraftChange(() => {
      if (isPressOver(draftId, attempt)) resolve();
    });
  });
  try {
    await Promise.race([run, left]);
  } finally {
    stop();
    here.delete(draftId);
    channel?.close();
  }
}

/** Whether a draft has left a press behind: it has its outcome, was called off, opened again, or discarded. */
export function isPressOver(draftId: string, { clientRequestId, sentAt }: Attempt): boolean {
  const { draft } = freshState(draftId);
  if (!draft.ok) return true;
  const { submission } = draft.value;
  const isUnderWay = submission.state === 'preparing' || submission.state === 'sending';
  return (
    !isUnderWay || submission.clientRequestId !== clientRequestId || submission.sentAt !== sentAt
  );
}

/** Calls a press off whose request has not left yet, in whichever tab. Does nothing once it has. */
export function callOff(draftId: string): void {
  if (here.has(draftId)) {
    callOffHere(draftId);
    return;
  }
  const channel = openChannel(CHANNEL);
  channel?.postMessage(draftId);
  channel?.close();
}

function callOffHere(draftId: string): void {
  const { draft } = freshState(draftId);
  if (draft.ok && draft.value.submission.state === 'preparing') holdBack(draftId, 'calledOff');
}

/** Writes down that the tab which was about to send a draft is gone, and that nothing had left it. */
export function closedEarly(draftId: string): void {
  const { draft } = freshState(draftId);
  if (draft.ok && draft.value.submission.state === 'preparing') holdBack(draftId, 'closed');
}
