import { commvaultPointsQuery, commvaultVmQuery } from '#src/api/commvault/vms.ts';
import { warm } from '#src/api/queries/query.ts';
import { VmPage } from '#src/datasources/commvault-vm/instance/VmPage.tsx';
import type { InstancePageOf } from '#src/datasources/pages.ts';

/** The page of a VM that Commvault protects. */
export const instancePage: InstancePageOf = {
  warm: (queries, id) => {
    warm(queries, commvaultVmQuery(id));
    warm(queries, commvaultPointsQuery(id));
  },
  Page: VmPage,
};
