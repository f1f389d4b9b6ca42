import type { CheckResult } from '#src/model/next-steps/check.ts';

/**
 * How far a next step is: `verified` by reading it from Azure, `byHand` as a person marked it, `open` by what
 * was read, else `notChecked`.
 */
export type StepStatus = 'verified' | 'byHand' | 'open' | 'notChecked';

/** What is stored of a step, epoch milliseconds each. */
export interface StepMarks {
  /** When a person marked it as done. */
  readonly byHand?: number | undefined;
  /** When it was last read as done. */
  readonly verified?: number | undefined;
  /** When it was last read as not done. */
  readonly open?: number | undefined;
}

export interface StatusAt {
  readonly status: StepStatus;
  /** Epoch milliseconds; null: never. */
  readonly at: number | null;
}

/** The status of a step: by the latest read, else by its mark. A read counts more than a mark that it confirms. */
export function stepStatus(result: CheckResult | null, { byHand }: StepMarks): StatusAt {
  if (result?.outcome === 'done') return { status: 'verified', at: result.at };
  if (byHand !== undefined) return { status: 'byHand', at: byHand };
  return result?.outcome === 'open'
    ? { status: 'open', at: result.at }
    : { status: 'notChecked', at: result?.at ?? null };
}

/** The status of a step by what is stored of it, where nothing is read. */
export function storedStatus({ byHand, verified }: StepMarks): StatusAt {
  if (verified !== undefined) return { status: 'verified', at: verified };
  return byHand === undefined
    ? { status: 'notChecked', at: null }
    : { status: 'byHand', at: byHand };
}

/** The same for a record, which also says what was read as not done. */
export function recordedStatus(marks: StepMarks): StatusAt {
  const stored = storedStatus(marks);
  return stored.status !== 'notChecked' || marks.open === undefined
    ? stored
    : { status: 'open', at: marks.open };
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
