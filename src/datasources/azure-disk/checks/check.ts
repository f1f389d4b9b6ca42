import type { RoleGrant } from '#src/api/authorization.ts';
import type { Instant } from '#src/lib/time.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import type { Read } from '#src/wizard/reads/read.ts';
import { againRemedies, type CheckResult, type CheckState } from '#src/wizard/review/check.ts';
import { type Coverage, notLookedAt } from '#src/wizard/review/coverage.ts';

const words = diskChecks.prerequisites;

export type DiskCheckId = keyof typeof words.name;
/** A role that was given a short while ago is `pending`. */
export type DiskCheckState = CheckState | 'pending';

/** One thing that has to be there before a disk is restored (document 002, Restore to create a new disk). */
export interface DiskCheck extends Required<Omit<CheckResult, 'state' | 'at'>> {
  readonly id: DiskCheckId;
  readonly state: DiskCheckState;
  /** When it was read; null: it was not. */
  readonly at: Instant | null;
  /** The missing role; null: none is missing, or there is no identity to grant it to. */
  readonly lacks: RoleGrant | null;
  /** When a role that was given lately takes or took effect; null: none was. */
  readonly countsAt: Instant | null;
}

type Found = Partial<Omit<DiskCheck, 'id' | 'state' | 'found'>>;

/** A check with what was found; nothing can be done about it unless `more` has that. */
export function check(
  id: DiskCheckId,
  state: DiskCheckState,
  found: string,
  more: Found = {},
): DiskCheck {
  return { at: null, lacks: null, countsAt: null, remedies: [], ...more, id, state, found };
}

/** A check whose read is loading, waits for another one, or failed: what could not be read has not passed. */
export function unreadCheck(
  id: DiskCheckId,
  read: Exclude<Read<unknown>, { state: 'known' }>,
): DiskCheck {
  if (read.state === 'loading') return check(id, 'checking', '');
  if (!('trouble' in read) || read.trouble === undefined) {
    return check(id, 'notChecked', words.waits);
  }
  return check(id, 'notChecked', words.notRead(read.trouble.problem.message), {
    remedies: againRemedies(read.trouble, words.name[id]),
  });
}

const DISK = ['disk'] as const;

/** What could refuse the restore of a managed disk, and the check, the rules or the validation that look at it. */
export const DISK_COVERAGE: Coverage<'disk', DiskCheckId | 'rules' | 'validation'> = {
  identity: { by: 'identity', in: DISK },
  rightsTarget: { by: 'target', in: DISK },
  keyAccess: { by: 'key', in: DISK },
  snapshotRights: { by: 'snapshotRole', in: DISK },
  point: { by: 'snapshots', in: DISK },
  otherRestores: { by: 'running', in: DISK },
  constraints: { by: 'rules', in: DISK },
  azure: { by: 'validation', in: DISK },
  rightsVault: { by: null, in: DISK },
  locks: { by: null, in: DISK },
  policies: { by: null, in: DISK },
  signIn: { by: null, in: DISK },
  guard: { by: null, in: DISK },
  quotas: { by: null, in: DISK },
};

/** What nothing here looks at before the restore of a managed disk. */
export const DISK_NOT_LOOKED_AT: readonly string[] = notLookedAt(DISK_COVERAGE, 'disk');
