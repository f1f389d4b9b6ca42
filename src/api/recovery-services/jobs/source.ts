import { session } from '#src/api/arm/session.ts';
import { vaultJobFrom } from '#src/api/recovery-services/jobs/map.ts';
import { askForJob } from '#src/api/recovery-services/jobs/ops.ts';
import { askForSecondaryJob } from '#src/api/recovery-services/jobs/secondary.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/secondary-job.ts';

/** Jobs of Recovery Services vaults: two services answer, one for the secondary regions. */
export const vaultJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => {
    const there = secondaryJobOf(id);
    return there === null
      ? askForJob(session(), id, signal)
      : askForSecondaryJob(session(), there.place, there.jobName, signal);
  },
  jobFrom: vaultJobFrom,
  recent: null,
};
