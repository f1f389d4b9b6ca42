import { useCallback, useSyncExternalStore } from 'react';
import { tokensOf } from '#src/api/commvault/queries/session.ts';

const NOTHING_TO_STOP = (): void => undefined;

/** Whether there is a token for a CommServe; false for one that this deployment doesn't name. */
export function useConnected(host: string): boolean {
  const listen = useCallback(
    (listener: () => void) => tokensOf(host)?.listen(listener) ?? NOTHING_TO_STOP,
    [host],
  );
  return useSyncExternalStore(listen, () => tokensOf(host)?.isThere() ?? false);
}
