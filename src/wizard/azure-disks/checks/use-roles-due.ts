import { useQuery } from '@tanstack/react-query';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import {
  backupVaultQuery,
  diskInstanceQuery,
  foundDiskQuery,
} from '#src/api/queries/disk-instances.ts';
import { roleAssignmentsQuery } from '#src/api/queries/role-assignments.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { BuiltInRole } from '#src/model/role-assignment.ts';
import { countsFrom } from '#src/wizard/azure-disks/checks/roles.ts';
import { groupOf } from '#src/wizard/draft/grant-scopes.ts';

const nowhere = resourceId('');

/**
 * From when on all roles count that the vault's identity holds for a restore, the newest last; null
 * where Azure tells of none since when it is held. Read by the queries that the wizard has read.
 */
export function useRolesDue(restore: DiskRestore | null): Instant | null {
  const vaultId = backupVaultIdOf(restore?.instanceId ?? '');
  const isAsked = restore !== null;
  const vault = useQuery({ ...backupVaultQuery(vaultId ?? nowhere), enabled: vaultId !== null });
  const instance = useQuery({
    ...diskInstanceQuery(restore?.instanceId ?? nowhere),
    enabled: isAsked,
  });
  const disk = useQuery({ ...foundDiskQuery(restore?.sourceDiskId ?? nowhere), enabled: isAsked });
  const principal = vault.data?.principalId ?? null;
  const times = [
    useRoleDue(groupOf(restore?.targetDiskId ?? ''), principal, 'diskRestoreOperator'),
    useRoleDue(instance.data?.snapshotGroupId ?? null, principal, 'diskSnapshotContributor'),
    useRoleDue(disk.data?.encryptionSetId ?? null, principal, 'reader'),
  ].filter((time) => time !== null);
  return times.length === 0 ? null : instant(Math.max(...times));
}

function useRoleDue(
  scope: ResourceId | null,
  principal: string | null,
  role: BuiltInRole,
): Instant | null {
  const { data } = useQuery({
    ...roleAssignmentsQuery(scope ?? nowhere, principal ?? ''),
    enabled: scope !== null && principal !== null,
  });
  return data === undefined ? null : countsFrom(data, role);
}
