import type { RoleGrant } from '#src/api/authorization.ts';
import { timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { isOfRole, ROLE_DELAY_MS, type RoleAssignment } from '#src/model/roles.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import {
  check,
  type DiskCheck,
  type DiskCheckId,
  unreadCheck,
} from '#src/datasources/azure-disk/checks/check.ts';
import type { Read } from '#src/wizard/reads/read.ts';

const words = diskChecks.prerequisites;

export interface WantedRole {
  readonly id: DiskCheckId;
  readonly grant: RoleGrant;
  readonly read: Read<RoleAssignment[]>;
  /** The current time: a role assigned less than 15 minutes ago might not apply yet. */
  readonly at: Instant;
}

/** Whether the vault's identity holds a role in a scope, and since when. */
export function roleCheck({ id, grant, read, at }: WantedRole): DiskCheck {
  if (read.state !== 'known') return unreadCheck(id, read);
  const { role, scope } = grant;
  const name = diskChecks.roles[role];
  const readAt = read.at ?? null;
  const own = read.value.filter(isOfRole(role));
  const [held] = own.toSorted(byAge);
  if (held === undefined) {
    const isOnly = read.value.length === 0;
    const found = isOnly
      ? words.role.missing(name, nameOf(scope))
      : words.role.others(name, nameOf(scope));
    return check(id, isOnly ? 'failed' : 'notChecked', found, { at: readAt, lacks: grant });
  }
  const countsAt = countsFrom(held, at);
  if (countsAt !== null && countsAt > at) {
    const since = timeText(held.createdAt ?? at);
    const found = words.role.fresh(name, since, timeText(countsAt));
    return check(id, 'pending', found, { at: readAt, countsAt });
  }
  return check(id, 'passed', whereHeld(held, name, scope), { at: readAt, countsAt });
}

/** The one that counts first. */
const byAge = (a: RoleAssignment, b: RoleAssignment): number =>
  (a.createdAt ?? 0) - (b.createdAt ?? 0);

/** As long after it took effect a role counts as new: time enough for a validation by itself. */
const LATELY_MS = ROLE_DELAY_MS;

/** When a role takes or took effect; null: long ago, or its date isn't reported. */
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
