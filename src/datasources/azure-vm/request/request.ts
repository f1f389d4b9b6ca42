import { isCut } from '#src/lib/list.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import type { Restore } from '#src/model/restore.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import type { RestoreParts } from '#src/datasources/azure-vm/fields/field.ts';
import { requestParts } from '#src/wizard/fields/review-lines.ts';
import { known } from '#src/wizard/reads/read.ts';
import { goesToSecondary, targetRegion } from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** A restore with what must be made before it can start. */
export interface PlannedRestore {
  readonly restore: Restore;
  /** It goes to the secondary region of the vault, which has an API of its own. */
  readonly isSecondary: boolean;
  readonly newGroup: {
    readonly subscriptionId: string;
    readonly name: string;
    readonly region: string;
  } | null;
}

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
  const parts = requestParts(FIELDS, shown, { choices: shown, reads });
  const restore = restoreOf(shown.option, parts);
  if (restore === null) return fail('choice');
  return ok({ restore, isSecondary, newGroup: newGroup(shown, region) });
}

/** Whether a choice lacks what it needs: without it the request would ask for something else. */
function isHalfChosen({ identity, identityId, diskAccess, diskAccessId }: VmChoices): boolean {
  return (identity === 'user' && !identityId) || (diskAccess === 'private' && !diskAccessId);
}

/** One of the three kinds; null while something that its kind needs is not chosen, or not read. */
function restoreOf(kind: VmChoices['option'], parts: Partial<RestoreParts>): Restore | null {
  const { recoveryPointResourceId, recoveryPointId, sourceResourceId, stagingAccountId } = parts;
  const { region, networkAccess = null } = parts;
  if (recoveryPointResourceId === undefined || recoveryPointId === undefined) return null;
  if (sourceResourceId === undefined || stagingAccountId === undefined) return null;
  if (region === undefined) return null;
  const common = {
    ...parts,
    recoveryPointResourceId,
    recoveryPointId,
    sourceResourceId,
    stagingAccountId,
    region,
    networkAccess,
  };
  const { targetResourceGroupId, targetVirtualMachineId, virtualNetworkId, subnetId } = parts;
  switch (kind) {
    case 'replaceDisks':
      return { ...common, kind };
    case 'restoreDisks':
      return targetResourceGroupId === undefined
        ? null
        : { ...common, kind, targetResourceGroupId };
    case 'createVm':
      if (targetResourceGroupId === undefined || targetVirtualMachineId === undefined) return null;
      if (virtualNetworkId === undefined || subnetId === undefined) return null;
      return {
        ...common,
        kind,
        targetResourceGroupId,
        targetVirtualMachineId,
        virtualNetworkId,
        subnetId,
      };
    case null:
      return null;
  }
}

function newGroup(shown: VmChoices, region: string): PlannedRestore['newGroup'] {
  const { option, rgIsNew, rg, subscription } = shown;
  if (option === 'replaceDisks' || !rgIsNew || rg === null || subscription === null) return null;
  return { subscriptionId: subscription, name: rg, region };
}
