import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { findRestoreJobs, recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import {
  type CreateVm,
  type NetworkAccess,
  type ReplaceDisks,
  vmRestore as restoreShape,
  type Restore,
  type RestoreDisks,
  type RestoreIdentity,
  type SourceEncryption,
} from '#src/api/recovery-services/restore.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
} from '#src/api/recovery-services/restores.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { vmTargetOf, vmChoices } from '#src/datasources/azure-vm/choices.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/commands/plan.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { placeOfJobs, searchOf } from '#src/datasources/azure-vm/jobs.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { goesToSecondary, pointOf, targetRegion } from '#src/datasources/azure-vm/target.ts';
import type { EachKey } from '#src/lib/data.ts';
import { isCut } from '#src/lib/list.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';
import type { HowToSend } from '#src/wizard/submit/latest-reads.ts';
import {
  type PressedRestore,
  type Sending,
  sendOnce,
  type StartRestore,
} from '#src/wizard/submit/submit.ts';

/**
 * What a request still needs: a choice, a read of Azure that is not there, or another restore point
 * because the chosen one is gone.
 */
export type Missing = 'choice' | 'instance' | 'vault' | 'points' | 'pointGone' | 'regions';

/** The restore that a draft asks for, or the first thing that its request still needs. */
export function plannedRestore(view: DraftView): Result<PlannedRestore, Missing> {
  const { shown, reads } = view;
  const item = known(reads.instance);
  const isSecondary = goesToSecondary(shown, reads);
  const points = known(isSecondary ? reads.secondaryPoints : reads.points);
  const point = points?.find(({ name }) => name === shown.point);
  const region = targetRegion(shown, reads) ?? null;
  if (shown.instance === null || shown.point === null) return fail('choice');
  if (item === undefined || item.sourceResourceId === '') return fail('instance');
  if (known(reads.vault) === undefined) return fail('vault');
  if (region === null) return fail('regions');
  if (point === undefined)
    return fail(points === undefined || isCut(points) ? 'points' : 'pointGone');
  if (shown.staging === null || isHalfChosen(shown)) return fail('choice');
  const complete = restoreShape.safeParse(restoreIn(shown, reads));
  if (!complete.success) return fail('choice');
  return ok({ restore: complete.data, isSecondary, newGroup: newGroupOf(shown, region) });
}

/** Whether a choice lacks what it needs: without it the request would ask for something else. */
function isHalfChosen({ identity, identityId, diskAccess, diskAccessId }: VmChoices): boolean {
  return (identity === 'user' && !identityId) || (diskAccess === 'private' && !diskAccessId);
}

/**
 * How the choices say each key of a restore of their kind; undefined: not chosen, not read, or nothing to say. The
 * schema takes it once nothing that its kind needs is left to choose.
 */
function restoreIn(
  choices: VmChoices,
  reads: Reads,
): EachKey<ReplaceDisks> | EachKey<RestoreDisks> | EachKey<CreateVm> | null {
  const group = targetGroup(choices) ?? undefined;
  const { vmName, vnet, subnet } = choices;
  switch (choices.option) {
    case 'replaceDisks':
      return { ...partsOfAny(choices, reads), kind: choices.option };
    case 'restoreDisks':
      return {
        ...partsOfAny(choices, reads),
        kind: choices.option,
        targetResourceGroupId: group,
        // The form has no choice of disks.
        restoreDiskLunList: undefined,
      };
    case 'createVm':
      return {
        ...partsOfAny(choices, reads),
        kind: choices.option,
        targetResourceGroupId: group,
        targetVirtualMachineId:
          group === undefined || vmName === null
            ? undefined
            : resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/${vmName}`),
        virtualNetworkId: vnet === null ? undefined : resourceId(vnet),
        subnetId:
          vnet === null || subnet === null ? undefined : resourceId(`${vnet}/subnets/${subnet}`),
      };
    case null:
      return null;
  }
}

/** The keys that all kinds have. What restored disks may be given isn't for the disks of a VM that stays. */
function partsOfAny(choices: VmChoices, reads: Reads): EachKey<Omit<Restore, 'kind'>> {
  const { point, staging, zone, diskEncryptionSet: set } = choices;
  const item = known(reads.instance);
  const hasPoint = item !== undefined && point !== null;
  const isNew = choices.option !== 'replaceDisks';
  return {
    recoveryPointResourceId: hasPoint
      ? resourceId(`${item.id}/recoveryPoints/${point}`)
      : undefined,
    recoveryPointId: hasPoint ? point : undefined,
    sourceResourceId: item?.sourceResourceId || undefined,
    stagingAccountId: staging === null ? undefined : resourceId(staging),
    region: targetRegion(choices, reads) ?? undefined,
    identity: identityOf(choices),
    // The form has no choice of these.
    rehydration: undefined,
    guardRequests: undefined,
    networkAccess: networkAccessOf(choices),
    encryption: hasPoint ? encryptionOf(pointOf(choices, reads)) : undefined,
    zone: isNew ? zone : undefined,
    diskEncryptionSetId: isNew ? (set === null ? null : resourceId(set)) : undefined,
    restoreWithManagedDisks: isNew ? choices.restoreAsManaged === true : undefined,
  };
}

/** The id of the group restored to; null while it is not chosen. */
const targetGroup = ({ subscription, rg }: VmChoices): ResourceId | null =>
  subscription === null || rg === null ? null : resourceGroupId(subscription, rg);

/** What the point reports of Azure Disk Encryption; undefined where it reports nothing. */
function encryptionOf(point: RecoveryPoint | undefined): SourceEncryption | undefined {
  const isOn = point?.isEncrypted ?? null;
  if (isOn === null) return undefined;
  return { isOn, ...(isOn && point?.keys ? { keys: point.keys } : {}) };
}

function identityOf({ identity, identityId }: VmChoices): RestoreIdentity | null {
  if (identity === 'system') return { kind: 'system' };
  return identity === 'user' && identityId !== null
    ? { kind: 'user', identityId: resourceId(identityId) }
    : null;
}

function networkAccessOf({ diskAccess, diskAccessId }: VmChoices): NetworkAccess | null {
  switch (diskAccess) {
    case 'same':
      return { kind: 'sameAsSource' };
    case 'public':
      return { kind: 'public' };
    case 'private':
      return diskAccessId === null
        ? null
        : { kind: 'private', diskAccessId: resourceId(diskAccessId) };
    case null:
      return null;
  }
}

function newGroupOf(shown: VmChoices, region: string): PlannedRestore['newGroup'] {
  const { option, rgIsNew, rg, subscription } = shown;
  if (option === 'replaceDisks' || !rgIsNew || rg === null || subscription === null) return null;
  return { subscriptionId: subscription, name: rg, region };
}

/** A machine's restore as it was confirmed. */
export type PressedVmRestore = PressedRestore<PlannedRestore, VmChoices>;

/** Sends the one request of a machine's draft. */
export async function sendRestore(
  arm: ArmPipelines,
  draftId: string,
  pressed: PressedVmRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const { planned, choices } = pressed;
  const { restore, newGroup, isSecondary } = planned;
  const secondary = isSecondary ? { secondaryRegion: restore.region } : {};
  const sending: Sending = {
    pressed,
    targetOf: (sent) => vmTargetOf(vmChoices(sent)),
    ...secondary,
    jobsNow: (signal) => recentRestores(arm, placeOfJobs(choices, secondary), signal),
    findJobs: (draft, attempt, signal) => findRestoreJobs(arm, searchOf(draft, attempt), signal),
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
): Promise<StartRestore> {
  await proveStreams(arm);
  if (!isSecondary) return (id) => startRestore(arm, restore, id);
  const right = await rightToPoint(arm, restore);
  return (id) => startSecondaryRestore(arm, restore, right, id);
}
