import { dateTimeText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import {
  BUILT_IN_ROLES,
  type BuiltInRole,
  ROLE_DELAY_MS,
  type RoleAssignment,
} from '#src/model/role-assignment.ts';
import { prerequisites, roleName } from '#src/strings/disk-checks.ts';
import {
  type NeededRole,
  type Prerequisite,
  type PrerequisiteId,
  told,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';

const words = prerequisites.role;

/** The assignments by which an identity holds a built-in role. */
export function holdings(
  assignments: readonly RoleAssignment[],
  role: BuiltInRole,
): readonly RoleAssignment[] {
  return assignments.filter(({ roleId }) => sameId(nameOf(roleId), BUILT_IN_ROLES[role]));
}

/**
 * From when on a role counts that is held, about 15 minutes after it was first given (document 002,
 * note); null: it is not held, or Azure does not say since when.
 */
export function countsFrom(
  assignments: readonly RoleAssignment[],
  role: BuiltInRole,
): Instant | null {
  const times = holdings(assignments, role).map(({ createdAt }) => createdAt);
  const known = times.filter((time) => time !== null);
  // One that does not say since when may be old.
  if (times.length === 0 || known.length < times.length) return null;
  return instant(Math.min(...known) + ROLE_DELAY_MS);
}

/** What is judged of a role: who needs it where, what is held there, and now. */
export interface RoleLook {
  readonly needed: NeededRole;
  readonly assignments: readonly RoleAssignment[];
  readonly now: Instant;
  /** When Azure told the assignments. */
  readonly at: Instant | null;
}

/** How a prerequisite stands that is a role: held, held but new, or missing. */
export function roleHeld(
  id: PrerequisiteId,
  { needed, assignments, now, at }: RoleLook,
): Prerequisite {
  const [role, scope] = [roleName(needed.role), nameOf(needed.scope)];
  const held = holdings(assignments, needed.role);
  if (held.length === 0) {
    const say = id === 'snapshotRoles' ? words.revoked : words.missing;
    return told({ id, state: 'refused', found: say(role, scope), needed, at });
  }
  const from = countsFrom(assignments, needed.role);
  const isNew = from !== null && from > now;
  return told({
    id,
    state: isNew ? 'warning' : 'done',
    found:
      from === null
        ? words.held(role, scope)
        : words.heldSince(role, scope, dateTimeText(instant(from - ROLE_DELAY_MS))),
    needed,
    countsAt: isNew ? from : null,
    at,
  });
}
