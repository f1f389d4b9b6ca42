import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { RestoredThings } from '#src/api/queries/restored.ts';
import type { SentRestore } from '#src/datasources/azure-vm/sent-restore.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails, propertyOf } from '#src/model/jobs.ts';
import {
  allOfKind,
  type PartRead,
  type ReadBack,
  type ReadPart,
  UNREAD,
} from '#src/model/read-back.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { isDiskOf, useMachineParts } from '#src/progress/live/machine-read-back.ts';
import { type FoundThings, reportedTarget } from '#src/progress/observe.ts';
import { isOwnMachine } from '#src/progress/verdict.ts';

/** How far the look at a restore's target is. */
export interface TargetRead {
  readonly data: RestoredThings | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly at: Instant | null;
  readonly again: () => void;
}

/** What is read back of a restore of a VM that has ended; null: it goes on, or it is none. */
export function useVmReadBack(
  job: JobDetails,
  sent: SentRestore | null,
  target: TargetRead,
  found: FoundThings | null,
): ReadBack | null {
  const isOver = isTerminal(job.status) && job.restoreKind !== null;
  const isTarget = job.restoreKind === 'replaceDisks';
  const machineId = isOver ? machineToRead(job, sent, target.data ?? null, found) : null;
  const machine = useMachineParts(job, machineId, isTarget);
  return isOver ? vmReadBack(job, sent, target, machine) : null;
}

/** The VM that is read by itself: the one that the job made, or the one whose disks it replaced. */
function machineToRead(
  job: JobDetails,
  sent: SentRestore | null,
  restored: RestoredThings | null,
  found: FoundThings | null,
): ResourceId | null {
  if (job.restoreKind === 'replaceDisks') {
    const restore = readVmPlan(sent?.plan ?? '')?.restore ?? null;
    return restore?.kind === 'replaceDisks' ? restore.sourceResourceId : null;
  }
  const name = propertyOf(job, 'Target VM Name') ?? '';
  const isOwn = job.restoreKind === 'createVm' && found !== null && isOwnMachine(job, found);
  if (restored === null || !isOwn || name === '') return null;
  return resourceId(`${restored.group}/providers/Microsoft.Compute/virtualMachines/${name}`);
}

/** What was read of each kind of thing that a restore of a VM can leave. `machine`: what a read of its VM says. Pure. */
function vmReadBack(
  job: JobDetails,
  sent: SentRestore | null,
  target: TargetRead,
  machine: readonly ReadPart[] | null,
): ReadBack {
  const kind = job.restoreKind;
  const files = stagedFiles(job, sent);
  if (kind === 'replaceDisks') {
    // Disks that it made and didn't attach are looked for by nothing here.
    const others = [allOfKind('disk', null), files];
    const vm: ReadPart = { ...allOfKind('vm', null, { is: 'notInJob' }), isTarget: true };
    const parts = machine ?? [{ ...vm, name: job.itemName }];
    return { parts: [...parts, ...others], source: null };
  }
  const disks = listedDisks(job, target, kind === 'createVm' && machine !== null);
  if (kind === 'restoreDisks') return { parts: [...disks, files], source: job.itemName };
  const vm = machine ?? [listedMachine(job, target), allOfKind('nic', null)];
  return { parts: [...vm, ...disks, files], source: job.itemName };
}

/** What a restore stages in a storage account on its way: nothing here reads it. */
function stagedFiles(job: JobDetails, sent: SentRestore | null): ReadPart {
  const stagingId = readVmPlan(sent?.plan ?? '')?.restore.stagingAccountId;
  const named = propertyOf(job, 'Target Storage Account Name') ?? '';
  const account = named === '' ? (stagingId ? nameOf(stagingId) : null) : named;
  return allOfKind('files', account);
}

const groupNamed = (job: JobDetails): string | null =>
  propertyOf(job, 'Target resource group') || null;

/** Why a list of the target says nothing; null: it was read. */
function unreadList(job: JobDetails, { data, error, isFetching, at }: TargetRead): PartRead | null {
  if (reportedTarget(job) === null) return { is: 'notInJob' };
  if (isFetching) return { is: 'onItsWay' };
  if (error !== null) return { is: 'notRead', why: problemOf(error).message };
  return data === undefined || at === null ? UNREAD : null;
}

function listedMachine(job: JobDetails, target: TargetRead): ReadPart {
  const part = {
    ...allOfKind('vm', groupNamed(job), machineIn(job, target)),
    name: propertyOf(job, 'Target VM Name') || null,
  };
  return { ...part, readIt: target.again };
}

function machineIn(job: JobDetails, target: TargetRead): PartRead {
  const unread = unreadList(job, target);
  const { data, at } = target;
  if (unread !== null || data === undefined || at === null) return unread ?? UNREAD;
  const { isMachineThere, isMachineOfJob } = data;
  // Without its subscription, which no job reports, a VM that isn't found may be elsewhere.
  if (isMachineThere === null) return { is: 'notInJob' };
  return isMachineThere ? { is: 'there', at, isOfJob: isMachineOfJob } : { is: 'notFound', at };
}

/** The disks of a list; none where each disk of the VM is read by itself. */
function listedDisks(job: JobDetails, target: TargetRead, isOfMachine: boolean): ReadPart[] {
  if (isOfMachine) return [];
  const place = groupNamed(job);
  const readIt = target.again;
  const unread = unreadList(job, target);
  const { data, at } = target;
  if (unread !== null || data === undefined || at === null)
    return [{ ...allOfKind('disk', place, unread ?? UNREAD), readIt }];
  if (data.disks === null) return [{ ...allOfKind('disk', place, { is: 'notInJob' }), readIt }];
  if (data.disks.length === 0)
    return [{ ...allOfKind('disk', place, { is: 'notFound', at }), readIt }];
  return data.disks.map((disk) => ({
    id: disk.id,
    kind: 'disk',
    name: disk.name,
    place,
    read: { is: 'there', at, isOfJob: isDiskOf(job, disk) },
    readIt,
    sizeGiB: disk.sizeGiB,
  }));
}
