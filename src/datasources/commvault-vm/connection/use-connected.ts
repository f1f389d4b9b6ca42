import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { commServeStreamsQuery } from '#src/api/commvault/restores.ts';
import { tokensOf } from '#src/api/commvault/session.ts';

const NOTHING_TO_STOP = (): void => undefined;

/** When the tokens of a CommServe were got, which no others have; null: there are none. */
export function useTokensSince(host: string): number | null {
  const listen = useCallback(
    (listener: () => void) => tokensOf(host)?.listen(listener) ?? NOTHING_TO_STOP,
    [host],
  );
  return useSyncExternalStore(listen, () => tokensOf(host)?.since() ?? null);
}

/** Whether there is a token for a CommServe; false for one that this deployment doesn't name. */
export const useConnected = (host: string): boolean => useTokensSince(host) !== null;

/** Finds out before the press how a restore can leave for a CommServe, once nothing is left to choose. */
export function useProvedWay(host: string, isReady: boolean): void {
  useQuery({ ...commServeStreamsQuery(host), enabled: isReady });
}
