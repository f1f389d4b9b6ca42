import { useQuery } from '@tanstack/react-query';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import { type FileRecovery, startFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { fileModel, type FileView } from '#src/datasources/azure-vm/files/model.ts';
import { chosenPoint } from '#src/datasources/azure-vm/model.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { findingsOf, isRefusing } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import type { Decided } from '#src/wizard/submit/latest-reads.ts';
import { sendOnce, type StartRestore } from '#src/wizard/submit/submit.ts';
import type { RestorePress } from '#src/wizard/task.ts';

/** One press of Get the script. */
interface ScriptPress {
  readonly recovery: FileRecovery;
  readonly choices: DraftChoices;
  readonly decided?: Decided;
}

/** Asks for the script of a draft, once: renews the session where the point is mounted already. */
export async function sendForScript(
  arm: ArmPipelines,
  draftId: string,
  { recovery, choices, decided }: ScriptPress,
): Promise<void> {
  const { pointId } = recovery;
  const sending = {
    pressed: { planned: recovery, choices, nextSteps: undefined, plan: undefined },
    targetOf: fileModel.targetOf,
    // It makes no job. That its point is mounted stands for one: where an answer may be to a second copy of
    // the request, a point that was not mounted before tells that the first has arrived.
    jobsNow: async () => ((await isMounted(arm, pointId)) ? [{ id: pointId }] : []),
    isStillSo: () => Promise.resolve(true),
    makeGroup: null,
    prepare: async () => {
      await proveStreams(arm);
      const { isMounted: isRenewal } = await getRecoveryPoint(arm, pointId);
      return startOf(arm, { ...recovery, isRenewal: isRenewal === true });
    },
  };
  await sendOnce(draftId, sending, decided);
}

const startOf =
  (arm: ArmPipelines, recovery: FileRecovery): StartRestore =>
  async (clientRequestId) => {
    const start = await startFileRecovery(arm, recovery, clientRequestId);
    const { pointId } = recovery;
    return start && { ...start, operation: start.operation && { ...start.operation, pointId } };
  };

/** Whether a point is mounted; false where that can't be read: what needs it reads it again. */
async function isMounted(arm: ArmPipelines, pointId: ResourceId): Promise<boolean> {
  try {
    return (await getRecoveryPoint(arm, pointId)).isMounted === true;
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return false;
  }
}

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
export function useScriptPress(view: FileView): Omit<RestorePress, 'needs'> {
  const { draft } = view;
  const { refused } = findingsOf(view.settled);
  const recovery = fileRecoveryOf(view);
  const send = async ({ decided, ...wanted }: FileRecovery & { readonly decided: Decided }) =>
    sendForScript(session(), draft.id, { recovery: wanted, choices: view.shown, decided });
  useQuery({ ...requestStreamsQuery(), enabled: recovery !== null });
  const { mutate } = useRestoreWrite(draft.id, send);
  return {
    label: words.press,
    reason: recovery === null && refused.length === 0 ? reasonOf(view) : null,
    confirmedChoices: view.shown,
    start: (decided) => {
      if (recovery !== null) mutate({ ...recovery, decided });
    },
  };
}

function reasonOf({ reads }: FileView): string {
  const { state } = reads.instance;
  return state === 'forbidden' || state === 'failed' ? words.reason.instance : words.reason.reads;
}
