import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toJob, toJobDetails } from '#src/api/recovery-services/jobs/map.ts';
import { jobPageWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** The jobs of a vault in its secondary region (azure-contract §9). Their ids do not name the vault. */

/** A vault, and its secondary region. */
export interface SecondaryPlace {
  readonly vaultId: ResourceId;
  readonly region: string;
}

/** The restores there: `POST {L}/backupCrrJobs` (2023-01-15). */
export async function listSecondaryJobs(
  arm: ArmPipelines,
  place: SecondaryPlace,
  signal?: AbortSignal,
): Promise<Job[]> {
  const { vaultId } = place;
  const url = urlOf(place, 'backupCrrJobs');
  const question = { method: 'POST', url, body: { resourceId: vaultId } } as const;
  const jobs = await wholeList(arm, jobPageWire, question, signal);
  return jobs.map((job) => ({ ...toJob(job), vaultName: nameOf(vaultId) }));
}

/** One of them with its sub-tasks: `POST {L}/backupCrrJob` (2023-01-15). */
export async function getSecondaryJob(
  arm: ArmPipelines,
  place: SecondaryPlace,
  jobName: string,
  signal?: AbortSignal,
): Promise<JobDetails> {
  const { vaultId } = place;
  const body = { resourceId: vaultId, jobName };
  const url = urlOf(place, 'backupCrrJob');
  const job = await sendFor(arm, jobWire, { method: 'POST', url, body, signal });
  return { ...toJobDetails(job), vaultName: nameOf(vaultId) };
}

function urlOf({ vaultId, region }: SecondaryPlace, question: string): string {
  const { subscriptionId = '' } = parseResourceId(vaultId) ?? {};
  const location = `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
  return `${location}/${question}?api-version=${SECONDARY_API_VERSION}`;
}
