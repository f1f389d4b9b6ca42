import { useSyncExternalStore } from 'react';
import { lastWait, onWaits } from '#src/lib/asked-waits.ts';
import { preciseTimeText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';

/** Until when Azure asks this page to wait, while one of its reads does; nothing else. */
export function AskedWait() {
  const until = useSyncExternalStore(onWaits, lastWait);
  return until === null ? null : <span>{common.waitingUntil(preciseTimeText(until))}</span>;
}
