import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/job.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';

/** Where a draft restores to, and from which VM; names, as jobs report no ids. */
export interface RestoreTarget {
  readonly kind: RestoreKind;
  readonly machine: string;
  /** The target resource group; of a replacement that of the VM. */
  readonly group: string;
  readonly subscriptionId: string;
  /** The name of the new VM; null: none is created. */
  readonly vmName: string | null;
}

/**
 * How a restore in progress meets a target: the same one, perhaps the same one as it reports too little,
 * a restore of another VM that reports too little, or another target.
 */
export type Meeting = 'same' | 'maybe' | 'untold' | 'other';

/**
 * Compares a restore in progress with a target by what its job reports (azure-contract §8, table of
 * `Job Type`). What isn't reported rules nothing out. Two VMs of one name in one vault are told apart by
 * their groups alone, where the job reports one.
 */
export function meetingOf(target: RestoreTarget, { job, details }: RunningRestore): Meeting {
  const isOwn = job.itemName === '' || sameId(job.itemName, target.machine);
  // Only the name of a new VM can be taken by the restore of another one.
  if (!isOwn && target.kind !== 'createVm') return 'other';
  const told = toldBy(details);
  const wanted = [target.kind, target.subscriptionId, target.group, target.vmName];
  const found = [told.kind, told.subscriptionId, told.group, told.vmName];
  const isDenied = wanted.some((one, at) => one !== null && isAnother(found[at], one));
  if (isDenied) return 'other';
  if (isComplete(target, told)) return 'same';
  return isOwn ? 'maybe' : 'untold';
}

type Told = ReturnType<typeof toldBy>;

/** Null: the job doesn't report it. */
function toldBy(details: JobDetails | null) {
  const tell = (name: string): string | null =>
    (details === null ? undefined : propertyOf(details, name)) || null;
  return {
    kind: details?.restoreKind ?? null,
    group: tell('Target resource group'),
    subscriptionId: tell('Target Subscription ID'),
    // A replacement reports the VM itself, which is known by the item.
    vmName: details?.restoreKind === 'replaceDisks' ? null : tell('Target VM Name'),
  };
}

const isAnother = (found: string | null | undefined, wanted: string): boolean =>
  found !== null && found !== undefined && !sameId(found, wanted);

/** Whether it reports all that makes two restores meet; jobs need not report a subscription. */
function isComplete({ kind }: RestoreTarget, told: Told): boolean {
  switch (kind) {
    case 'createVm':
      return told.group !== null && told.vmName !== null;
    case 'restoreDisks':
      return told.kind !== null && told.group !== null;
    case 'replaceDisks':
      return told.kind !== null;
  }
}
