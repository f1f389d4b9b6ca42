import { useSyncExternalStore } from 'react';
import { lastWait, onWaits } from '#src/lib/limits.ts';
import { preciseTimeText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';

/** The time until which Azure requests this page to wait; nothing while no read waits. */
export function RetryWait() {
  const until = useSyncExternalStore(onWaits, lastWait);
  return until === null ? null : <span>{common.waitingUntil(preciseTimeText(until))}</span>;
}
