import type { QueryClient } from '@tanstack/react-query';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { instancePages } from '#src/api/queries/instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { warm } from '#src/api/queries/warm.ts';
import { disksWanted, isDisksOnly } from '#src/pages/instances/disks/wanted.ts';
import {
  type InstancesSearch,
  instancesSearch,
  instancesWanted,
} from '#src/pages/instances/search.ts';

/** The list of all protected machines, or disks. */
export const instances = {
  path: '/instances',
  search: instancesSearch,
  load: (queries: QueryClient, search: InstancesSearch) => {
    const wanted = instancesWanted(search);
    const { filter, order, isSecondary } = wanted;
    if (isSecondary) return;
    if (isDisksOnly(filter)) {
      const disks = disksWanted(wanted);
      warm(queries, pageQuery(diskInstancePages(disks.filter, disks.order), 0));
    } else warm(queries, pageQuery(instancePages(filter, order), 0));
  },
} as const;
