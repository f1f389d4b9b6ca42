import { instances } from '#src/datasources/commvault-vm/lists/instances.tsx';
import { jobs } from '#src/datasources/commvault-vm/lists/jobs.tsx';
import { anyList, type DatasourceLists } from '#src/datasources/list.ts';

/** The lists of VMs and jobs of a CommServe. */
export const lists: DatasourceLists = {
  instances: { list: anyList(instances) },
  jobs: anyList(jobs),
};
