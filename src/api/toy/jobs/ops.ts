import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { type ToyJob, toToyJob } from '#src/api/toy/jobs/map.ts';
import { jobsWire, jobWire, type ToyJobWire } from '#src/api/toy/jobs/wire.ts';

/** All jobs of the shelf, the oldest first. @throws ArmError as every read. */
export async function listToyJobs(
  shelf: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly ToyJob[]> {
  const { jobs } = await sendFor(shelf, jobsWire, { method: 'GET', url: '/jobs', signal });
  return jobs.map(toToyJob);
}

/** The answer to a request for a job by its number. @throws ArmError as every read. */
export async function askForToyJob(
  shelf: ArmPipelines,
  number: number,
  signal?: AbortSignal,
): Promise<ToyJobWire> {
  return sendFor(shelf, jobWire, { method: 'GET', url: `/jobs/${number}`, signal });
}
