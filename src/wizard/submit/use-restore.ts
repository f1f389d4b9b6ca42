import { useMutation } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import { restoreRequest } from '#src/api/recovery-services/restores/ops.ts';
import type { RequestPreview } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { type PlannedRestore, plannedRestore } from '#src/wizard/submit/request.ts';
import { sendRestore } from '#src/wizard/submit/send.ts';

/** The restore that a draft asks for: its request as text, and the press that sends it once. */
export function useRestore(view: DraftView) {
  const draftId = view.draft.id;
  const { mutate } = useMutation(
    restoreMutation(draftId, (planned: PlannedRestore) => sendRestore(session(), draftId, planned)),
  );
  const planned = plannedRestore(view);
  const isReading = Object.values(view.reads)
    .flat()
    .some(({ state }) => state === 'loading');
  return {
    /** Why Restore cannot be pressed although nothing is left to choose; null when it can. */
    waitsFor: isReading ? ('reads' as const) : planned.ok ? null : planned.reason,
    /** Written out only where it is shown. */
    preview: () =>
      planned.ok ? previewOf(planned.value) : isReading ? ('reading' as const) : null,
    start: () => {
      if (planned.ok && !isReading) mutate(planned.value);
    },
  };
}

function previewOf({ restore }: PlannedRestore): RequestPreview {
  const { method, url, body } = restoreRequest(restore, '');
  return { method, url, body: JSON.stringify(body, null, 2) };
}
