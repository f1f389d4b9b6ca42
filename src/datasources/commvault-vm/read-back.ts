import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { isGoodEnd, type MadeVmLook } from '#src/datasources/commvault-vm/MadeVm.tsx';
import { isTerminal } from '#src/model/jobs.ts';
import { allOfKind, type PartRead, type ReadBack, type ReadPart } from '#src/model/read-back.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { useMachineParts } from '#src/progress/live/machine-read-back.ts';

/** What is read back of a restore by Commvault that has ended; null: it goes on, or it restores nothing. */
export function useCommvaultReadBack(
  job: CommvaultJobDetails | null,
  made: MadeVmLook,
): ReadBack | null {
  const isOver = job !== null && job.operation === 'Restore' && isTerminal(job.status);
  const { vm } = made;
  const isOwn = isOver && vm?.isThere === true && (vm.isOfJob ?? isGoodEnd(job.status));
  const machine = useMachineParts(job ?? NO_JOB, isOwn ? vm.id : null, false);
  return isOver ? commvaultReadBack(job, made, machine) : null;
}

const NO_JOB = { id: '', startedAt: null, endedAt: null };

/** What was read of each kind of thing that such a restore can leave. Pure. */
function commvaultReadBack(
  { itemName, task }: Pick<CommvaultJobDetails, 'itemName' | 'task'>,
  made: MadeVmLook,
  machine: readonly ReadPart[] | null,
): ReadBack {
  const { newName: name, resourceGroup: place, isInPlace } = task;
  const vm = {
    ...allOfKind('vm', place, lookOf(made, name !== null)),
    name,
    readIt: made.again,
  };
  return {
    parts: machine ?? [vm, allOfKind('disk', place), allOfKind('nic', place)],
    source: isInPlace === false ? itemName : null,
  };
}

function lookOf({ vm, isReading, problem, at }: MadeVmLook, isNamed: boolean): PartRead {
  if (isReading) return { is: 'onItsWay' };
  if (problem !== null) return { is: 'notRead', why: problem };
  if (!isNamed) return { is: 'notInJob' };
  if (vm === undefined || at === null) return { is: 'notRead', why: null };
  // Lists of all subscriptions lag, and leave out what a person can't read.
  if (vm.isThere === null) return { is: 'notRead', why: commvaultJob.result.unknown };
  return vm.isThere ? { is: 'there', at, isOfJob: vm.isOfJob } : { is: 'notFound', at };
}
