import type { Instant } from '#src/lib/time.ts';
import { type JobDetails, propertyOf } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What was found in the target of a restore when it was read; null: not read. */
export interface FoundThings {
  readonly isMachineThere: boolean | null;
  /** Names of the restored disks. */
  readonly disks: readonly string[] | null;
}

/** Where a restore has put what it made, as its job tells it. */
export interface RestoreTarget {
  readonly resourceGroup: string;
  /** Name of the new machine; null: disks alone. */
  readonly machine: string | null;
  /** Name of the machine that was backed up: the names of restored disks begin with it. */
  readonly source: string;
  /** When it ran: what was made before or after is not of this restore. Null: not told. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A disk in the target group that a restore has made. Null: the disk does not say. */
export interface RestoredDisk {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB: number | null;
  /** `Windows` or `Linux`, of a disk with an operating system; null: a data disk. */
  readonly osType: string | null;
  readonly isAttached: boolean;
}

/**
 * The target of a new machine or of restored disks (azure-contract §8, property bag). Null: the job
 * does not tell it, or it replaces disks, which no read tells from those before.
 */
export function targetOf(job: JobDetails): RestoreTarget | null {
  const { restoreKind, itemName, startedAt, endedAt } = job;
  const resourceGroup = propertyOf(job, 'Target resource group') ?? '';
  const machine = propertyOf(job, 'Target VM Name') ?? '';
  const isTold = resourceGroup !== '' && (restoreKind !== 'createVm' || machine !== '');
  if (!isTold || restoreKind === null || restoreKind === 'replaceDisks') return null;
  const made = restoreKind === 'createVm' ? machine : null;
  return { resourceGroup, machine: made, source: itemName, from: startedAt, to: endedAt };
}
