import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { listPermissions } from '#src/api/authorization/permissions/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What the person may do in a scope. */
export const permissionsQuery = (scope: ResourceId) =>
  queryOptions({
    queryKey: ['permissions', scope.toLowerCase()],
    queryFn: ({ signal }) => listPermissions(session(), scope, signal),
  });
