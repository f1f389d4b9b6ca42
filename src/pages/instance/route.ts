import type { QueryClient } from '@tanstack/react-query';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { instanceQuery, pointsQuery } from '#src/api/queries/instances.ts';
import { warm } from '#src/api/queries/warm.ts';
import { datasourceOf } from '#src/model/instance-list.ts';
import { type InstanceSearch, instanceSearch } from '#src/pages/instance/search.ts';

/** One protected machine or disk. */
export const instance = {
  path: '/instances/$instanceId',
  search: instanceSearch,
  load: (
    queries: QueryClient,
    { instanceId }: { readonly instanceId: string },
    { view }: InstanceSearch,
  ) => {
    const id = instanceFromAddress(instanceId);
    if (id === null) return;
    if (datasourceOf(id) === 'disk') {
      warm(queries, diskInstanceQuery(id));
      warm(queries, diskPointsQuery(id));
      return;
    }
    warm(queries, instanceQuery(id));
    warm(queries, pointsQuery(id, view === 'secondary'));
  },
} as const;
