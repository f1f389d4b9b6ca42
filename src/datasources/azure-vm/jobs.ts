import { pollOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import {
  acceptedByAzure,
  type AcceptedRestoreQuery,
  type LostSearchQuery,
  type RestoreEnd,
  restoreSearchQuery,
} from '#src/api/queries/restores.ts';
import type { PlaceOfJobs, RestoreSearch } from '#src/api/recovery-services/lost-jobs.ts';
import { machineOfInstance, vmChoices } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { AcceptedRequest, WayToJob } from '#src/datasources/datasource.ts';
import { secondaryJobId } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Attempt, Draft } from '#src/wizard/draft/schema.ts';
import { sentChoicesOf } from '#src/wizard/draft/sent.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/follow.ts';

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

/** In which list the job of a machine's restore will be. */
export function placeOfJobs(
  { instance }: VmChoices,
  { secondaryRegion }: Pick<Attempt, 'secondaryRegion'>,
): PlaceOfJobs {
  return { vaultId: resourceId(vaultIdOf(instance ?? '') ?? ''), secondaryRegion };
}

/** What is known of a VM's restore whose job is missing, from the request that was sent. */
export function searchOf(draft: Draft, attempt: LookedFor): RestoreSearch {
  const sent = vmChoices(sentChoicesOf(draft));
  const kind = sent.option ?? 'restoreDisks';
  return {
    ...placeOfJobs(sent, attempt),
    ...pressOf(attempt),
    itemName: machineOfInstance(sent.instance) ?? '',
    kind,
    targetMachine: kind === 'createVm' ? sent.vmName : null,
    targetGroup: kind === 'replaceDisks' ? '' : (sent.rg ?? ''),
  };
}

/** The look for it. */
export const lostSearch = (draft: Draft, attempt: LookedFor): LostSearchQuery =>
  restoreSearchQuery(searchOf(draft, attempt));

/** How a press is followed to its job. */
export const vmWay: WayToJob = { acceptedQuery, searchFor: lostSearch };
