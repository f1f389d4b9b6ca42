import { session } from '#src/api/arm/session.ts';
import { toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import { askForDiskJob } from '#src/api/data-protection/jobs/ops.ts';
import { type DiskJobWire, diskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import { toJobDetails } from '#src/api/recovery-services/jobs/map.ts';
import { askForJob } from '#src/api/recovery-services/jobs/ops.ts';
import { askForSecondaryJob, toSecondaryJob } from '#src/api/recovery-services/jobs/secondary.ts';
import { type JobWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { datasourceOf } from '#src/model/instance-list.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/secondary-job.ts';

/** Three services answer for jobs; which one does is told by a job's id. */

/** One job with its sub-tasks, read once. */
export async function readJob(id: ResourceId, signal: AbortSignal): Promise<JobDetails> {
  return jobFrom(id, await askFor(id, signal));
}

/** Asks for a job as its service answers it. */
export function askFor(id: ResourceId, signal: AbortSignal): Promise<JobWire | DiskJobWire> {
  if (datasourceOf(id) === 'disk') return askForDiskJob(session(), id, signal);
  const there = secondaryJobOf(id);
  return there === null
    ? askForJob(session(), id, signal)
    : askForSecondaryJob(session(), there.place, there.jobName, signal);
}

/** The shape of a job: Backup vaults have another than Recovery Services vaults. */
export const wireOf = (id: ResourceId) => (datasourceOf(id) === 'disk' ? diskJobWire : jobWire);

/** The job in an answer, by its id. @throws what is wrong with the shape of the answer. */
export function jobFrom(id: ResourceId, answer: unknown): JobDetails {
  if (datasourceOf(id) === 'disk') return toDiskJobDetails(diskJobWire.parse(answer));
  const there = secondaryJobOf(id);
  const wire = jobWire.parse(answer);
  return there === null ? toJobDetails(wire) : toSecondaryJob(there.place, wire);
}
