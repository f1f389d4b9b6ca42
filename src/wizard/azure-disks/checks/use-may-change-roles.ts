import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { allows } from '#src/model/permission.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { groupOf } from '#src/wizard/draft/grant-scopes.ts';

/** Whether the person may assign or revoke roles; `unread`: Azure did not say. */
export type MayChange = 'yes' | 'no' | 'reading' | 'unread';

/**
 * Whether the person may give (`write`) or take (`delete`) roles in a scope. Of a resource in a group
 * the rights in its group are asked for, which hold for it too.
 */
export function useMayChangeRoles(scope: ResourceId | null, way: 'write' | 'delete'): MayChange {
  const asked = scope === null ? resourceId('') : (groupOf(scope) ?? scope);
  const { data, isError } = useQuery({ ...permissionsQuery(asked), enabled: scope !== null });
  if (data !== undefined) {
    return allows(data, `Microsoft.Authorization/roleAssignments/${way}`) ? 'yes' : 'no';
  }
  return isError ? 'unread' : 'reading';
}
