import { DiskJob } from '#src/datasources/azure-disk/job/DiskJob.tsx';
import type { JobSpec } from '#src/datasources/job.ts';
import { isDiskJob } from '#src/model/data-protection.ts';

/** Jobs of Backup vaults. */
export const diskJob: JobSpec = {
  Job: DiskJob,
  instanceOf: async (job) => (isDiskJob(job) && job.instanceId !== '' ? job.instanceId : null),
  choicesOf: () => ({ datasource: 'azure-disk' }),
};
