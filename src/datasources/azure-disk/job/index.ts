import { diskStepTexts } from '#src/datasources/azure-disk/checks/steps.ts';
import { DiskJob } from '#src/datasources/azure-disk/job/DiskJob.tsx';
import type { JobSpec } from '#src/datasources/job.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';

/** Jobs of Backup vaults. */
export const diskJob: JobSpec = {
  Job: DiskJob,
  instanceOf: async (job) => (isDiskJob(job) && job.instanceId !== '' ? job.instanceId : null),
  stepText: (id) => diskStepTexts.get(id) ?? null,
  choicesOf: () => ({ datasource: 'azure-disk' }),
};
