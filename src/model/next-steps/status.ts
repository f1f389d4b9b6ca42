import type { CheckResult } from '#src/model/next-steps/check.ts';

/**
 * How far a next step is: `verified` by reading it from Azure, `byHand` as a person marked it, `open` by what
 * was read, `again` where it was verified and a later read found it undone, else `notChecked`.
 */
export type StepStatus = 'verified' | 'byHand' | 'open' | 'again' | 'notChecked';

/** What is stored of a step, epoch milliseconds each. */
export interface StepMarks {
  /** When a person marked it as done. */
  readonly byHand?: number | undefined;
  /** When it was last read as done. */
  readonly verified?: number | undefined;
  /** When it was last read as not done. */
  readonly open?: number | undefined;
  /** When it was first read as undone after it was verified. */
  readonly undone?: number | undefined;
}

export interface StatusAt {
  readonly status: StepStatus;
  /** Epoch milliseconds; null: never. */
  readonly at: number | null;
}

/** The status of a step: by the latest read, else by its mark. A read counts more than a mark that it confirms. */
export function stepStatus(result: CheckResult | null, marks: StepMarks): StatusAt {
  if (result?.outcome === 'done') return { status: 'verified', at: result.at };
  const marked = markedStatus(marks);
  if (marked !== null) return marked;
  return result?.outcome === 'open'
    ? { status: 'open', at: result.at }
    : { status: 'notChecked', at: result?.at ?? null };
}

/** A mark that a read confirmed and found undone since no longer counts. */
function markedStatus({ byHand, undone }: StepMarks): StatusAt | null {
  if (byHand !== undefined && byHand > (undone ?? 0)) return { status: 'byHand', at: byHand };
  return undone === undefined ? null : { status: 'again', at: undone };
}

/** The status of a step by what is stored of it, where nothing is read. */
export function storedStatus(marks: StepMarks): StatusAt {
  const { verified } = marks;
  if (verified !== undefined) return { status: 'verified', at: verified };
  return markedStatus(marks) ?? { status: 'notChecked', at: null };
}

/** The same for a record, which also says what was read as not done. */
export function recordedStatus(marks: StepMarks): StatusAt {
  const stored = storedStatus(marks);
  return stored.status !== 'notChecked' || marks.open === undefined
    ? stored
    : { status: 'open', at: marks.open };
}

/** Whether a step counts as done. */
export const isStepDone = ({ status }: StatusAt): boolean =>
  status === 'verified' || status === 'byHand';

/** What is stored of a step once it was read again; null: the read changes nothing. */
export function marksAfter(
  before: StepMarks,
  { outcome, at, isGone = false, isMissing = false }: CheckResult,
): StepMarks | null {
  if (outcome === 'done') return { ...before, verified: at, open: undefined, undone: undefined };
  const wasVerified = before.verified !== undefined;
  // A read that decides nothing still shows when what was verified is gone.
  if (outcome === 'unknown' && !(wasVerified && (isGone || isMissing))) return null;
  const undone = before.undone ?? (wasVerified ? at : undefined);
  return { ...before, verified: undefined, open: at, undone };
}

/** Ids of rules that remind of something and ask for nothing: they are shown, and never counted as open. */
const NOTES: readonly string[] = [
  'after.nsg',
  'create-vm.staging.unmanaged-vhds',
  'platform.copy.host-name',
  'replace.extensions.fine',
  'restore-disks.unmanaged-blobs',
];

/** Whether a step asks a person for something. */
export const isWork = (id: string): boolean => !NOTES.includes(id);
