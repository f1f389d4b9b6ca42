import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import type { MadeVmLook } from '#src/datasources/commvault-vm/MadeVm.tsx';
import { isTerminal } from '#src/model/jobs.ts';
import type { PartRead, ReadBack, ReadPart } from '#src/model/read-back.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { useMachineParts } from '#src/progress/live/machine-read-back.ts';

/** What is read back of a restore by Commvault that has ended; null: it goes on, or it restores nothing. */
export function useCommvaultReadBack(
  job: CommvaultJobDetails | null,
  made: MadeVmLook,
): ReadBack | null {
  const isOver = job !== null && job.operation === 'Restore' && isTerminal(job.status);
  const { vm } = made;
  const isOwn = vm?.isThere === true && (vm.isOfJob ?? isGoodEnd(job));
  const machine = useMachineParts(job ?? NO_JOB, isOver && isOwn ? vm.id : null, false);
  return isOver ? commvaultReadBack(job, made, machine) : null;
}

const NO_JOB = { id: '', startedAt: null, endedAt: null };

const isGoodEnd = (job: CommvaultJobDetails | null): boolean =>
  job?.status === 'completed' || job?.status === 'completedWithWarnings';

/** What was read of each kind of thing that such a restore can leave. Pure. */
function commvaultReadBack(
  { itemName, task }: Pick<CommvaultJobDetails, 'itemName' | 'task'>,
  made: MadeVmLook,
  machine: readonly ReadPart[] | null,
): ReadBack {
  const { newName: name, resourceGroup: place, isInPlace } = task;
  const ofKind = (kind: ReadPart['kind']): ReadPart => ({
    id: kind,
    kind,
    name: null,
    place,
    read: { is: 'notRead', why: null },
    readIt: null,
  });
  const vm = { ...ofKind('vm'), name, read: lookOf(made, name !== null), readIt: made.again };
  return {
    parts: machine ?? [vm, ofKind('disk'), ofKind('nic')],
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
