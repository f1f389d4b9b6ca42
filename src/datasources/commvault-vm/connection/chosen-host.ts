import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { commServes } from '#src/api/commvault/home.ts';
import { storedValues } from '#src/lib/stored-values.ts';

const stored = storedValues('commserve', z.string());

/** The CommServe that a person works with: the first of the deployment until one is chosen; null: it has none. */
export function chosenHost(): string | null {
  const hosts = commServes().map(({ host }) => host);
  const chosen = stored.read('');
  return hosts.find((host) => host === chosen) ?? hosts[0] ?? null;
}

/** Chooses the CommServe for all tabs. */
export const chooseHost = (host: string): void => stored.write('', host);

/** The CommServe that a person works with; null: the deployment has none. */
export const useChosenHost = (): string | null => useSyncExternalStore(stored.listen, chosenHost);
