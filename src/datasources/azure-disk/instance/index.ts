import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { warm } from '#src/api/queries/query.ts';
import { KnownDisk } from '#src/datasources/azure-disk/instance/KnownDisk.tsx';
import type { InstancePageOf } from '#src/datasources/pages.ts';

/** The page of a protected disk. */
export const instancePage: InstancePageOf = {
  warm: (queries, id) => {
    warm(queries, diskInstanceQuery(id));
    warm(queries, diskPointsQuery(id));
  },
  Page: KnownDisk,
};
