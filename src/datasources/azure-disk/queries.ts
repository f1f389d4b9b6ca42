import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { protectedMachineQuery } from '#src/api/queries/both-ways.ts';
import {
  backupVaultQuery,
  diskInstanceQuery,
  diskPointsQuery,
  foundDiskQuery,
  snapshotsQuery,
} from '#src/api/queries/disk-instances.ts';
import { diskNamesQuery } from '#src/api/queries/disk-names.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { roleAssignmentsQuery } from '#src/api/queries/role-assignments.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { resourceGroupsQuery, subscriptionsQuery } from '#src/api/queries/targets.ts';
import type { BackupVault, DiskBackupInstance, SourceDisk } from '#src/model/data-protection.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** What was read already, which the other reads depend on. */
export interface SourceKnown {
  readonly instance: DiskBackupInstance | undefined;
  readonly vault: BackupVault | undefined;
  readonly disk: SourceDisk | null | undefined;
}

/** What decides where the new disk goes, and which instance it is of. */
interface QueryChoices {
  readonly instance: string | null;
  readonly subscription: string | null;
  readonly rg: string | null;
  readonly diskName: string | null;
}

const nowhere = resourceId('');

/** The target group's id; null while it is not chosen. */
export function targetGroupOf({
  subscription,
  rg,
}: Pick<QueryChoices, 'subscription' | 'rg'>): ResourceId | null {
  return subscription === null || rg === null ? null : resourceGroupId(subscription, rg);
}

/** What the restore of a disk reads, each enabled once what it depends on is known. */
export function diskQueries(choices: QueryChoices, { instance, vault, disk }: SourceKnown) {
  const id = resourceId(choices.instance ?? '');
  const isChosen = choices.instance !== null;
  const isRead = instance !== undefined;
  const group = targetGroupOf(choices);
  const snapshotGroup = instance?.snapshotGroupId ?? null;
  const principal = vault?.principalId ?? null;
  const rolesIn = (scope: ResourceId | null) => ({
    ...roleAssignmentsQuery(scope ?? nowhere, principal ?? ''),
    enabled: scope !== null && principal !== null,
  });
  return {
    instance: { ...diskInstanceQuery(id), enabled: isChosen },
    points: { ...diskPointsQuery(id), enabled: isChosen },
    vault: { ...backupVaultQuery(instance?.vaultId ?? nowhere), enabled: isRead },
    // The disk that was backed up; null: it is gone.
    disk: { ...foundDiskQuery(instance?.sourceDiskId ?? nowhere), enabled: isRead },
    // The backup of the machine that the disk is attached to; null: no Recovery Services vault has one.
    machineBackup: {
      ...protectedMachineQuery(disk?.machineId ?? nowhere),
      enabled: typeof disk?.machineId === 'string',
    },
    subscriptions: subscriptionsQuery(),
    groups: {
      ...resourceGroupsQuery(choices.subscription ?? ''),
      enabled: choices.subscription !== null,
    },
    // Names of the disks that the target group has.
    diskNames: { ...diskNamesQuery(group ?? nowhere), enabled: group !== null },
    // The snapshots in the group that the backup instance names.
    snapshots: { ...snapshotsQuery(snapshotGroup ?? nowhere), enabled: snapshotGroup !== null },
    // What the vault's identity was given: in the target group, the snapshot group, on the key's set.
    targetRoles: rolesIn(group),
    snapshotRoles: rolesIn(snapshotGroup),
    setRoles: rolesIn(disk?.encryptionSetId ?? null),
    // The restores of the vault in progress, read once there is a target that another could have, too.
    runningRestores: {
      ...runningDiskRestoresQuery(instance?.vaultId ?? nowhere),
      enabled: isRead && group !== null && choices.diskName !== null,
    },
    // What the person may do in the target group: whether a role can be granted from here.
    permissions: { ...permissionsQuery(group ?? nowhere), enabled: group !== null },
  };
}
