import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type FileRecovery, startFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { type Decided, sendOnce, type Start } from '#src/wizard/submit/send.ts';

/** One press of Get the script. */
export interface ScriptPress {
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
    confirmedChoices: choices,
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
  (arm: ArmPipelines, recovery: FileRecovery): Start =>
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
