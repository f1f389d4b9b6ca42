import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { listDiskRestores } from '#src/api/data-protection/jobs.ts';
import {
  diskRestore,
  type DiskRestore,
  startDiskRestore,
  type StartedDiskRestore,
  toDiskRestoreBody,
} from '#src/api/data-protection/restores.ts';
import { findDiskRestores } from '#src/api/queries/disk-restores.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import {
  chosenDiskPoint,
  type DiskChoices,
  diskChoicesOf,
  isDiskName,
  targetIn,
} from '#src/datasources/azure-disk/fields.ts';
import { diskSearchOf } from '#src/datasources/azure-disk/jobs.ts';
import { type DiskReads, diskTargetOf } from '#src/datasources/azure-disk/reads.ts';
import { canonicalJson, type EachKey } from '#src/lib/data.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';
import type { HowToSend } from '#src/wizard/submit/latest-reads.ts';
import {
  type PressedRestore,
  type RequestPreview,
  type Sending,
  sendOnce,
  type Started,
} from '#src/wizard/submit/submit.ts';

/** The restore that a draft asks for; null while something is not chosen, not read or not there. */
export const diskRestoreOf = (choices: DiskChoices, reads: DiskReads): DiskRestore | null =>
  choices.diskMode === 'OLR' ? null : (diskRestore.safeParse(partsOf(choices, reads)).data ?? null);

/** How the choices say each key; undefined: not chosen, not read or not there. */
function partsOf(choices: DiskChoices, reads: DiskReads): EachKey<DiskRestore> {
  const instance = known(reads.instance);
  const { subscription, rg } = targetIn(choices, reads);
  const { diskName: name } = choices;
  const isNamed = subscription !== null && rg !== null && name !== null && isDiskName(name);
  return {
    instanceId: instance?.id,
    recoveryPointId: chosenDiskPoint(reads, choices)?.name,
    sourceDiskId: instance?.sourceDiskId,
    targetDiskId: isNamed
      ? resourceId(`${resourceGroupId(subscription, rg)}/providers/Microsoft.Compute/disks/${name}`)
      : undefined,
    // A new disk is made where its snapshots are: in the region of the source.
    region:
      instance?.region ?? known(reads.disk)?.region ?? known(reads.vault)?.region ?? undefined,
  };
}

/** The request that Restore would send. */
export const diskRequestOf = (restore: DiskRestore) => ({
  method: 'POST',
  url: `${restore.instanceId}/restore?api-version=${DATA_PROTECTION_API_VERSION}`,
  body: toDiskRestoreBody(restore),
});

/** The same as text. */
export function diskPreviewOf(restore: DiskRestore): RequestPreview {
  const { body, ...request } = diskRequestOf(restore);
  return { ...request, before: [], body: JSON.stringify(body, null, 2) };
}

/** The restore as the text that its hash is of, and that a draft keeps. */
export const diskPlanText = (restore: DiskRestore): string => canonicalJson(restore);

/** The restore that a draft kept; null where it isn’t a disk’s. */
export function readDiskPlan(text: string): DiskRestore | null {
  try {
    return diskRestore.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A disk's restore as it was confirmed. */
export type PressedDiskRestore = PressedRestore<DiskRestore>;

/** Sends the one request of a disk's draft, with the same promises as that of a machine's. */
export async function sendDiskRestore(
  arm: ArmPipelines,
  draftId: string,
  pressed: PressedDiskRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const { planned: restore } = pressed;
  const vaultId = backupVaultIdOf(restore.instanceId) ?? resourceId('');
  const start = async (id: string) => startedBy(await startDiskRestore(arm, restore, id));
  const sending: Sending = {
    pressed,
    targetOf: (choices) => diskTargetOf(diskChoicesOf(choices)),
    jobsNow: (signal) => listDiskRestores(arm, vaultId, signal),
    findJobs: (draft, attempt, signal) =>
      findDiskRestores(arm, diskSearchOf(draft, attempt), signal),
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
