import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { sendFor } from '#src/api/arm/send.ts';
import {
  inPlace,
  jobPageWire,
  jobsFilter,
  type JobsWanted,
  jobWire,
  type JobWire,
  toJob,
  toJobDetails,
} from '#src/api/recovery-services/jobs.ts';
import { SECONDARY_API_VERSION } from '#src/api/versions.ts';
import type { Job, JobDetails, SecondaryPlace } from '#src/model/jobs.ts';

/** The jobs of a vault in its secondary region (azure-contract §9). */

/** The restores there, all or those that are wanted: `POST {L}/backupCrrJobs` (2023-01-15). */
export async function listSecondaryJobs(
  arm: ArmPipelines,
  place: SecondaryPlace,
  wanted: JobsWanted = {},
  signal?: AbortSignal,
): Promise<Job[]> {
  const { vaultId } = place;
  const url = `${urlOf(place, 'backupCrrJobs')}&$filter=${jobsFilter(wanted)}`;
  const question = { method: 'POST', url, body: { resourceId: vaultId } } as const;
  const jobs = await wholeList(arm, jobPageWire, question, signal);
  return jobs.map((job) => inPlace(place, toJob(job)));
}

/** Reads one of them with its subtasks: `POST {L}/backupCrrJob` (2023-01-15). */
export async function getSecondaryJob(
  arm: ArmPipelines,
  place: SecondaryPlace,
  jobName: string,
  signal?: AbortSignal,
): Promise<JobDetails> {
  return inPlace(place, toJobDetails(await askForSecondaryJob(arm, place, jobName, signal)));
}

/** The same as Azure answers it. */
export async function askForSecondaryJob(
  arm: ArmPipelines,
  place: SecondaryPlace,
  jobName: string,
  signal?: AbortSignal,
): Promise<JobWire> {
  const { vaultId } = place;
  const body = { resourceId: vaultId, jobName };
  const url = urlOf(place, 'backupCrrJob');
  return sendFor(arm, jobWire, { method: 'POST', url, body, signal });
}

function urlOf({ vaultId, region }: SecondaryPlace, question: string): string {
  const { subscriptionId = '' } = parseResourceId(vaultId) ?? {};
  const location = `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
  return `${location}/${question}?api-version=${SECONDARY_API_VERSION}`;
}
