import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listTags } from '#src/api/resource-graph/query.ts';

const MACHINES = ['microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines'];

/** The tags that VMs have, to filter by. */
export const machineTagsQuery = () =>
  queryOptions({
    queryKey: ['machine tags'],
    queryFn: ({ signal }) => listTags(session(), MACHINES, signal),
  });
