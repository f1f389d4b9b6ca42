import { abortError } from '#src/lib/abort.ts';
import { afterReal, machineNow, onClockJump, realDelayMs } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';
import { type PollRequest, nextScheduled, ofLastMinute } from '#src/lib/poll-schedule.ts';

/**
 * The one budget for reads of running jobs: 60 in a minute of the product's clock, whoever follows
 * them. Every read of a single job goes through `scheduled`.
 */

interface Waiting extends PollRequest {
  readonly begin: () => void;
}

let waiting: readonly Waiting[] = [];
let startedAt: readonly Instant[] = [];
let underWay = 0;

/** Whether a read waits for its turn: where the clock of a demo stands still, until it is moved. */
export const isReadHeldBack = (): boolean => waiting.length > 0;

let stopTimer: () => void = () => undefined;
onNewVisit(() => {
  startedAt = [];
});

/**
 * Reads as soon as the budget allows. One that is called off while it waits costs nothing.
 * @param request when this was last read, and whether a person waits for this one alone.
 * @throws what `read` throws, or the signal's reason.
 */
export async function scheduled<Value>(
  request: PollRequest,
  read: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  await untilScheduled(request, signal);
  const free = request.isUrgent ? () => undefined : placeUnderWay();
  try {
    return await read();
  } finally {
    free();
  }
}

/** Real milliseconds after which a read that is on its way holds the others up no more: it may be stuck. */
const STUCK_MS = 30_000;

/** Takes a place among the reads under way for a started read. Returns a function that frees it. */
function placeUnderWay(): () => void {
  let isFree = false;
  const free = (): void => {
    stop();
    if (isFree) return;
    isFree = true;
    underWay -= 1;
    look();
  };
  const stop = afterReal(STUCK_MS, free);
  return free;
}

function untilScheduled(
  { readAt: lastReadAt, isUrgent }: PollRequest,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      waiting = waiting.filter((other) => other !== one);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      leave();
      reject(abortError(signal));
    };
    const begin = (): void => {
      leave();
      resolve();
    };
    const one: Waiting = { readAt: lastReadAt, isUrgent, begin };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    waiting = [...waiting, one];
    look();
  });
}

/** Starts every read that is due, and comes back for the next. */
function look(): void {
  stopTimer();
  const at = machineNow();
  startedAt = ofLastMinute(startedAt, at);
  const next = nextScheduled(waiting, { startedAt, underWay }, at);
  if (next === null) return;
  const { one, inMs } = next;
  if (inMs > 0) {
    if (Number.isFinite(inMs)) comeBackIn(realDelayMs(inMs));
    return;
  }
  startedAt = [...startedAt, at];
  if (!one.isUrgent) underWay += 1;
  one.begin();
  look();
}

/** While the clock of a demo stands still its minute never ends: a real one is as good. */
function comeBackIn(realMs: number): void {
  const stopWaiting = afterReal(realMs, () => {
    if (!Number.isFinite(realMs)) startedAt = [];
    look();
  });
  const stopListening = onClockJump(look);
  stopTimer = () => {
    stopWaiting();
    stopListening();
  };
}
