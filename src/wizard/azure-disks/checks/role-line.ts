import type { Grant } from '#src/api/authorization/role-assignments/grant.ts';
import { timeText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import {
  BUILT_IN_ROLES,
  type BuiltInRole,
  ROLE_DELAY_MS,
  type RoleAssignment,
} from '#src/model/role-assignment.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import {
  line,
  type Prerequisite,
  type PrerequisiteId,
  unreadLine,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';
import type { Read } from '#src/wizard/draft/reads.ts';

const words = diskChecks.prerequisites;

export interface RoleWanted {
  readonly id: PrerequisiteId;
  readonly grant: Grant;
  readonly read: Read<RoleAssignment[]>;
  /** Now: a role that was given less than 15 minutes ago may not count yet. */
  readonly at: Instant;
}

/** How a role of the vault's identity stands in a scope. */
export function roleLine({ id, grant, read, at }: RoleWanted): Prerequisite {
  if (read.state !== 'known') return unreadLine(id, read, words);
  const { role, scope } = grant;
  const name = diskChecks.roles[role];
  const told = { at: read.at ?? null };
  const own = read.value.filter(isOfRole(role));
  const [held] = own.toSorted(byAge);
  if (held === undefined) {
    const isOnly = read.value.length === 0;
    const found = isOnly
      ? words.role.missing(name, nameOf(scope))
      : words.role.others(name, nameOf(scope));
    return line(id, isOnly ? 'missing' : 'notChecked', found, { ...told, lacks: grant });
  }
  const countsAt = countsFrom(held, at);
  if (countsAt !== null && countsAt > at) {
    const since = timeText(held.createdAt ?? at);
    const found = words.role.fresh(name, since, timeText(countsAt));
    return line(id, 'fresh', found, { ...told, countsAt });
  }
  return line(id, 'held', whereHeld(held, name, scope), { ...told, countsAt });
}

const isOfRole =
  (role: BuiltInRole) =>
  ({ roleId }: RoleAssignment): boolean =>
    sameId(nameOf(roleId), BUILT_IN_ROLES[role]);

/** The one that counts first. */
const byAge = (a: RoleAssignment, b: RoleAssignment): number =>
  (a.createdAt ?? 0) - (b.createdAt ?? 0);

/** As long after it began to count a role is said to be new: time enough to ask Azure by itself. */
const LATELY_MS = ROLE_DELAY_MS;

/** When a role counts, or has begun to lately; null: long since, or nobody says when it was given. */
function countsFrom({ createdAt }: RoleAssignment, at: Instant): Instant | null {
  if (createdAt === null) return null;
  const countsAt = instant(createdAt + ROLE_DELAY_MS);
  return at - countsAt < LATELY_MS ? countsAt : null;
}

function whereHeld(held: RoleAssignment, name: string, scope: ResourceId): string {
  return sameId(held.scope, scope)
    ? words.role.held(name, nameOf(scope))
    : words.role.above(name, nameOf(scope), scopeName(held.scope));
}

/** Where a role was given, in words: the id of a subscription says nothing to a person. */
export function scopeName(scope: ResourceId): string {
  const [, kind, , isBelow] = scope.split('/');
  if (kind?.toLowerCase() === 'subscriptions' && isBelow === undefined) return words.subscription;
  return nameOf(scope) || scope;
}

/** The roles of an identity that are one of Azure's own, of those given in a scope or above it. */
export function rolesOf(all: readonly RoleAssignment[], role: BuiltInRole): RoleAssignment[] {
  return all.filter(isOfRole(role));
}
