import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listDisksOfGroup } from '#src/api/compute/disks.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The names of the managed disks of a resource group: those that a new one cannot have. */
export const diskNamesQuery = (groupId: ResourceId) =>
  queryOptions({
    queryKey: ['disk names', groupId.toLowerCase()],
    queryFn: async ({ signal }) =>
      (await listDisksOfGroup(session(), groupId, signal)).map(({ name }) => name),
  });
