import { isDiskJob } from '#src/model/backup-vaults.ts';
import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { nameOf } from '#src/model/resource-id.ts';

/**
 * What a subtask does, by its name. Names of the first two restores are recorded
 * (azure-contract §8); names of the others are not verified (§15), so a name is looked at for its
 * words. An unknown one is `other`, and is shown under its own name.
 */
export type PhaseKind =
  | 'rehydrate'
  | 'prepare'
  | 'snapshot'
  | 'transferFrom'
  | 'transferTo'
  | 'createMachine'
  | 'createDisks'
  | 'replaceDisks'
  | 'writeTemplate'
  | 'other';

const WORDS: readonly (readonly [RegExp, PhaseKind])[] = [
  [/rehydrat/i, 'rehydrate'],
  [/template|config/i, 'writeTemplate'],
  [/transfer.* to /i, 'transferTo'],
  [/transfer/i, 'transferFrom'],
  // Of a replacement, as recorded (aftercare §1.1).
  [/updat\w* .*(virtual machine|\bvm\b)/i, 'replaceDisks'],
  [/(replac|swap)\w* .*disk/i, 'replaceDisks'],
  [/creat.*(virtual machine|\bvm\b)/i, 'createMachine'],
  [/(creat|restor).*disk/i, 'createDisks'],
  [/snapshot/i, 'snapshot'],
  [/prepar|validat/i, 'prepare'],
];

/** The kind of a subtask with this name. */
export function phaseKindOf(name: string): PhaseKind {
  return WORDS.find(([words]) => words.test(name))?.[1] ?? 'other';
}

/** Whether a phase moves data, so that Azure can report bytes. Null: not known. */
export function movesBytes(kind: PhaseKind): boolean | null {
  if (kind === 'other') return null;
  return kind === 'transferFrom' || kind === 'transferTo';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long a phase may run without figures before it counts as stalled, where nothing else is known of
 * it: our own measure, no document has one. Rehydration takes up to 15 hours (Restore Azure VMs, archive tier).
 */
const PATIENCE_MS: Readonly<Record<PhaseKind, number>> = {
  rehydrate: 16 * HOUR_MS,
  prepare: 30 * MINUTE_MS,
  snapshot: HOUR_MS,
  transferFrom: 6 * HOUR_MS,
  transferTo: 6 * HOUR_MS,
  createMachine: HOUR_MS,
  createDisks: HOUR_MS,
  replaceDisks: HOUR_MS,
  writeTemplate: 30 * MINUTE_MS,
  other: 6 * HOUR_MS,
};

/** A slow transfer, about 70 MiB in a second, and a large machine: our own measure. */
const SLOW_MS_PER_BYTE = 15_000 / 1024 ** 3;
const LARGE_BYTES = 8 * 1024 ** 4;

/** How long a phase may run without figures, by the size of the VM; an unknown size counts as large. */
export function patienceFor(kind: PhaseKind, sizeBytes: number | null): number {
  const moved = movesBytes(kind) === false ? 0 : (sizeBytes ?? LARGE_BYTES);
  return PATIENCE_MS[kind] + moved * SLOW_MS_PER_BYTE;
}

/** What a phase that hasn't started needs at least, our own measure; zero for an unknown one. */
export function leastMs(kind: PhaseKind): number {
  return kind === 'other' ? 0 : 15_000;
}

/** The phase from whose start on a cancellation isn't clean; null for a restore of unknown kind. */
export function lastPhaseOf(kind: RestoreKind | null): PhaseKind | null {
  switch (kind) {
    case 'createVm':
      return 'createMachine';
    case 'restoreDisks':
      return 'createDisks';
    case 'replaceDisks':
      return 'replaceDisks';
    case null:
      return null;
  }
}

/** The outline of a restore by its job; null: the job reports neither its kind nor what it creates. */
export function reportedOutline(job: JobDetails): RestoreOutline | null {
  if (isDiskJob(job)) {
    const { restoredDiskId } = job;
    if (restoredDiskId === null) return null;
    return { kind: 'createDisk', name: nameOf(restoredDiskId), group: null };
  }
  const { restoreKind: kind } = job;
  const reported = (name: string): string | null => propertyOf(job, name) || null;
  switch (kind) {
    // A replacement reports its source as its target (azure-contract §8).
    case 'replaceDisks':
      return { kind, name: null, group: null };
    case 'restoreDisks':
      return { kind, name: null, group: reported('Target resource group') };
    case 'createVm':
    case null: {
      const name = reported('Target VM Name');
      return kind === null && name === null ? null : { kind, name, group: null };
    }
  }
}
