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
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What was read already, on which the other reads hang. */
export interface SourceKnown {
  readonly instance: DiskBackupInstance | undefined;
  readonly vault: BackupVault | undefined;
  readonly disk: SourceDisk | null | undefined;
}

const nowhere = resourceId('');

/** The target group's id; null while it is not chosen. */
export function targetGroupOf({ subscription, rg }: DraftChoices): ResourceId | null {
  return subscription === null || rg === null ? null : resourceGroupId(subscription, rg);
}

/** What the restore of a disk asks Azure, each enabled once what it hangs on is known. */
export function diskQueries(choices: DraftChoices, { instance, vault, disk }: SourceKnown) {
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
    disk: { ...foundDiskQuery(instance?.sourceDiskId ?? nowhere), enabled: isRead },
    machineBackup: {
      ...protectedMachineQuery(disk?.machineId ?? nowhere),
      enabled: typeof disk?.machineId === 'string',
    },
    subscriptions: subscriptionsQuery(),
    groups: {
      ...resourceGroupsQuery(choices.subscription ?? ''),
      enabled: choices.subscription !== null,
    },
    diskNames: { ...diskNamesQuery(group ?? nowhere), enabled: group !== null },
    snapshots: { ...snapshotsQuery(snapshotGroup ?? nowhere), enabled: snapshotGroup !== null },
    targetRoles: rolesIn(group),
    snapshotRoles: rolesIn(snapshotGroup),
    setRoles: rolesIn(disk?.encryptionSetId ?? null),
    // Asked once there is a target that another restore could have, too.
    runningRestores: {
      ...runningDiskRestoresQuery(instance?.vaultId ?? nowhere),
      enabled: isRead && group !== null && choices.diskName !== null,
    },
    permissions: { ...permissionsQuery(group ?? nowhere), enabled: group !== null },
  };
}
