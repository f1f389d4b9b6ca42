import * as z from 'zod/mini';
import { useCallback, useSyncExternalStore } from 'react';
import { commServes, vmOf } from '#src/api/commvault/home.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { connection } from '#src/strings/commvault-restore.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import type { RemarksProps } from '#src/wizard/task.ts';

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

const words = connection.note;

interface ConnectionNoteProps {
  /** Empty: which one isn't known yet. */
  readonly host: string;
}

/** That there is no token for a CommServe, and where one is entered; nothing while there is one. */
export function ConnectionNote({ host }: ConnectionNoteProps) {
  const isConnected = useConnected(host);
  const isShown = !isConnected && host !== '';
  const isNamed = commServes().some((one) => one.host === host);
  const text = isNamed ? words.body(host) : words.notNamed(host);
  useCaveat(isShown ? `${words.title}. ${text}` : null);
  if (!isShown) return null;
  return (
    <Notice
      intent="warning"
      title={words.title}
      actions={isNamed ? <RouterLink to="/settings">{words.toSettings}</RouterLink> : undefined}
    >
      {text}
    </Notice>
  );
}

/** What every step says before its fields, and no step by itself: that its CommServe has no token. */
export function CommvaultStepRemarks({ view }: RemarksProps<CommvaultView, CommvaultStepId>) {
  const chosen = useChosenHost();
  return <ConnectionNote host={vmOf(view.draft.choices.instance ?? '')?.host ?? chosen ?? ''} />;
}
