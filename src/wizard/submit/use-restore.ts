import { useMutation, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { previewOf } from '#src/wizard/submit/preview.ts';
import { isStillSo } from '#src/wizard/submit/read-again.ts';
import { plannedRestore } from '#src/wizard/submit/request.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import { type ConfirmedRestore, sendRestore } from '#src/wizard/submit/send-machine.ts';
import { useValidation } from '#src/wizard/submit/use-validation.ts';

/** The restore that a draft asks for: its request as text, and the press that sends it once. `token` is said for what only Azure can fill in. */
export function useRestore(view: DraftView, token: string) {
  const client = useQueryClient();
  const draftId = view.draft.id;
  const send = ({ decided, ...confirmed }: Pressed) =>
    sendRestore(session(), draftId, confirmed, {
      isStillSo: () => isStillSo(client, view, confirmed.planned),
      decided,
    });
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
      if (planned.ok && !isReading) mutate({ planned: planned.value, asked: view.shown, decided });
    },
  };
}

interface Pressed extends ConfirmedRestore {
  readonly decided: Decided;
}
