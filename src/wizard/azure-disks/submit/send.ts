import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import {
  type StartedDiskRestore,
  startDiskRestore,
} from '#src/api/data-protection/restores/ops.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { sendOnce, type Started } from '#src/wizard/submit/send.ts';

/** Sends the one request of a disk's draft, with the same promises as that of a machine's. */
export async function sendDiskRestore(
  arm: ArmPipelines,
  draftId: string,
  restore: DiskRestore,
): Promise<void> {
  const start = async (id: string) => startedBy(await startDiskRestore(arm, restore, id));
  await sendOnce(draftId, {}, () => Promise.resolve(start));
}

/** An operation that cannot be followed, or a job without a name, leaves the job to be found. */
function startedBy(answer: StartedDiskRestore): Started | null {
  if (answer.kind === 'job') {
    return answer.jobId === null ? null : { kind: 'job', jobId: answer.jobId };
  }
  return answer.operation === null ? null : { kind: 'accepted', operation: answer.operation };
}
