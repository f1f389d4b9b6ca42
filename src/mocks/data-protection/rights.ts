import { roleList } from '#src/mocks/authorization/role-list.ts';
import { isWithin } from '#src/mocks/authorization/scope.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { allows } from '#src/model/permission.ts';
import { sameId } from '#src/model/resource-id.ts';
import { ROLE_DELAY_MS } from '#src/model/role-assignment.ts';

/**
 * How long a new role does not count yet: a little less than the quarter of an hour of which document
 * 002 says that it may take so long (its note under Restore to create a new disk; the number is G).
 */
const UNTIL_EFFECTIVE_MS = ROLE_DELAY_MS - 60_000;

interface Wish {
  /** The Backup vault as whose identity something is to be done. */
  readonly vaultId: string;
  readonly action: string;
  readonly scope: string;
}

/** Whether the vault's identity may do something in a scope, by a role that counts by now. */
export function mayAct({ seed }: State, now: number, { vaultId, action, scope }: Wish): boolean {
  return (seed.roleAssignments ?? []).some(
    (one) =>
      sameId(one.holder, vaultId) &&
      isWithin(scope, one.scope) &&
      (one.given === undefined || now - one.given.atMs >= UNTIL_EFFECTIVE_MS) &&
      allows(asPermissions(roleList[one.role].permissions), action),
  );
}

type Given = (typeof roleList)['Reader']['permissions'];

const asPermissions = ({ actions, notActions }: Given) => [
  { actions: actions ?? [], notActions: notActions ?? [] },
];
