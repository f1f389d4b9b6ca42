import { useMutation, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import { DISK_NAME } from '#src/wizard/azure-disks/disk-name.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { hasBadName, refusedAtRestore } from '#src/wizard/azure-disks/refusals.ts';
import { diskRestoreOf } from '#src/wizard/azure-disks/restore.ts';
import { keysOfDisk, readAgain } from '#src/wizard/azure-disks/submit/read-again.ts';
import { type ConfirmedDiskRestore, sendDiskRestore } from '#src/wizard/azure-disks/submit/send.ts';
import { type DiskView, diskView } from '#src/wizard/azure-disks/view.ts';
import { diskErrorWords } from '#src/wizard/azure-disks/words.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
import type { Decided } from '#src/wizard/submit/send.ts';

const words = diskFlow.review.waits;

/** Why Restore cannot be pressed, in words (null when it can), and the press that sends once. */
export interface DiskRestorePress {
  readonly reason: string | null;
  /** The choices with what was filled in for the person. */
  readonly asked: DraftChoices;
  readonly start: (decided: Decided) => void;
}

/**
 * Restore of a disk: offered once these very parameters were validated. What others may have changed
 * since is read once more when it is pressed; where that refuses, nothing is sent and Review says why.
 */
export function useDiskRestore(view: DiskView, validation: DiskValidation): DiskRestorePress {
  const client = useQueryClient();
  const { id, choices } = view.draft;
  const send = async ({ decided, ...confirmed }: Pressed) => {
    const isStillSo = async () => {
      const reads = await readAgain(client, choices, view.reads);
      return mayRestore(diskView(view.draft, reads, 'succeeded'), confirmed.restore);
    };
    await sendDiskRestore(session(), id, confirmed, { isStillSo, decided });
    readAfterRefusal(client, id, keysOfDisk(choices, view.reads));
  };
  const { mutate } = useMutation(restoreMutation(id, send));
  const reason = reasonOf(view, validation);
  const asked = { ...choices, ...shownTarget(view) };
  return {
    reason,
    asked,
    start: (decided) => {
      const restore = diskRestoreOf(choices, view.reads);
      if (reason !== null || restore === null) return;
      mutate({ restore, asked, decided });
    },
  };
}

interface Pressed extends ConfirmedDiskRestore {
  readonly decided: Decided;
}

/** Where the disk goes, with what was filled in for the person. */
function shownTarget({ settled: { choices } }: DiskView) {
  const { subscription, rg, diskName } = choices;
  return { subscription, rg, diskName };
}

/** Whether nothing refuses a restore, and it is still the one that was validated. */
function mayRestore(view: DiskView, restore: DiskRestore): boolean {
  const now = diskRestoreOf(view.draft.choices, view.reads);
  return (
    now !== null &&
    JSON.stringify(now) === JSON.stringify(restore) &&
    refusedAtRestore(view).length === 0
  );
}

/** What Restore waits for: a choice or a prerequisite first, as no validation could mend those. */
function reasonOf(view: DiskView, { state }: DiskValidation): string | null {
  const first = refusedAtRestore(view).find(({ group }) => group !== 'review');
  if (first !== undefined) return diskErrorWords.errorText(first.id);
  if (hasBadName(view.draft.choices)) return diskErrorWords.errorText(DISK_NAME);
  if (isReading(view.reads) || diskRestoreOf(view.draft.choices, view.reads) === null) {
    return words.reads;
  }
  return state === 'succeeded' ? null : words[state];
}

/** A tip is no reason to wait. */
function isReading({ at: _at, machineBackup: _tip, ...reads }: DiskReads): boolean {
  return Object.values(reads).some(({ state }) => state === 'loading');
}
