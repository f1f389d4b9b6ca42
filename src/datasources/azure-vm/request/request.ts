import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { isCut } from '#src/lib/list.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type {
  NetworkAccess,
  ReplaceDisks,
  Restore,
  RestoreDisks,
  RestoreIdentity,
} from '#src/model/restore.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
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
  if (item === undefined) return fail('instance');
  if (known(reads.vault) === undefined) return fail('vault');
  if (region === null) return fail('regions');
  if (point === undefined)
    return fail(points === undefined || isCut(points) ? 'points' : 'pointGone');
  if (shown.staging === null || isHalfChosen(shown)) return fail('choice');
  const restore = restoreOf(shown, {
    recoveryPointResourceId: resourceId(`${item.id}/recoveryPoints/${point.name}`),
    recoveryPointId: point.name,
    sourceResourceId: item.sourceResourceId,
    stagingAccountId: resourceId(shown.staging),
    region,
    networkAccess: networkAccess(shown),
    identity: identityOf(shown),
  });
  if (restore === null) return fail('choice');
  return ok({ restore, isSecondary, newGroup: newGroup(shown, region) });
}

/** Whether a choice lacks what it needs: without it the request would ask for something else. */
function isHalfChosen({ identity, identityId, diskAccess, diskAccessId }: VmChoices): boolean {
  return (identity === 'user' && !identityId) || (diskAccess === 'private' && !diskAccessId);
}

type Common = Omit<ReplaceDisks, 'kind'> & Pick<RestoreDisks, 'networkAccess'>;

/** One of the three kinds; null while something that its kind needs is not chosen. */
function restoreOf(shown: VmChoices, common: Common): Restore | null {
  const { subscription, rg, vmName, vnet, subnet } = shown;
  switch (shown.option) {
    case 'replaceDisks':
      return { kind: 'replaceDisks', ...common };
    case 'restoreDisks':
      if (subscription === null || rg === null) return null;
      return {
        kind: 'restoreDisks',
        ...common,
        ...newDisks(shown),
        targetResourceGroupId: resourceGroupId(subscription, rg),
      };
    case 'createVm': {
      if (subscription === null || rg === null) return null;
      if (vmName === null || vnet === null || subnet === null) return null;
      const group = resourceGroupId(subscription, rg);
      return {
        kind: 'createVm',
        ...common,
        ...newDisks(shown),
        targetResourceGroupId: group,
        targetVirtualMachineId: resourceId(
          `${group}/providers/Microsoft.Compute/virtualMachines/${vmName}`,
        ),
        virtualNetworkId: resourceId(vnet),
        subnetId: resourceId(`${vnet}/subnets/${subnet}`),
      };
    }
    case null:
      return null;
  }
}

function newDisks({ zone, diskEncryptionSet, restoreAsManaged }: VmChoices) {
  return {
    zone,
    diskEncryptionSetId: diskEncryptionSet === null ? null : resourceId(diskEncryptionSet),
    restoreWithManagedDisks: restoreAsManaged === true,
  };
}

function identityOf({ identity, identityId }: VmChoices): RestoreIdentity | null {
  if (identity === 'system') return { kind: 'system' };
  return identity === 'user' && identityId !== null
    ? { kind: 'user', identityId: resourceId(identityId) }
    : null;
}

function newGroup(shown: VmChoices, region: string): PlannedRestore['newGroup'] {
  const { option, rgIsNew, rg, subscription } = shown;
  if (option === 'replaceDisks' || !rgIsNew || rg === null || subscription === null) return null;
  return { subscriptionId: subscription, name: rg, region };
}

function networkAccess({ diskAccess, diskAccessId }: VmChoices): NetworkAccess | null {
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
