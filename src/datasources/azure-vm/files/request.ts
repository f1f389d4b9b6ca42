import { useMutation } from '@tanstack/react-query';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import {
  type FileRecovery,
  startFileRecovery,
} from '#src/api/recovery-services/recovery-points/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/recovery-points/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { findingsOf, isRefusal } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';
import { type Decided, type Sending, sendOnce, type Started } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

const words = fileSession.review;

/** What a draft of file recovery asks for; null while something is not selected, not read or refused. */
export function fileRecoveryOf(view: FileView): FileRecovery | null {
  const point = chosenPoint(view);
  const item = known(view.reads.instance);
  if (point === undefined || item === undefined || view.settled.verdicts.some(isRefusal))
    return null;
  return { pointId: point.id, machineId: item.sourceResourceId };
}

/** Get the script as a button: reads whether the point is mounted, then sends once. */
export function useScriptPress(view: FileView): RestorePress {
  const { draft } = view;
  const { refused } = findingsOf(view.settled);
  const recovery = fileRecoveryOf(view);
  const send = async ({ decided, ...asked }: FileRecovery & { readonly decided: Decided }) =>
    sendOnce(draft.id, sendingOf(asked, view.shown), decided);
  const { mutate } = useMutation(restoreMutation(draft.id, send));
  return {
    label: words.press,
    reason: recovery === null ? reasonOf(view, refused.length) : null,
    issues: refused.length,
    asked: view.shown,
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

/** What is sent for a script, which is followed by its operation. */
function sendingOf(recovery: FileRecovery, asked: FileView['shown']): Sending {
  return {
    asked,
    targetOf: fileModel.targetOf,
    // It makes no job. That its point is mounted stands for one: where an answer may be to a second copy of
    // the request, a point that was not mounted before tells that the first has arrived.
    jobsNow: async () => ((await isMounted(recovery.pointId)) ? [{ id: recovery.pointId }] : []),
    isStillSo: () => Promise.resolve(true),
    makeGroup: null,
    prepare: async () => {
      const { isMounted: isRenewal } = await getRecoveryPoint(session(), recovery.pointId);
      return async () => started({ ...recovery, isRenewal: isRenewal === true });
    },
  };
}

async function started(recovery: FileRecovery): Promise<Started> {
  const operation = await startFileRecovery(session(), recovery);
  return {
    kind: 'accepted',
    operation: operation && { ...operation, pointId: recovery.pointId },
  };
}

/** Whether a point is mounted; false where that can't be read: what needs it reads it again. */
async function isMounted(pointId: ResourceId): Promise<boolean> {
  try {
    return (await getRecoveryPoint(session(), pointId)).isMounted === true;
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return false;
  }
}
