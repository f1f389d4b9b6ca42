import type { QueryClient } from '@tanstack/react-query';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { instanceQuery, pointsQuery } from '#src/api/queries/instances.ts';
import { warm } from '#src/api/queries/warm.ts';
import { type InstanceSearch, instanceSearch } from '#src/pages/instance/search.ts';

/** One protected machine. */
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
    warm(queries, instanceQuery(id));
    warm(queries, pointsQuery(id, view === 'secondary'));
  },
} as const;
