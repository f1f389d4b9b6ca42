import { targetOf } from '#src/datasources/azure-disk/disk-name.ts';
import type { Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { BuiltInRole, RoleAssignment } from '#src/model/roles.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import {
  check,
  type DiskCheck,
  type DiskCheckId,
  unreadCheck,
} from '#src/datasources/azure-disk/checks/check.ts';
import { identityCommand } from '#src/datasources/azure-disk/checks/commands.ts';
import { roleCheck } from '#src/datasources/azure-disk/checks/role-check.ts';
import { diskFacts } from '#src/datasources/azure-disk/facts.ts';
import { type DiskReads, targetGroupOf } from '#src/datasources/azure-disk/reads.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { type TargetReads, targetResult } from '#src/wizard/review/target-check.ts';

const words = diskChecks.prerequisites;

/** What a Backup vault needs before it can restore a disk, in the order in which it is put right. Pure. */
export function checksOf(reads: DiskReads, choices: DiskChoices): DiskCheck[] {
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
  const { snapshotsInPlace } = diskFacts(reads, choices, 'none').bv ?? {};
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
  const wanted = wantedTarget(reads, choices);
  if (wanted.parts.length === 0) return check('running', 'notChecked', words.running.noTarget);
  const { state, found, remedies } = targetResult(wanted, targetReads(reads), 'disk');
  const { runningRestores: ofVault } = reads;
  const at = ofVault.state === 'known' ? (ofVault.at ?? null) : null;
  return check('running', state, found, { at, remedies: remedies ?? [] });
}

/** Where a draft restores to; without parts while that is not chosen. */
export const wantedTarget = (reads: DiskReads, choices: DiskChoices): WantedTarget => ({
  parts: targetGroupOf(choices) === null ? [] : targetOf(choices),
  source: known(reads.instance)?.friendlyName ?? null,
});

/** What tells which restores are in progress. */
export const targetReads = ({
  runningRestores,
  otherRestores,
}: Pick<DiskReads, 'runningRestores' | 'otherRestores'>): TargetReads => ({
  ofVault: runningRestores,
  others: otherRestores,
});
