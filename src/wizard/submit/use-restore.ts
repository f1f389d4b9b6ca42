import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import { nextStepsOf } from '#src/wizard/draft/next-steps.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
import { previewOf } from '#src/wizard/submit/preview.ts';
import { isStillSo } from '#src/wizard/submit/read-again.ts';
import { plannedRestore } from '#src/wizard/submit/request.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import { type ConfirmedRestore, sendRestore } from '#src/wizard/submit/send-machine.ts';
import { useValidation } from '#src/wizard/submit/use-validation.ts';

interface RestoreOptions {
  /** Said in the request for what only Azure can fill in. */
  readonly token: string;
  /** Names what is read again once Azure has refused the restore. */
  readonly keysOf: (view: DraftView) => readonly QueryKey[];
}

/** The restore that a draft asks for: its request as text, and the press that sends it once. */
export function useRestore(view: DraftView, { token, keysOf }: RestoreOptions) {
  const client = useQueryClient();
  const draftId = view.draft.id;
  const send = async ({ decided, ...confirmed }: Pressed) => {
    await sendRestore(session(), draftId, confirmed, {
      isStillSo: () => isStillSo(client, view, confirmed.planned),
      decided,
    });
    readAfterRefusal(client, draftId, keysOf(view));
  };
  const { mutate } = useMutation(restoreMutation(draftId, send));
  const planned = plannedRestore(view);
  const isReading = Object.values(view.reads)
    .flat()
    .some(({ state }) => state === 'loading');
  const validation = useValidation(draftId, isReading ? null : planned);
  return {
    validation,
    /** Why Restore cannot be pressed although nothing is left to choose; null when it can. */
    waitsFor: isReading ? ('reads' as const) : planned.ok ? null : planned.reason,
    /** Written out only where it is shown. */
    preview: () =>
      planned.ok ? previewOf(planned.value, token) : isReading ? ('reading' as const) : null,
    start: (decided: Decided) => {
      if (!planned.ok || isReading) return;
      const nextSteps = nextStepsOf(view.settled);
      mutate({ planned: planned.value, asked: view.shown, nextSteps, decided });
    },
  };
}

interface Pressed extends ConfirmedRestore {
  readonly decided: Decided;
}
