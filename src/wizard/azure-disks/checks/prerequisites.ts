import type { Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { BuiltInRole, RoleAssignment } from '#src/model/role-assignment.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import {
  line,
  type Prerequisite,
  type PrerequisiteId,
  unreadLine,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { roleLine } from '#src/wizard/azure-disks/checks/role-line.ts';
import { identityCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import { runningLine } from '#src/wizard/azure-disks/checks/running-line.ts';
import { diskFacts } from '#src/wizard/azure-disks/facts.ts';
import { targetGroupOf } from '#src/wizard/azure-disks/queries.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const words = diskChecks.prerequisites;

/** What a Backup vault needs before it can restore a disk, in the order in which it is put right. Pure. */
export function prerequisitesOf(reads: DiskReads, choices: DraftChoices): Prerequisite[] {
  return [
    identityLine(reads),
    roleIn(reads, {
      id: 'target',
      role: 'diskRestoreOperator',
      read: reads.targetRoles,
      scope: targetGroupOf(choices),
    }),
    keyLine(reads),
    roleIn(reads, {
      id: 'snapshotRole',
      role: 'diskSnapshotContributor',
      read: reads.snapshotRoles,
      scope: known(reads.instance)?.snapshotGroupId ?? null,
    }),
    snapshotsLine(reads, choices),
    runningLine(reads, choices),
  ];
}

/** When the youngest of the roles counts, or has begun to; null: none was given lately. */
export function countsAt(prerequisites: readonly Prerequisite[]): Instant | null {
  const all = prerequisites.flatMap((one) => (one.countsAt === null ? [] : [one.countsAt]));
  return all.toSorted((a, b) => b - a)[0] ?? null;
}

function identityLine({ vault }: DiskReads): Prerequisite {
  if (vault.state !== 'known') return unreadLine('identity', vault, words);
  const { name, principalId } = vault.value;
  const at = vault.at ?? null;
  return principalId === null
    ? line('identity', 'missing', words.identity.missing(name), {
        at,
        command: { label: words.identity.command, text: identityCommand(vault.value) },
      })
    : line('identity', 'held', words.identity.held(name), { at });
}

interface RoleAsked {
  readonly id: PrerequisiteId;
  readonly role: BuiltInRole;
  readonly read: Read<RoleAssignment[]>;
  /** Null: not known yet. */
  readonly scope: ResourceId | null;
}

function roleIn({ vault, at }: DiskReads, { id, role, read, scope }: RoleAsked): Prerequisite {
  if (vault.state !== 'known') return unreadLine(id, vault, words);
  const { principalId } = vault.value;
  if (principalId === null) return line(id, 'missing', words.role.noIdentity);
  if (scope === null) {
    return line(id, 'notChecked', id === 'target' ? words.role.noScope : words.waits);
  }
  return roleLine({ id, grant: { role, scope, principalId }, read, at });
}

/** How Azure names the encryption of a disk that is under no customer's key. */
const ONLY_PLATFORM_KEY = 'EncryptionAtRestWithPlatformKey';

/** Only a disk under a customer's key asks for it, alone or beside the platform's (rule disk.des.reader). */
function keyLine(reads: DiskReads): Prerequisite {
  const { disk } = reads;
  if (disk.state !== 'known') return unreadLine('key', disk, words);
  if (disk.value === null) return line('key', 'notChecked', words.key.gone);
  const { encryption, encryptionSetId } = disk.value;
  const at = disk.at ?? null;
  if (encryptionSetId === null) {
    // What Azure does not tell has not passed.
    return encryption === ONLY_PLATFORM_KEY
      ? line('key', 'held', words.key.notNeeded, { at })
      : line('key', 'notChecked', words.key.notTold, { at });
  }
  return roleIn(reads, {
    id: 'key',
    role: 'reader',
    read: reads.setRoles,
    scope: encryptionSetId,
  });
}

function snapshotsLine(reads: DiskReads, choices: DraftChoices): Prerequisite {
  const { snapshots } = reads;
  const group = nameOf(known(reads.instance)?.snapshotGroupId ?? '');
  if (snapshots.state !== 'known') return unreadLine('snapshots', snapshots, words);
  const at = snapshots.at ?? null;
  if (choices.point === null) return line('snapshots', 'notChecked', words.snapshots.noPoint);
  const { snapshotsInPlace } = diskFacts(reads, choices, 'none').bv ?? {};
  if (snapshotsInPlace === undefined) {
    return line('snapshots', 'notChecked', words.snapshots.unknown(group), { at });
  }
  return snapshotsInPlace
    ? line('snapshots', 'held', words.snapshots.held(group), { at })
    : line('snapshots', 'missing', words.snapshots.missing(group), { at });
}
