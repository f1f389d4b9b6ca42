import { useSyncExternalStore } from 'react';
import { lastWait, onWaits } from '#src/lib/asked-waits.ts';
import { AskedWait } from '#src/ui/AskedWait.tsx';
import { Late } from '#src/ui/states/Late.tsx';

/** Until when Azure asks to wait, else that a read takes longer than usual. */
export function ReadWait() {
  const hasWait = useSyncExternalStore(onWaits, () => lastWait() !== null);
  return hasWait ? <AskedWait /> : <Late />;
}
