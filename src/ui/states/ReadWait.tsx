import { useSyncExternalStore } from 'react';
import { lastWait, onWaits } from '#src/lib/limits.ts';
import { RetryWait } from '#src/ui/RetryWait.tsx';
import { Late } from '#src/ui/states/Late.tsx';

/** Until when Azure asks to wait, else that a read takes longer than usual. */
export function ReadWait() {
  const hasWait = useSyncExternalStore(onWaits, () => lastWait() !== null);
  return hasWait ? <RetryWait /> : <Late />;
}
