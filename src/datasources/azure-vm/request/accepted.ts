import { pollOperation } from '#src/api/arm/operation.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/pipeline.ts';
import {
  acceptedByAzure,
  type AcceptedRestoreQuery,
  type RestoreEnd,
} from '#src/api/queries/restores.ts';
import { secondaryJobId } from '#src/model/jobs.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';

/** Follows an accepted restore of a virtual machine to its job. */
export const acceptedQuery = (request: AcceptedRequest): AcceptedRestoreQuery =>
  acceptedByAzure(request.operation, async (next, signal) => {
    const state = await pollOperation(session(), next, signal);
    return state.status === 'succeeded' ? started(request, state.jobId) : state;
  });

/** The state by what an answer tells: the name of the job alone. */
export function started(
  { instance, secondaryRegion: region }: Omit<AcceptedRequest, 'operation'>,
  jobName: string | null,
): RestoreEnd {
  const vaultId = vaultIdOf(instance);
  if (jobName === null || vaultId === null) return { status: 'started', jobId: null };
  const jobId =
    region === undefined
      ? `${vaultId}/backupJobs/${jobName}`
      : secondaryJobId({ vaultId, region }, jobName);
  return { status: 'started', jobId };
}
