import type { RoleGrant } from '#src/api/authorization.ts';
import { coverage } from '#src/strings/checks.ts';
import {
  againRemedies,
  type CheckResult,
  type CheckState,
  type Coverage,
  notLookedAt,
  unreadNames,
  type Remedy,
  type TargetReads,
  targetResult,
} from '#src/wizard/review/check.ts';
import { diskFactsOf } from '#src/datasources/azure-disk/facts.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import { type DiskReads, diskTargetOf, targetGroupOf } from '#src/datasources/azure-disk/reads.ts';
import { azCommand, type Command } from '#src/lib/command.ts';
import { timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import {
  type BuiltInRole,
  isOfRole,
  ROLE_DELAY_MS,
  type RoleAssignment,
} from '#src/model/roles.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { common } from '#src/strings/common.ts';
import { known, type Read } from '#src/wizard/read.ts';

const words = diskChecks.prerequisites;

export type DiskCheckId = keyof typeof words.name;
/** A role that was given a short while ago is `pending`. */
type DiskCheckState = CheckState | 'pending';

/** One thing that has to be there before a disk is restored (document 002, Restore to create a new disk). */
export interface DiskCheck extends Pick<CheckResult, 'found'> {
  readonly id: DiskCheckId;
  readonly state: DiskCheckState;
  /** What Azure calls the permissions that its text is about. */
  readonly actions: readonly string[];
  readonly remedies: readonly Remedy[];
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
  return {
    at: null,
    lacks: null,
    countsAt: null,
    actions: [],
    remedies: [],
    ...more,
    id,
    state,
    found,
  };
}

/** A check whose read is loading, waits for another one, or failed: what could not be read has not passed. */
function unreadCheck(id: DiskCheckId, read: Exclude<Read<unknown>, { state: 'known' }>): DiskCheck {
  if (read.state === 'loading') return check(id, 'checking', common.reading(words.name[id]));
  if (!('trouble' in read) || read.trouble === undefined) {
    return check(id, 'notChecked', words.waits);
  }
  return check(id, 'notChecked', words.notRead(read.trouble.problem.message), {
    remedies: againRemedies(read.trouble, words.name[id]),
  });
}

/** The id of a check’s name, which takes the focus when something leads to it. */
export const diskRowId = (id: DiskCheckId): string => `prerequisite-${id}`;

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

/** What nothing here looks at before the restore of a managed disk, with the settings that the source has. */
export const diskNotLookedAt = (reads: Pick<DiskReads, 'disk'>): string[] => [
  ...notLookedAt(DISK_COVERAGE, 'disk'),
  ...unreadNames([known(reads.disk)]),
  // Of its set only who has roles on it is read.
  ...(known(reads.disk)?.encryptionSetId ? [coverage.encryptionSet] : []),
];

/** Turns on the system-assigned identity of a Backup vault. */
const identityCommand = ({ subscriptionId, resourceGroup, name }: BackupVault): Command =>
  azCommand([
    'az dataprotection backup-vault identity assign',
    ['--subscription', subscriptionId],
    ['--resource-group', resourceGroup],
    ['--vault-name', name],
    '--system-assigned',
  ]);

interface RoleRead {
  readonly id: DiskCheckId;
  readonly grant: RoleGrant;
  readonly read: Read<RoleAssignment[]>;
  /** The current time: a role assigned less than 15 minutes ago might not apply yet. */
  readonly at: Instant;
}

/** Whether the vault's identity holds a role in a scope, and since when. */
function roleCheck({ id, grant, read, at }: RoleRead): DiskCheck {
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

/** What a Backup vault needs before it can restore a disk, in the order in which it is put right. Pure. */
export function diskChecksOf(reads: DiskReads, choices: DiskChoices): DiskCheck[] {
  return [
    identityCheck(reads),
    roleIn(reads, {
      id: 'target',
      role: 'diskRestoreOperator',
      read: reads.targetRoles,
      scope: targetGroupOf(choices),
    }),
    keyCheck(reads),
    roleIn(reads, {
      id: 'snapshotRole',
      role: 'diskSnapshotContributor',
      read: reads.snapshotRoles,
      scope: known(reads.instance)?.snapshotGroupId ?? null,
    }),
    snapshotsCheck(reads, choices),
    runningCheck(reads, choices),
  ];
}

/** When the youngest of the roles takes or took effect; null: none was given lately. */
export function latestCountsAt(checks: readonly DiskCheck[]): Instant | null {
  const all = checks.flatMap((one) => (one.countsAt === null ? [] : [one.countsAt]));
  return all.toSorted((a, b) => b - a)[0] ?? null;
}

function identityCheck({ vault }: DiskReads): DiskCheck {
  if (vault.state !== 'known') return unreadCheck('identity', vault);
  const { name, principalId } = vault.value;
  const at = vault.at ?? null;
  return principalId === null
    ? check('identity', 'failed', words.identity.missing(name), {
        at,
        remedies: [
          {
            kind: 'command',
            label: words.identity.command,
            command: identityCommand(vault.value),
          },
        ],
      })
    : check('identity', 'passed', words.identity.held(name), { at });
}

interface WantedRole {
  readonly id: DiskCheckId;
  readonly role: BuiltInRole;
  readonly read: Read<RoleAssignment[]>;
  /** Null: not known yet. */
  readonly scope: ResourceId | null;
}

function roleIn({ vault, at }: DiskReads, { id, role, read, scope }: WantedRole): DiskCheck {
  if (vault.state !== 'known') return unreadCheck(id, vault);
  const { principalId } = vault.value;
  if (principalId === null) return check(id, 'failed', words.role.noIdentity);
  if (scope === null) {
    return check(id, 'notChecked', id === 'target' ? words.role.noScope : words.waits);
  }
  return roleCheck({ id, grant: { role, scope, principalId }, read, at });
}

/** How Azure names the encryption of a disk without a customer-managed key. */
const ONLY_PLATFORM_KEY = 'EncryptionAtRestWithPlatformKey';

/** Only a disk under a customer-managed key needs it, alone or beside the platform's (rule disk.des.reader). */
function keyCheck(reads: DiskReads): DiskCheck {
  const { disk } = reads;
  if (disk.state !== 'known') return unreadCheck('key', disk);
  if (disk.value === null) return check('key', 'notChecked', words.key.gone);
  const { encryption, encryptionSetId } = disk.value;
  const at = disk.at ?? null;
  if (encryptionSetId === null) {
    // What Azure doesn't report has not passed.
    return encryption === ONLY_PLATFORM_KEY
      ? check('key', 'passed', words.key.notNeeded, { at })
      : check('key', 'notChecked', words.key.notTold, { at });
  }
  return roleIn(reads, {
    id: 'key',
    role: 'reader',
    read: reads.setRoles,
    scope: encryptionSetId,
  });
}

function snapshotsCheck(reads: DiskReads, choices: DiskChoices): DiskCheck {
  const { snapshots } = reads;
  const group = nameOf(known(reads.instance)?.snapshotGroupId ?? '');
  if (snapshots.state !== 'known') return unreadCheck('snapshots', snapshots);
  const at = snapshots.at ?? null;
  if (choices.point === null) return check('snapshots', 'notChecked', words.snapshots.noPoint);
  const { snapshotsInPlace } = diskFactsOf(reads, choices, 'none').bv ?? {};
  if (snapshotsInPlace === undefined) {
    return check('snapshots', 'notChecked', words.snapshots.unknown(group), { at });
  }
  return snapshotsInPlace
    ? check('snapshots', 'passed', words.snapshots.held(group), { at })
    : check('snapshots', 'failed', words.snapshots.missing(group), {
        at,
        remedies: [
          {
            kind: 'field',
            step: 'restore-point',
            field: 'point',
            label: words.snapshots.choose,
          },
        ],
      });
}

/** Whether a restore to the same disk is in progress already. */
export function runningCheck(reads: DiskReads, choices: DiskChoices): DiskCheck {
  const wanted = wantedDisk(reads, choices);
  if (wanted.parts.length === 0) return check('running', 'notChecked', words.running.noTarget);
  const { state, found, actions, remedies } = targetResult(wanted, diskTargetReads(reads), 'disk');
  const { runningRestores: ofVault } = reads;
  const at = ofVault.state === 'known' ? (ofVault.at ?? null) : null;
  return check('running', state, found, { at, actions: actions ?? [], remedies: remedies ?? [] });
}

/** Where a draft restores to; without parts while that is not chosen. */
export const wantedDisk = (reads: DiskReads, choices: DiskChoices): WantedTarget => ({
  parts: targetGroupOf(choices) === null ? [] : diskTargetOf(choices),
  source: known(reads.instance)?.friendlyName ?? null,
});

/** What tells which restores are in progress. */
export const diskTargetReads = ({
  runningRestores,
  otherRestores,
}: Pick<DiskReads, 'runningRestores' | 'otherRestores'>): TargetReads => ({
  ofVault: runningRestores,
  others: otherRestores,
});
