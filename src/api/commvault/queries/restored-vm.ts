import { queryOptions, skipToken } from '@tanstack/react-query';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { listMachinesNamed } from '#src/api/compute/machines.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import type { Instant } from '#src/lib/time.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The VM that a restore makes. */
export interface MadeVm {
  readonly name: string;
  readonly group: string;
  /** Null: another browser started the restore, and no job reports it. */
  readonly subscriptionId: string | null;
  /** When the job ran; null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What Azure reports of it. */
export interface FoundVm {
  /** Null: neither known nor found. */
  readonly id: ResourceId | null;
  /** Null: not known, as lists of all subscriptions lag and leave out what a person can't read. */
  readonly isThere: boolean | null;
  /** Whether the job made it, by when it was created; null: not reported. */
  readonly isOfJob: boolean | null;
}

/** The VM that a job has made, as Azure has it once the job is over. */
export const madeVmQuery = (jobId: ResourceId, vm: MadeVm | null) =>
  queryOptions({
    queryKey: ['commvault made vm', jobId.toLowerCase(), vm],
    queryFn: vm === null ? skipToken : ({ signal }) => readVm(vm, signal),
  });

async function readVm(vm: MadeVm, signal: AbortSignal): Promise<FoundVm> {
  const { name, group, subscriptionId, from, to } = vm;
  if (subscriptionId === null) {
    const [id = null, ...others] = await listMachinesNamed(session(), vm, signal);
    return id === null || others.length > 0 ? NOT_FOUND : { id, isThere: true, isOfJob: null };
  }
  const target = { resourceGroup: group, machine: name, source: name, from, to };
  const place = { subscriptionId, isCertain: true };
  const { isMachineThere, isMachineOfJob } = await findRestored(session(), target, place, signal);
  const id = `${resourceGroupId(subscriptionId, group)}/providers/Microsoft.Compute/virtualMachines/${name}`;
  return { id: resourceId(id), isThere: isMachineThere, isOfJob: isMachineOfJob };
}

const NOT_FOUND: FoundVm = { id: null, isThere: null, isOfJob: null };
