import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listRoleAssignments } from '#src/api/authorization.ts';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import { getBackupVault } from '#src/api/data-protection/vaults.ts';
import { findLooseDisks, findLooseInterfaces } from '#src/api/resource-graph/leftovers.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { isOfRole, type RoleAssignment } from '#src/model/roles.ts';

/** What restores may have left over, by Azure's lists. */

/** The disks of no VM in all readable subscriptions. */
export const looseDisksQuery = () =>
  queryOptions({
    queryKey: ['loose disks'],
    queryFn: ({ signal }) => findLooseDisks(session(), signal),
  });

/** The NICs of no VM in all readable subscriptions. */
export const looseInterfacesQuery = () =>
  queryOptions({
    queryKey: ['loose NICs'],
    queryFn: ({ signal }) => findLooseInterfaces(session(), signal),
  });

/** Whose roles are read: an identity's, or those of the Backup vault that a job is of. */
export type RoleHolder = { readonly principalId: string } | { readonly jobId: ResourceId };

export interface HeldRoles {
  readonly scope: ResourceId;
  /** Empty: the vault has no identity. */
  readonly principalId: string;
  readonly held: readonly RoleAssignment[];
}

/** The assignments of the role that restores of disks need, in a scope and above it. */
export const restoreRolesQuery = (scope: ResourceId, holder: RoleHolder) =>
  queryOptions({
    queryKey: ['restore roles', scope.toLowerCase(), holder],
    queryFn: async ({ signal }): Promise<HeldRoles> => {
      const arm = session();
      const principalId =
        'principalId' in holder
          ? holder.principalId
          : (await getBackupVault(arm, resourceId(backupVaultIdOf(holder.jobId) ?? ''), signal))
              .principalId;
      const all =
        principalId === null ? [] : await listRoleAssignments(arm, scope, principalId, signal);
      return {
        scope,
        principalId: principalId ?? '',
        held: all.filter(isOfRole('diskRestoreOperator')),
      };
    },
  });
