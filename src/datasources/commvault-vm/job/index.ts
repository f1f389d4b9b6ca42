import { commvaultVmId } from '#src/api/commvault/home.ts';
import { isCommvaultJob } from '#src/api/commvault/jobs.ts';
import { CommvaultJob } from '#src/datasources/commvault-vm/job/CommvaultJob.tsx';
import { LastSeen } from '#src/datasources/commvault-vm/job/LastSeen.tsx';
import { stepText } from '#src/datasources/commvault-vm/job/steps.ts';
import type { JobSpec } from '#src/datasources/job.ts';

/** Jobs of CommServes. */
export const commvaultJob: JobSpec = {
  Job: CommvaultJob,
  Unread: LastSeen,
  instanceOf: async (job) =>
    isCommvaultJob(job) && job.task.guid !== null
      ? commvaultVmId(job.vaultName, job.task.guid)
      : null,
  choicesOf: () => ({ datasource: 'commvault-vm' }),
  stepText,
};
