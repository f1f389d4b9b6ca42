import type { QueryClient } from '@tanstack/react-query';
import { instancePages } from '#src/api/queries/instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { warm } from '#src/api/queries/warm.ts';
import {
  type InstancesSearch,
  instancesSearch,
  instancesWanted,
} from '#src/pages/instances/search.ts';

/** The list of all protected machines. */
export const instances = {
  path: '/instances',
  search: instancesSearch,
  load: (queries: QueryClient, search: InstancesSearch) => {
    const { filter, order, isSecondary } = instancesWanted(search);
    if (!isSecondary) warm(queries, pageQuery(instancePages(filter, order), 0));
  },
} as const;
