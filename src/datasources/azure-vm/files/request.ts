import { useQuery } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import type { FileRecovery } from '#src/api/recovery-services/files.ts';
import { sendForScript } from '#src/datasources/azure-vm/files/send.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { findingsOf, isRefusing } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

const words = fileSession.review;

/** What a draft of file recovery asks for; null while something is not selected, not read or refused. */
export function fileRecoveryOf(view: FileView): FileRecovery | null {
  const point = chosenPoint(view);
  const item = known(view.reads.instance);
  if (point === undefined || item === undefined || view.settled.verdicts.some(isRefusing))
    return null;
  return { pointId: point.id, machineId: item.sourceResourceId };
}

/** Get the script as a button: reads whether the point is mounted, then sends once. */
export function useScriptPress(view: FileView): RestorePress {
  const { draft } = view;
  const { refused } = findingsOf(view.settled);
  const recovery = fileRecoveryOf(view);
  const send = async ({ decided, ...wanted }: FileRecovery & { readonly decided: Decided }) =>
    sendForScript(session(), draft.id, { recovery: wanted, choices: view.shown, decided });
  useQuery({ ...requestStreamsQuery(), enabled: recovery !== null });
  const { mutate } = useRestoreWrite(draft.id, send);
  return {
    label: words.press,
    reason: recovery === null ? reasonOf(view, refused.length) : null,
    issues: refused.length,
    confirmedChoices: view.shown,
    start: (decided) => {
      if (recovery !== null) mutate({ ...recovery, decided });
    },
  };
}

function reasonOf({ reads }: FileView, refused: number): string {
  if (refused > 0) return words.reason.issues(refused);
  const { state } = reads.instance;
  return state === 'forbidden' || state === 'failed' ? words.reason.instance : words.reason.reads;
}
