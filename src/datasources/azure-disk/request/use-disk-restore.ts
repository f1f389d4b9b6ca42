import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import { now } from '#src/lib/clock.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { DISK_NAME, hasBadName } from '#src/datasources/azure-disk/disk-name.ts';
import { diskQueries } from '#src/datasources/azure-disk/queries.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { refusedAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import {
  type ConfirmedDiskRestore,
  sendDiskRestore,
} from '#src/datasources/azure-disk/request/send.ts';
import { type DiskView, diskView } from '#src/datasources/azure-disk/view.ts';
import { errorWords } from '#src/wizard/explain/rule-words.ts';
import { known } from '#src/wizard/reads/read.ts';
import { readAfterRefusal, readLatest } from '#src/wizard/submit/latest-reads.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

const words = diskFlow.review.waits;

/**
 * Restore of a disk: offered once these very parameters were validated. What others may have changed
 * since is read once more when it is selected; where that refuses, nothing is sent and Review says why.
 */
export function useDiskRestore(
  view: DiskView,
  validation: DiskValidation,
): Omit<RestorePress, 'issues'> {
  const client = useQueryClient();
  const { id, choices } = view.draft;
  const send = async ({ decided, ...confirmed }: Pressed) => {
    const isStillSo = async () =>
      mayRestore(
        diskView(view.draft, await readAgain(client, view), 'succeeded'),
        confirmed.restore,
      );
    await sendDiskRestore(session(), id, confirmed, { isStillSo, decided });
    const queries = Object.values(queriesOf(view));
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useMutation(restoreMutation(id, send));
  const reason = reasonOf(view, validation);
  const { subscription, rg, diskName } = view.settled.choices;
  // With the defaults that the rules set.
  const asked = { ...choices, subscription, rg, diskName };
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

/** What the restore of a disk is judged by. */
const queriesOf = ({ draft, reads }: DiskView) =>
  diskQueries(draft.choices, {
    instance: known(reads.instance),
    vault: known(reads.vault),
    disk: known(reads.disk),
  });

/** Reads once more what may have changed between the validation and Restore. */
async function readAgain(client: QueryClient, view: DiskView): Promise<DiskReads> {
  const { points, vault, disk, groups, diskNames, snapshots, ...roles } = queriesOf(view);
  const { targetRoles, snapshotRoles, setRoles } = roles;
  const latest = await readLatest(client, view.reads, {
    points,
    vault,
    disk,
    groups,
    diskNames,
    snapshots,
    targetRoles,
    snapshotRoles,
    setRoles,
  });
  return { ...latest, at: now() };
}

/** Whether nothing refuses a restore, and it is still the one that was validated. */
function mayRestore(view: DiskView, restore: DiskRestore): boolean {
  const latest = diskRestoreOf(view.draft.choices, view.reads);
  return (
    latest !== null &&
    JSON.stringify(latest) === JSON.stringify(restore) &&
    refusedAtRestore(view).length === 0
  );
}

/** What Restore waits for: a choice or a check first, as no validation could mend those. */
function reasonOf(view: DiskView, { state }: DiskValidation): string | null {
  const first = refusedAtRestore(view).find(({ group }) => group !== 'review');
  if (first !== undefined) return errorWords(view).errorText(first.id);
  if (hasBadName(view.draft.choices)) return errorWords(view).errorText(DISK_NAME);
  if (isReading(view.reads) || diskRestoreOf(view.draft.choices, view.reads) === null) {
    return words.reads;
  }
  return state === 'succeeded' ? null : words[state];
}

/** A tip is no reason to wait. */
function isReading({
  at: _at,
  validation: _validation,
  machineBackup: _tip,
  ...reads
}: DiskReads): boolean {
  return Object.values(reads).some(({ state }) => state === 'loading');
}
