import { targetOf } from '#src/datasources/azure-disk/disk-name.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import {
  type DiskRestore,
  startDiskRestore,
  type StartedDiskRestore,
} from '#src/api/data-protection/restores.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { listDiskRestores } from '#src/api/data-protection/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskPlanText } from '#src/datasources/azure-disk/commands/plan.ts';
import { diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { type HowToSend, type Sending, sendOnce, type Started } from '#src/wizard/submit/send.ts';

/** A disk's restore as it was confirmed. */
export interface ConfirmedDiskRestore {
  readonly restore: DiskRestore;
  readonly confirmedChoices: DraftChoices;
  /** Ids of the rules that say what to do after it. */
  readonly nextSteps?: readonly string[];
  /** What Review showed. */
  readonly reviewed?: Reviewed | undefined;
}

/** Sends the one request of a disk's draft, with the same promises as that of a machine's. */
export async function sendDiskRestore(
  arm: ArmPipelines,
  draftId: string,
  { restore, confirmedChoices, nextSteps = [], reviewed }: ConfirmedDiskRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const vaultId = backupVaultIdOf(restore.instanceId) ?? resourceId('');
  const start = async (id: string) => startedBy(await startDiskRestore(arm, restore, id));
  const sending: Sending = {
    confirmedChoices,
    targetOf: (choices) => targetOf(diskChoicesOf(choices)),
    nextSteps,
    plan: diskPlanText(restore),
    reviewed,
    jobsNow: (signal) => listDiskRestores(arm, vaultId, signal),
    isStillSo,
    begunSince,
    makeGroup: null,
    prepare: async () => {
      await proveStreams(arm);
      return start;
    },
  };
  await sendOnce(draftId, sending, decided);
}

/** An answer without a job's name says nothing of what became of the request. */
function startedBy(answer: StartedDiskRestore): Started | null {
  if (answer.kind === 'accepted') return answer;
  return answer.jobId === null ? null : { kind: 'job', jobId: answer.jobId };
}
