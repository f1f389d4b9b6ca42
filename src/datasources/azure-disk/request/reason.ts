import type { DiskCheck } from '#src/datasources/azure-disk/checks/check.ts';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { refusedAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';

const words = diskFlow.review.waits;

/** What Restore waits for; null: for nothing. A choice or a check first, as no validation could mend those. */
export function reasonToWait(view: DiskView, { state }: DiskValidation): string | null {
  const before = reasonNotToValidate(view);
  if (before !== null) return before;
  return state === 'succeeded' ? null : words[state];
}

/**
 * Whether nothing but Azure's own validation is left, so that it can start automatically. A role that was assigned
 * lately has its own moment for that.
 */
export const isReadyForAzure = (view: DiskView, checks: readonly DiskCheck[]): boolean =>
  reasonNotToValidate(view) === null &&
  checks.every(({ state }) => !['failed', 'checking', 'pending'].includes(state));

/** What is left to choose, to read or to mend before Azure could validate; null: nothing. */
function reasonNotToValidate(view: DiskView): string | null {
  const refused = refusedAtRestore(view).find(({ group }) => group !== 'review');
  const first = refused?.id ?? view.rejected[0]?.code;
  if (first !== undefined) return errorWords(view).errorText(first);
  if (isReading(view.reads) || diskRestoreOf(view.draft.choices, view.reads) === null) {
    return words.reads;
  }
  return null;
}

/** A tip is no reason to wait, and other places are read once more when Restore is selected. */
function isReading({
  at: _at,
  validation: _validation,
  machineBackup: _tip,
  otherRestores: _elsewhere,
  ...reads
}: DiskReads): boolean {
  return Object.values(reads).some(({ state }) => state === 'loading');
}
