import { useQuery } from '@tanstack/react-query';
import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { type FoundVm, type MadeVm, madeVmQuery } from '#src/api/commvault/restores.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { isTerminal } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { FoundThings } from '#src/progress/observe.ts';
import { draftOfJob, sentText } from '#src/wizard/draft/drafts.ts';

/** What was read of the VM that a job makes. */
export interface MadeVmRead {
  /** Undefined: not looked for, or not read. */
  readonly vm: FoundVm | undefined;
  readonly isReading: boolean;
  /** Why it couldn't be read; null: it could, or was not looked for. */
  readonly problem: string | null;
}

/** The VM that a restore has made, looked for once the job is over; null: the job doesn't tell which. */
export function useMadeVm(job: CommvaultJobDetails | null): MadeVmRead {
  const isOver = job !== null && job.operation === 'Restore' && isTerminal(job.status);
  const vm = isOver ? madeVmOf(job) : null;
  const { data, error, isLoading } = useQuery({
    ...madeVmQuery(job?.id ?? resourceId(''), vm),
    enabled: vm !== null,
  });
  return {
    vm: data,
    isReading: isLoading,
    problem: data === undefined && error !== null ? problemOf(error).message : null,
  };
}

/** Where a task makes a VM; its subscription only where this browser sent it. Null: it doesn't tell. */
function madeVmOf({
  id,
  startedAt: from,
  endedAt: to,
  task: { newName: name, resourceGroup: group },
}: Pick<CommvaultJobDetails, 'id' | 'startedAt' | 'endedAt' | 'task'>): MadeVm | null {
  if (name === null || group === null) return null;
  return { name, group, subscriptionId: sentText(draftOfJob(id), 'subscription'), from, to };
}

/** What that says of the target: after a job that ended badly a VM of that name may be another one. */
export function foundOf(
  { status }: Pick<CommvaultJobDetails, 'status'>,
  vm: FoundVm | undefined,
): FoundThings | null {
  const isGood = status === 'completed' || status === 'completedWithWarnings';
  return vm === undefined || vm.isThere === null || (vm.isThere && !isGood)
    ? null
    : { isMachineThere: vm.isThere, isMachineOfJob: vm.isOfJob, disks: null };
}
