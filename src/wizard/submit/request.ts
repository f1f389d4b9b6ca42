import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { NetworkAccess, Restore } from '#src/model/restore.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** A restore with what must be made before it can start. */
export interface PlannedRestore {
  readonly restore: Restore;
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
export type Missing = 'choice' | 'instance' | 'vault' | 'points' | 'pointGone';

/** The restore that a draft asks for, or the first thing that its request still needs. */
export function plannedRestore(view: DraftView): Result<PlannedRestore, Missing> {
  const { shown, reads } = view;
  const item = known(reads.instance);
  const vault = known(reads.vault);
  const points = known(reads.points);
  const point = points?.find(({ name }) => name === shown.point);
  const { subscription, rg, staging } = shown;
  if (shown.instance === null || shown.point === null) return fail('choice');
  if (item === undefined) return fail('instance');
  if (vault === undefined) return fail('vault');
  if (point === undefined) return fail(points === undefined ? 'points' : 'pointGone');
  if (subscription === null || rg === null || staging === null) return fail('choice');
  return ok({
    restore: {
      kind: 'restoreDisks',
      recoveryPointId: resourceId(`${item.id}/recoveryPoints/${point.name}`),
      recoveryPointName: point.name,
      sourceResourceId: item.sourceResourceId,
      stagingAccountId: resourceId(staging),
      region: vault.region,
      targetResourceGroupId: resourceGroupId(subscription, rg),
      networkAccess: networkAccess(shown),
    },
    newGroup: shown.rgIsNew
      ? { subscriptionId: subscription, name: rg, region: vault.region }
      : null,
  });
}

function networkAccess({ diskAccess, diskAccessId }: DraftChoices): NetworkAccess | null {
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
