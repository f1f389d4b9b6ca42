import type { SourceDisk } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import { prerequisites as words } from '#src/strings/disk-checks.ts';
import { identityCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import {
  type NeededRole,
  type Prerequisite,
  type PrerequisiteId,
  told,
  unread,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { roleHeld } from '#src/wizard/azure-disks/checks/roles.ts';
import { snapshotsThere } from '#src/wizard/azure-disks/checks/snapshots.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What the prerequisites are judged by. `reads.at` is the moment at which they are. */
export interface Asked {
  readonly reads: DiskReads;
  readonly choices: Pick<DraftChoices, 'subscription' | 'rg' | 'rgIsNew' | 'point'>;
}

/** How all that a restore of a disk requires stands (document 002, Restore to create a new disk). */
export function prerequisitesOf(asked: Asked): readonly Prerequisite[] {
  const { reads } = asked;
  const reader = keyReader(asked);
  return [
    identity(reads),
    targetRole(asked),
    ...(reader === null ? [] : [reader]),
    snapshotRoles(asked),
    snapshots(asked),
  ];
}

/** The group that the restore goes to; null: none is chosen, or it is still to be made. */
export function targetGroup({ subscription, rg, rgIsNew }: Asked['choices']): ResourceId | null {
  if (subscription === null || rg === null || rgIsNew) return null;
  return resourceId(`/subscriptions/${subscription}/resourceGroups/${rg}`);
}

/** Whether a disk is under a customer's key, alone or beside the platform's. */
export function isCustomerKeyed({ encryption, encryptionSetId }: SourceDisk): boolean {
  return encryptionSetId !== null || /CustomerKey/i.test(encryption ?? '');
}

function identity({ vault }: DiskReads): Prerequisite {
  if (vault.state !== 'known') {
    return unread('identity', vault, { what: words.reads.vault, waits: words.waits.reads });
  }
  const { id, name, principalId } = vault.value;
  const at = vault.at ?? null;
  return principalId === null
    ? told({
        id: 'identity',
        state: 'refused',
        found: words.identity.none(name),
        at,
        command: { label: words.identity.command, text: identityCommand(id) },
      })
    : told({ id: 'identity', state: 'done', found: words.identity.found(name, principalId), at });
}

/** A role in a scope, by what was read of it. */
interface RoleAsked {
  readonly role: NeededRole['role'];
  readonly scope: ResourceId;
  readonly assignments: Read<RoleAssignment[]>;
  readonly what: string;
}

function roleIn(
  id: PrerequisiteId,
  { vault, at: now }: DiskReads,
  { role, scope, assignments, what }: RoleAsked,
): Prerequisite {
  if (vault.state !== 'known') return notChecked(id, words.waits.reads);
  const { principalId } = vault.value;
  if (principalId === null) return notChecked(id, words.waits.identity);
  if (assignments.state !== 'known') {
    return unread(id, assignments, { what, waits: words.waits.reads });
  }
  const needed = { role, scope, principalId };
  const at = assignments.at ?? null;
  return roleHeld(id, { needed, assignments: assignments.value, now, at });
}

const notChecked = (id: PrerequisiteId, found: string): Prerequisite =>
  told({ id, state: 'notChecked', found });

function targetRole({ reads, choices }: Asked): Prerequisite {
  const scope = targetGroup(choices);
  if (scope === null) {
    return notChecked('targetRole', choices.rgIsNew ? words.waits.newGroup : words.waits.target);
  }
  return roleIn('targetRole', reads, {
    role: 'diskRestoreOperator',
    scope,
    assignments: reads.targetRoles,
    what: words.reads.targetRole,
  });
}

/** Null where the disk is under no customer's key: then nothing has to be read. */
function keyReader({ reads }: Asked): Prerequisite | null {
  const { disk } = reads;
  if (disk.state !== 'known') {
    return unread('keyReader', disk, { what: words.reads.disk, waits: words.waits.reads });
  }
  const at = disk.at ?? null;
  if (disk.value === null) {
    return told({ id: 'keyReader', state: 'notChecked', found: words.role.diskGone, at });
  }
  const { encryption, encryptionSetId: scope } = disk.value;
  if (encryption === null && scope === null) {
    return told({ id: 'keyReader', state: 'notChecked', found: words.role.noEncryption, at });
  }
  if (!isCustomerKeyed(disk.value)) return null;
  if (scope === null) {
    return told({ id: 'keyReader', state: 'notChecked', found: words.role.noSet, at });
  }
  return roleIn('keyReader', reads, {
    role: 'reader',
    scope,
    assignments: reads.setRoles,
    what: words.reads.keyReader,
  });
}

function snapshotRoles({ reads }: Asked): Prerequisite {
  const { instance } = reads;
  if (instance.state !== 'known') {
    const what = words.reads.instance;
    return unread('snapshotRoles', instance, { what, waits: words.waits.reads });
  }
  const scope = instance.value.snapshotGroupId;
  if (scope === null) return notChecked('snapshotRoles', words.role.noGroup);
  return roleIn('snapshotRoles', reads, {
    role: 'diskSnapshotContributor',
    scope,
    assignments: reads.snapshotRoles,
    what: words.reads.snapshotRoles,
  });
}

function snapshots({ reads, choices }: Asked): Prerequisite {
  const { instance, points, snapshots: read } = reads;
  const waits = words.waits.reads;
  if (instance.state !== 'known') {
    return unread('snapshots', instance, { what: words.reads.instance, waits });
  }
  const { sourceDiskId, snapshotGroupId: group } = instance.value;
  if (group === null) return notChecked('snapshots', words.role.noGroup);
  if (isGone(read)) {
    const found = words.snapshots.groupGone(nameOf(group));
    return told({ id: 'snapshots', state: 'refused', found });
  }
  if (read.state !== 'known') {
    return unread('snapshots', read, { what: words.reads.snapshots, waits });
  }
  if (points.state !== 'known') {
    return unread('snapshots', points, { what: words.reads.points, waits });
  }
  const point = points.value.find(({ name }) => name === choices.point);
  if (point === undefined) return notChecked('snapshots', words.waits.point);
  const at = read.at ?? null;
  return snapshotsThere({ sourceDiskId, group, snapshots: read.value, point, at });
}

/** Azure has no such group. */
const isGone = (read: Read<unknown>): boolean =>
  read.state === 'failed' && read.trouble?.problem.kind === 'notFound';
