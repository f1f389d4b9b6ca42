import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import { rolesOf } from '#src/wizard/azure-disks/checks/role-line.ts';

/** How the vault's identity holds Disk Restore Operator where a disk was restored to. */
export interface Holding {
  /** Given to it in the group itself: only this can be taken away without harm to others. */
  readonly own: RoleAssignment | undefined;
  /** Given in a scope above, and so for other groups too. */
  readonly above: RoleAssignment | undefined;
  /** Given to a group that it is a member of (azure-contract §14, `assignedTo`). */
  readonly byGroup: RoleAssignment | undefined;
  /** How many other roles it holds there. */
  readonly others: number;
}

/** See {@link Holding}; `all` as Azure lists them for an identity in a scope. */
export function holdingOf(
  all: readonly RoleAssignment[],
  scope: ResourceId,
  principalId: string,
): Holding {
  const held = rolesOf(all, 'diskRestoreOperator');
  const isHere = (one: RoleAssignment): boolean => sameId(one.scope, scope);
  const isIts = (one: RoleAssignment): boolean => sameId(one.principalId, principalId);
  return {
    own: held.find((one) => isHere(one) && isIts(one)),
    above: held.find((one) => !isHere(one)),
    byGroup: held.find((one) => isHere(one) && !isIts(one)),
    others: all.length - held.length,
  };
}
