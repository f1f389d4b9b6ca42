import { useQueryClient } from '@tanstack/react-query';
import { vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultRestore } from '#src/api/commvault/restores.ts';
import { useRestoreWrite } from '#src/api/queries/restores.ts';
import { stepsOf } from '#src/datasources/commvault-vm/job/steps.ts';
import {
  useConnected,
  useProvedWay,
} from '#src/datasources/commvault-vm/connection/use-connected.ts';
import { queriesOf } from '#src/datasources/commvault-vm/reader.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request/commvault-restore.ts';
import { begunBeside, isStillSo } from '#src/datasources/commvault-vm/request/read-again.ts';
import {
  type ConfirmedCommvaultRestore,
  sendCommvaultRestore,
} from '#src/datasources/commvault-vm/request/send.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { MetRestore } from '#src/model/lost-restore.ts';
import { connection } from '#src/strings/commvault/connection.ts';
import { sending as words } from '#src/strings/commvault/sending.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

/** Restore of a VM by Commvault as a button: the form names what is left to choose or to confirm. */
export function useCommvaultRestore(view: CommvaultView): CommvaultPress {
  const client = useQueryClient();
  const { id } = view.draft;
  const send = async ({ decided, shown, ...confirmed }: Pressed) => {
    const target = view.model.targetOf(view.shown, view.reads);
    await sendCommvaultRestore(
      id,
      { ...confirmed, target },
      {
        isStillSo: () => isStillSo(client, view, confirmed.restore),
        begunSince: begunBeside(client, view, shown, decided),
        decided,
      },
    );
    const queries = queriesOf({ choices: view.draft.choices, reads: view.reads });
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useRestoreWrite(id, send);
  const { host = '' } = vmOf(view.shown.instance ?? '') ?? {};
  const isConnected = useConnected(host);
  const restore = isReading(view) ? null : restoreIn(view);
  const issues = formFindings(view).refused.length;
  const isReady = isConnected && restore !== null && issues === 0;
  useProvedWay(host, isReady);
  return {
    reason: isConnected ? reasonToWait(view, restore, issues) : connection.note.title,
    issues,
    confirmedChoices: view.shown,
    start: (decided, reviewed, shown) => {
      if (restore === null) return;
      const nextSteps = stepsOf(view.settled);
      const confirmed = { host, restore, confirmedChoices: view.shown, nextSteps, reviewed };
      mutate({ ...confirmed, decided, shown });
    },
  };
}

interface CommvaultPress extends Omit<RestorePress, 'start'> {
  readonly start: (decided: Decided, reviewed: Reviewed, shown: readonly MetRestore[]) => void;
}

interface Pressed extends ConfirmedCommvaultRestore {
  readonly decided: Decided;
  /** The restores in progress that the Summary showed. */
  readonly shown: readonly MetRestore[];
}

const isReading = ({ reads: { at: _at, ...reads } }: Pick<CommvaultView, 'reads'>): boolean =>
  Object.values(reads)
    .flat()
    .some(({ state }) => state === 'loading');

/** What Restore waits for; null: for nothing, or for what the form names once it is selected. */
function reasonToWait(
  view: CommvaultView,
  restore: CommvaultRestore | null,
  issues: number,
): string | null {
  if (isReading(view)) return words.reads;
  return restore === null && issues === 0 ? words.unread : null;
}
