import { targetOf } from '#src/datasources/azure-vm/choices/target.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
} from '#src/api/recovery-services/restores.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { vmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { placeOfJobs } from '#src/datasources/azure-vm/request/lost-search.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/commands/plan.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { type HowToSend, type Sending, sendOnce, type Start } from '#src/wizard/submit/send.ts';

/** A machine's restore as it was confirmed. */
export interface ConfirmedRestore {
  readonly planned: PlannedRestore;
  readonly choices: VmChoices;
  /** What it creates or changes, with what is read of it. */
  readonly target?: Sending['target'];
  /** Ids of the rules that say what to do after it. */
  readonly nextSteps: readonly string[];
  /** The restore as the text that its hash is of. */
  readonly plan: string;
  /** What is known of the source. */
  readonly source?: string | undefined;
  /** What Review showed. */
  readonly reviewed?: Reviewed | undefined;
}

/** Sends the one request of a machine's draft. */
export async function sendRestore(
  arm: ArmPipelines,
  draftId: string,
  { planned, choices, target, nextSteps, plan, source, reviewed }: ConfirmedRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const { restore, newGroup, isSecondary } = planned;
  const secondary = isSecondary ? { secondaryRegion: restore.region } : {};
  const sending: Sending = {
    confirmedChoices: choices,
    targetOf: (sent) => targetOf(vmChoices(sent)),
    target,
    nextSteps,
    plan,
    source,
    reviewed,
    ...secondary,
    jobsNow: (signal) => recentRestores(arm, placeOfJobs(choices, secondary), signal),
    isStillSo,
    begunSince,
    makeGroup:
      newGroup === null
        ? null
        : { ...newGroup, run: (onRequest) => createResourceGroup(arm, newGroup, onRequest) },
    prepare: () => prepared(arm, planned),
  };
  await sendOnce(draftId, sending, decided);
}

/** What has to be there beforehand. What comes back sends the one request that starts the restore. */
async function prepared(
  arm: ArmPipelines,
  { restore, isSecondary }: PlannedRestore,
): Promise<Start> {
  await proveStreams(arm);
  if (!isSecondary) return (id) => startRestore(arm, restore, id);
  const right = await rightToPoint(arm, restore);
  return (id) => startSecondaryRestore(arm, restore, right, id);
}
