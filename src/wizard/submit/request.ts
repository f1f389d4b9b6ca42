import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/model/restore.ts';
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

/** The restore that a draft asks for; `incomplete` while something it needs is not chosen or read. */
export function plannedRestore(view: DraftView): Result<PlannedRestore, 'incomplete'> {
  const { shown, reads } = view;
  const item = known(reads.instance);
  const vault = known(reads.vault);
  const point = known(reads.points)?.find(({ name }) => name === shown.point);
  const { subscription, rg, staging } = shown;
  if (item === undefined || vault === undefined || point === undefined) return fail('incomplete');
  if (subscription === null || rg === null || staging === null) return fail('incomplete');
  return ok({
    restore: {
      kind: 'restoreDisks',
      recoveryPointId: resourceId(`${item.id}/recoveryPoints/${point.name}`),
      recoveryPointName: point.name,
      sourceResourceId: item.sourceResourceId,
      stagingAccountId: resourceId(staging),
      region: vault.region,
      targetResourceGroupId: resourceGroupId(subscription, rg),
    },
    newGroup: shown.rgIsNew
      ? { subscriptionId: subscription, name: rg, region: vault.region }
      : null,
  });
}
