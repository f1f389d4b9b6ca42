import type { Instant } from '#src/lib/time.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';

/** What was found in the target of a restore when it was read; null: not read. */
export interface FoundThings {
  /** Whether a machine of the restore's name is there, whoever made it. */
  readonly isMachineThere: boolean | null;
  /** Whether that machine was made while the job ran; null, or left out: its creation isn't reported. */
  readonly isMachineOfJob?: boolean | null;
  /** Names of the restored disks. */
  readonly disks: readonly string[] | null;
}

/** Clocks of two services need not agree to the second. */
const SLACK_MS = 60_000;

/** Whether something was made while a job ran; null: one of their times is not reported. */
export function isMadeIn(
  { from, to }: Pick<RestoreTarget, 'from' | 'to'>,
  createdAt: Instant | null,
): boolean | null {
  if (createdAt === null) return null;
  if (from !== null && createdAt < from - SLACK_MS) return false;
  if (to !== null && createdAt > to + SLACK_MS) return false;
  return from === null || to === null ? null : true;
}

/** Where a restore has put what it created, as its job reports it. */
export interface RestoreTarget {
  readonly resourceGroup: string;
  /** Name of the new machine; null: disks alone. */
  readonly machine: string | null;
  /** Name of the VM that was backed up: the names of restored disks start with it. */
  readonly source: string;
  /** When it ran: what was created before or after isn't of this restore. Null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/**
 * The target of a new VM or of restored disks (azure-contract §8, property bag). Null: the job
 * doesn't report it, or it replaces disks, which no read can distinguish from those before.
 */
export function targetOf(job: JobDetails): RestoreTarget | null {
  const { restoreKind, itemName, startedAt, endedAt } = job;
  const resourceGroup = propertyOf(job, 'Target resource group') ?? '';
  const machine = propertyOf(job, 'Target VM Name') ?? '';
  const isReported = resourceGroup !== '' && (restoreKind !== 'createVm' || machine !== '');
  if (!isReported || restoreKind === null || restoreKind === 'replaceDisks') return null;
  const made = restoreKind === 'createVm' ? machine : null;
  return { resourceGroup, machine: made, source: itemName, from: startedAt, to: endedAt };
}
