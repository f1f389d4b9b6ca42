import { abortError } from '#src/lib/abort.ts';
import { afterReal, now, onClockJump, realDelayMs } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';
import { type Asking, nextTurn, ofLastMinute } from '#src/lib/turns.ts';

/**
 * The one budget for reads of running jobs: 60 in a minute of the product's clock, whoever follows
 * them. Every read of a single job goes through `inTurn`.
 */

interface Waiting extends Asking {
  readonly begin: () => void;
}

let waiting: readonly Waiting[] = [];
let takenAt: readonly Instant[] = [];
let underWay = 0;
let stopTimer: () => void = () => undefined;
onNewVisit(() => {
  takenAt = [];
});

/**
 * Reads when the turn has come. One that is called off while it waits costs nothing.
 * @param asking when this was last read, and whether a person waits for this one alone.
 * @throws what `read` throws, or the signal's reason.
 */
export async function inTurn<Value>(
  asking: Asking,
  read: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  await turnOf(asking, signal);
  const free = asking.isUrgent ? () => undefined : placeUnderWay();
  try {
    return await read();
  } finally {
    free();
  }
}

/** Real milliseconds after which a read that is on its way holds the others up no more: it may be stuck. */
const STUCK_MS = 30_000;

/** A place among the reads that are on their way, which its turn has taken. Returns the way to give it back. */
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

function turnOf({ readAt, isUrgent }: Asking, signal: AbortSignal): Promise<void> {
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
    const one: Waiting = { readAt, isUrgent, begin };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    waiting = [...waiting, one];
    look();
  });
}

/** Lets everybody begin whose turn it is, and comes back for the next. */
function look(): void {
  stopTimer();
  const at = now();
  takenAt = ofLastMinute(takenAt, at);
  const turn = nextTurn(waiting, { takenAt, underWay }, at);
  if (turn === null) return;
  const { one, inMs } = turn;
  if (inMs > 0) {
    if (Number.isFinite(inMs)) comeBackIn(realDelayMs(inMs));
    return;
  }
  takenAt = [...takenAt, at];
  if (!one.isUrgent) underWay += 1;
  one.begin();
  look();
}

/** While the clock of a demo stands still its minute never ends: a real one is as good. */
function comeBackIn(realMs: number): void {
  const stopWaiting = afterReal(realMs, () => {
    if (!Number.isFinite(realMs)) takenAt = [];
    look();
  });
  const stopListening = onClockJump(look);
  stopTimer = () => {
    stopWaiting();
    stopListening();
  };
}
