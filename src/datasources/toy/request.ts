import { useQueryClient } from '@tanstack/react-query';
import { useRestoreWrite } from '#src/api/queries/restores.ts';
import { listToyJobs } from '#src/api/toy/jobs/ops.ts';
import { type AcceptedToy, boxesQuery } from '#src/api/toy/queries/shelf.ts';
import { shelfSession } from '#src/api/toy/queries/session.ts';
import { startToyRestore, type ToyRestore } from '#src/api/toy/restores/ops.ts';
import { now } from '#src/lib/clock.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import { targetOf } from '#src/datasources/toy/schema.ts';
import { type ToyView, toyView } from '#src/datasources/toy/view.ts';
import { findingsOf, isRefusal } from '#src/wizard/explain/findings.ts';
import { readOnceMore } from '#src/wizard/submit/latest-reads.ts';
import { type Decided, type Sending, sendOnce } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

/** The restore that a draft asks for; null while something is not selected, not read or refused. */
export function restoreOf({ box, point, settled }: ToyView): ToyRestore | null {
  if (box === undefined || point === undefined || settled.verdicts.some(isRefusal)) return null;
  return { boxId: box.id, point: point.name };
}

/** What is sent for a restore, which is followed by its ticket. */
const sendingOf = (
  restore: ToyRestore,
  rest: Pick<Sending, 'confirmedChoices' | 'isStillSo'>,
): Sending => ({
  ...rest,
  targetOf,
  jobsNow: (signal) => listToyJobs(shelfSession(), signal),
  makeGroup: null,
  prepare: async () => async (mark) => {
    const operation: AcceptedToy = {
      ticket: await startToyRestore(shelfSession(), restore, mark),
    };
    return { kind: 'accepted', operation };
  },
});

/** Restore as a button: reads the shelf once more, then sends once. */
export function useToyRestore(view: ToyView): RestorePress {
  const client = useQueryClient();
  const { draft } = view;
  const { refused } = findingsOf(view.settled);
  const restore = restoreOf(view);
  const isStillSo = async () => {
    const { queryKey } = boxesQuery();
    await readOnceMore(client, [queryKey]);
    const boxes = client.getQueryData(queryKey);
    if (boxes === undefined) return true;
    const latest = { at: now(), boxes: { state: 'known', value: boxes } } as const;
    return restoreOf(toyView(draft, latest)) !== null;
  };
  const send = async (pressed: { readonly restore: ToyRestore; readonly decided: Decided }) =>
    sendOnce(
      draft.id,
      sendingOf(pressed.restore, { confirmedChoices: draft.choices, isStillSo }),
      pressed.decided,
    );
  const { mutate } = useRestoreWrite(draft.id, send);
  return {
    reason: restore === null ? shelf.reason(Math.max(1, refused.length)) : null,
    issues: refused.length,
    confirmedChoices: draft.choices,
    start: (decided) => {
      if (restore !== null) mutate({ restore, decided });
    },
  };
}
